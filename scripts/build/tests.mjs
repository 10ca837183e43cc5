// @ts-check
/** Bundles the tests: unit and UI tests for Node, host tests for the extension hosts. */
import { build } from 'esbuild';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleForNode, ROOT, safeGrayMatter } from './bundles.mjs';

/**
 * Mocha's browser build, which also runs inside extension hosts. Its UMD head must not find our bundle's
 * `module` or `define`, else it would take our exports for its own.
 * @type {import('esbuild').Plugin}
 */
const mochaBrowserBuild = {
  name: 'mocha-browser-build',
  setup(context) {
    context.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `(function (module, exports, define) {${await readFile(path, 'utf8')}\n}).call(globalThis);`,
      loader: 'js',
    }));
  },
};

/** @returns {Promise<string[]>} paths of the test files below a folder, relative to the root */
async function testFiles(/** @type {string} */ folder) {
  const entries = await readdir(join(ROOT, folder), { recursive: true }).catch(() => []);
  return entries.filter((name) => name.endsWith('.test.ts')).map((name) => `${folder}/${name.replaceAll('\\', '/')}`).toSorted();
}

/** One file that registers and runs test files inside a host. */
async function bundleInHost(/** @type {readonly string[]} */ files, /** @type {string} */ outfile) {
  const imports = files.map((file) => `require(${JSON.stringify(`./${file}`)});`).join('\n');
  await build({
    stdin: {
      contents: `import { runMocha } from './test/support/mochaInHost';\nexport const run = () => runMocha(() => {\n${imports}\n});`,
      resolveDir: ROOT,
      loader: 'ts',
    },
    absWorkingDir: ROOT,
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode', 'node:*'],
    sourcemap: 'inline',
    logLevel: 'warning',
    plugins: [mochaBrowserBuild, safeGrayMatter],
  });
}

/**
 * Bundles all tests into out/test/. Flows in test/host run in both hosts, `*.node.test.ts` only where Node
 * is, test/web only in the web host.
 */
export async function bundleTests() {
  await rm(join(ROOT, 'out/test'), { recursive: true, force: true });
  const flows = await testFiles('test/host');
  const inBoth = flows.filter((file) => !file.endsWith('.node.test.ts'));
  const asCommonJs = { format: /** @type {const} */ ('cjs'), outExtension: { '.js': '.cjs' }, banner: {} };
  const forNode = async (/** @type {string} */ level) => {
    const files = await testFiles(`test/${level}`);
    const entries = Object.fromEntries(files.map((file) => [file.slice(`test/${level}/`.length, -'.ts'.length), file]));
    await bundleForNode(entries, `out/test/${level}`, asCommonJs);
  };
  await Promise.all([
    forNode('unit'),
    forNode('ui'),
    bundleInHost(flows, 'out/test/host/index.cjs'),
    bundleInHost([...inBoth, ...(await testFiles('test/web'))], 'out/test/web/index.cjs'),
  ]);
}
