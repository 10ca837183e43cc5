import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { ensureEmbeddedHost } from './install.mjs';
import { serveStaticFile } from './staticFiles.mjs';

const WORKBENCH_SCRIPT = '/static/out/vs/code/browser/workbench/workbench.js';

const TESTS = '/extension/.tests/';

/**
 * code-server ties its workbench to a server in two places. Without them it is VS Code for the Web as on vscode.dev:
 * no server, and extensions in a web worker. Look at both whenever the pinned code-server changes.
 * @type {{what: string, pattern: RegExp, replacement: string}[]}
 */
const DETACH_FROM_SERVER = [
  { what: 'the remote authority', pattern: /remoteAuthority:location\.host/, replacement: '' },
  {
    what: 'the remote user data',
    pattern: /([\w$]+)\.file\(this\.userDataPath\)\.with\(\{scheme:([\w$]+)\.vscodeRemote\}\)/,
    replacement: '$1.file("/").with({scheme:$2.vscodeUserData})',
  },
];

/**
 * @typedef {object} WebHostOptions
 * @property {string} extension the folder of the extension under development
 * @property {string} [tests] a test bundle to run in its extension host
 * @property {{scheme: string, path: string}} [folder] the workspace folder
 * @property {Record<string, unknown>} [settings] defaults of settings
 */

/**
 * Serves VS Code for the Web on 127.0.0.1 from the embedded host's files.
 * @param {WebHostOptions} options
 * @returns {Promise<{url: string, port: number, stop: () => Promise<void>}>}
 */
export async function startWebHost(options) {
  const { vscode } = await ensureEmbeddedHost();
  const workbenchScript = detachFromServer(await readFile(path.join(vscode, 'out', ...WORKBENCH_SCRIPT.split('/').slice(3)), 'utf8'));
  const builtins = await builtinExtensions(path.join(vscode, 'extensions'));
  const mounts = {
    '/static/out/': path.join(vscode, 'out'),
    '/static/extensions/': path.join(vscode, 'extensions'),
    // VS Code runs tests in the extension host of the extension that they lie in, so they have to look as if they did.
    ...(options.tests ? { [TESTS]: path.dirname(options.tests) } : {}),
    '/extension/': options.extension,
  };
  const server = createServer((request, response) => {
    const host = request.headers.host ?? '';
    const pathname = decodeURIComponent(new URL(request.url ?? '/', `http://${host}`).pathname);
    // Under any other name (a rebound DNS entry) a web page from elsewhere could read the files.
    if (!/^127\.0\.0\.1:\d+$/.test(host)) response.writeHead(403).end();
    else if (pathname === '/' || pathname === '/callback') response.writeHead(200, { 'content-type': 'text/html' }).end(page(host, options, builtins));
    else if (pathname === WORKBENCH_SCRIPT) response.writeHead(200, { 'content-type': 'text/javascript' }).end(workbenchScript);
    else void serveStaticFile(mounts, pathname, response);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param {string} script */
function detachFromServer(script) {
  return DETACH_FROM_SERVER.reduce((text, { what, pattern, replacement }) => {
    if (!pattern.test(text)) {
      throw new Error(
        `The web host cannot be made from this code-server: ${what} (${pattern}) is not in its workbench.js. Find the new place and mend DETACH_FROM_SERVER in scripts/host/webHost.mjs.`,
      );
    }
    return text.replace(pattern, replacement);
  }, script);
}

/**
 * @param {string} host
 * @param {WebHostOptions} options
 * @param {object[]} builtins
 */
function page(host, { tests, folder, settings }, builtins) {
  const uri = (/** @type {string} */ at) => ({ scheme: 'http', authority: host, path: at });
  const configuration = {
    productConfiguration: { nameShort: 'Web host', nameLong: 'Web host', enableTelemetry: false },
    webviewEndpoint: '/static/out/vs/workbench/contrib/webview/browser/pre',
    developmentOptions: {
      enableSmokeTestDriver: true,
      extensions: [uri('/extension')],
      extensionTestsPath: tests && uri(TESTS + path.basename(tests)),
    },
    enableWorkspaceTrust: false,
    folderUri: folder,
    configurationDefaults: settings,
    callbackRoute: '/callback',
    userDataPath: '/',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    _wrapWebWorkerExtHostInIframe: false,
  };
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${attribute(configuration)}">
<meta id="vscode-workbench-builtin-extensions" data-settings="${attribute(builtins)}">
<link rel="stylesheet" href="/static/out/vs/code/browser/workbench/workbench.css">
</head>
<body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = location.origin + '/static/out/';</script>
<script type="module" src="/static/out/nls.messages.js"></script>
<script type="module" src="${WORKBENCH_SCRIPT}"></script>
</html>`;
}

/**
 * The built-in extensions that have no code: themes, languages, snippets. (The browser entries of the others are not
 * in the package.)
 * @param {string} folder
 */
async function builtinExtensions(folder) {
  const readJson = (/** @type {string[]} */ ...file) =>
    readFile(path.join(folder, ...file), 'utf8').then(JSON.parse, () => undefined);
  const extensions = await Promise.all(
    (await readdir(folder)).map(async (name) => ({
      extensionPath: name,
      packageJSON: await readJson(name, 'package.json'),
      packageNLS: await readJson(name, 'package.nls.json'),
    })),
  );
  return extensions.filter(({ packageJSON }) => packageJSON?.name && !packageJSON.browser && !packageJSON.main);
}

/** @param {unknown} value */
const attribute = (value) => JSON.stringify(value).replace(/&/g, '&amp;').replace(/"/g, '&quot;');
