import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { temporaryFolder } from '../lib/temporaryFolder.mjs';
import { TestTally } from '../lib/testEvents.mjs';
import { launchBrowser } from './browser.mjs';
import { testEnvironment, testSettings } from './calmSettings.mjs';
import { runDesktopTests } from './desktop.mjs';
import { startServer, workbenchUrl } from './server.mjs';
import { prepareTestBundle } from './testBundle.mjs';
import { startWebHost } from './webHost.mjs';
import { openWorkbench } from './workbench.mjs';

const DEFAULT_TIMEOUT_MS = 240_000;
/**
 * What VS Code itself says on every run: its AI parts find no account, and three native modules are not compiled
 * (they only write logs, watch over the process and keep AI sessions).
 */
const NOISE = /AgentHost|AccountPolicyGate|ModelSelection|chat-stt|additional builtin extensions|spdlog|watchdog|sqlite3|validating workspace folder/;
/** Kept of what extensions print, to show when a run ends badly. */
const KEPT_LOG_LINES = 40;

/**
 * @typedef {object} HostRun
 * @property {'server' | 'web' | 'desktop'} host
 * @property {string} level for the titles
 * @property {string} extension the extension's folder, built
 * @property {string} bundle one CommonJS file that exports run()
 * @property {string | undefined} [grep]
 * @property {Record<string, string>} [files] of the workspace, by relative path (not in the web host)
 * @property {Record<string, unknown>} [settings] besides the calm ones
 * @property {number} [timeoutMs]
 */

/**
 * Runs a test bundle inside the extension host of a real VS Code.
 * @param {HostRun} run
 * @returns {Promise<import('../lib/testEvents.mjs').LevelResult>}
 */
export async function runInHost({ host, level, extension, bundle, grep, files = {}, settings = {}, timeoutMs = DEFAULT_TIMEOUT_MS }) {
  const tally = new TestTally(level);
  /** @type {string[]} */
  const log = [];
  const onLine = (/** @type {string} */ line) => {
    if (process.env.DRILL_VERBOSE) console.log(`    | ${line}`);
    if (!tally.readLine(line) && !NOISE.test(line)) log.push(line.slice(0, 500));
  };
  const tests = await prepareTestBundle(bundle, { grep });
  const folder = await temporaryFolder('host-run');
  const workspace = path.join(folder, 'workspace');
  await writeFiles(workspace, files);
  const allSettings = { ...testSettings, ...settings };
  const timeout = new AbortController();
  try {
    const job = { extension, tests: tests.file, folder, workspace, settings: allSettings, onLine, signal: timeout.signal };
    const run = { server: runOnServer, web: runOnWebHost, desktop: runDesktopTests }[host](job);
    const outcome = await Promise.race([
      run.then(
        (code) => `ended with code ${code} before the tests were through`,
        (error) => `failed: ${error instanceof Error ? error.message : String(error)}`,
      ),
      delay(timeoutMs, `did not end within ${timeoutMs / 1000} s`, { signal: timeout.signal }),
    ]);
    timeout.abort();
    await run.catch(() => {});
    const said = log.slice(-KEPT_LOG_LINES).join('\n');
    return tally.finish(`The test run in the ${host} host ${outcome}.${said ? ` Last log lines:\n${said}` : ''}`);
  } finally {
    timeout.abort();
    await tests.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @typedef {object} HostJob
 * @property {string} extension
 * @property {string} tests
 * @property {string} folder a temporary one
 * @property {string} workspace
 * @property {Record<string, unknown>} settings
 * @property {(line: string) => void} onLine
 * @property {AbortSignal} signal says that nobody waits any more
 */

/** @param {HostJob} job */
async function runOnServer({ extension, tests, folder, workspace, settings, onLine, signal }) {
  const server = await startServer({ dataFolder: path.join(folder, 'data'), settings, automation: true, env: testEnvironment });
  const remote = (/** @type {string} */ file) => `vscode-remote://127.0.0.1:${server.port}${file}`;
  return withPage(server, signal, {
    url: workbenchUrl(server, workspace),
    payload: [
      ['extensionDevelopmentPath', remote(extension)],
      ['extensionTestsPath', remote(tests)],
    ],
    onLog: onLine,
  });
}

/** @param {HostJob} job */
async function runOnWebHost({ extension, tests, settings, onLine, signal }) {
  const webHost = await startWebHost({ extension, tests, settings, folder: { scheme: 'tmp', path: '/workspace' } });
  return withPage(webHost, signal, { url: webHost.url, onLog: onLine });
}

/**
 * @param {{stop: () => Promise<void>}} host
 * @param {AbortSignal} signal
 * @param {import('./workbench.mjs').WorkbenchPageOptions} options
 */
async function withPage(host, signal, options) {
  const browser = await launchBrowser().catch(async (error) => {
    await host.stop();
    throw error;
  });
  const aborted = new Promise((resolve) => signal.addEventListener('abort', () => resolve(-1), { once: true }));
  const crashed = new Promise((resolve) => browser.once('disconnected', () => resolve('browser crash')));
  try {
    const opened = await openWorkbench(browser, options);
    return await Promise.race([opened.exited, aborted, crashed]);
  } finally {
    await browser.close();
    await host.stop();
  }
}

/**
 * @param {string} folder
 * @param {Record<string, string>} files
 */
async function writeFiles(folder, files) {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
