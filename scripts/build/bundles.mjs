// @ts-check
/** What esbuild makes of the sources, and how. */
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * gray-matter without its engines: they evaluate code (`---js`) and carry a second YAML parser. It also
 * requires `fs`, which the web host does not have, and for which reading text has no use.
 * @type {import('esbuild').Plugin}
 */
export const safeGrayMatter = {
  name: 'safe-gray-matter',
  setup(context) {
    const inGrayMatter = (/** @type {string} */ importer) => /[\\/]gray-matter[\\/]/.test(importer);
    context.onResolve({ filter: /^(?:fs|\.\/engines|\.\/lib\/engines)$/ }, ({ path, importer }) =>
      inGrayMatter(importer) ? { path, namespace: 'left-out' } : undefined,
    );
    context.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** gray-matter wraps text in a Buffer that it never needs for text; the web host has none. */
export const BUFFER_FOR_GRAY_MATTER = 'var Buffer=globalThis.Buffer||{from:s=>s};';

/**
 * The part that reads packs from elsewhere is loaded when there is one: on the desktop it is a file of
 * its own; the web host can only load one file, so there it stays inside, evaluated on first use.
 * @type {import('esbuild').Plugin}
 */
const packReaderApart = {
  name: 'pack-reader-apart',
  setup(context) {
    context.onResolve({ filter: /\/packReader$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './packReader.js', external: true } : undefined,
    );
  },
};

/**
 * One `require('vscode')` for all files. Bundled as it stands, each `import * as vscode` would copy the
 * whole API, name by name: 28 files do, and that was half of the activation time and 2 MB.
 * @type {import('esbuild').Plugin}
 */
const vscodeOnce = {
  name: 'vscode-once',
  setup(context) {
    context.onLoad({ filter: /[\\/]src[\\/].+\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { contents: source.replace("import * as vscode from 'vscode'", "import vscode from 'vscode'"), loader: 'ts' };
    });
    context.onResolve({ filter: /^vscode$/ }, ({ kind }) =>
      kind === 'import-statement' ? { path: 'vscode', namespace: 'vscode-once' } : undefined,
    );
    context.onLoad({ filter: /.*/, namespace: 'vscode-once' }, () => ({ contents: "export default require('vscode');" }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  charset: 'utf8',
  logLevel: 'warning',
  target: 'es2022',
  legalComments: 'none',
};

/** @type {import('esbuild').BuildOptions} */
const inHost = { ...shared, format: 'cjs', external: ['vscode'], platform: 'browser', plugins: [vscodeOnce, safeGrayMatter] };

/** Bundles the extension for both hosts, its lazily loaded part, and the panels' scripts. */
export async function bundleExtension(out = 'dist') {
  await Promise.all([
    build({
      ...inHost,
      entryPoints: ['src/extension.ts'],
      outfile: `${out}/extension.js`,
      plugins: [packReaderApart, vscodeOnce, safeGrayMatter],
      // A real import() would see a CommonJS file without its named exports; require gives them.
      supported: { 'dynamic-import': false },
    }),
    build({
      ...inHost,
      entryPoints: ['src/platform/packReader.ts'],
      outfile: `${out}/packReader.js`,
      banner: { js: BUFFER_FOR_GRAY_MATTER },
    }),
    build({
      ...inHost,
      entryPoints: ['src/extension.ts'],
      outfile: `${out}/web/extension.js`,
      banner: { js: BUFFER_FOR_GRAY_MATTER },
    }),
    build({
      ...shared,
      format: 'iife',
      entryPoints: { questionPanel: 'src/webview/questionPanel.ts' },
      outdir: `${out}/webview`,
    }),
    build({ ...shared, entryPoints: ['media/questionPanel.css'], outdir: `${out}/webview` }),
  ]);
}

/** Bundles TypeScript that runs in Node: scripts and tests. Packages stay where npm put them. */
export async function bundleForNode(/** @type {Record<string, string>} */ entryPoints, /** @type {string} */ outdir, /** @type {Partial<import('esbuild').BuildOptions>} */ more = {}) {
  await build({
    ...shared,
    minify: false,
    sourcemap: 'inline',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outExtension: { '.js': '.mjs' },
    entryPoints,
    outdir,
    external: ['beautiful-mermaid', 'playwright-core', 'mocha', 'axe-core', 'esbuild', '@vscode/*'],
    plugins: [safeGrayMatter],
    // CommonJS packages inside an ES module still ask for Node's own modules.
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    ...more,
  });
}
