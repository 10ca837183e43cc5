import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleExtension, bundleForNode } from '../build/bundles.mjs';
import { step } from '../lib/progress.mjs';
import { inRepository } from '../lib/repository.mjs';
import { requireScript } from '../lib/runScript.mjs';
import { writeSyntheticPack } from './syntheticPack.mjs';

/** How many questions the made-up packs hold. */
export const PACK_SIZES = [100, 1_000, 10_000];

/** All that the bench writes lies here; made-up packs are kept from run to run. */
export const inBench = (/** @type {string[]} */ ...segments) => inRepository('out', 'bench', ...segments);

/** The extension as it is packaged, built for the bench alone, so that a build beside it changes nothing. */
export const builtExtension = inBench('package');

/** The compiled content of the made-up pack of a size. */
export const compiledPack = (/** @type {number} */ size) => inBench('packs', String(size), 'compiled');

const PACKAGED = ['package.json', 'package.nls.json', 'README.md', 'CHANGELOG.md', 'LICENSE', '.vscodeignore', 'media'];

/** Builds the extension, its content and the bench's own parts, and makes the packs that are missing. */
export async function prepare() {
  await step('Building the extension for the bench', async () => {
    await rm(builtExtension, { recursive: true, force: true });
    for (const name of PACKAGED) await cp(inRepository(name), path.join(builtExtension, name), { recursive: true });
    const asCommonJs = { format: /** @type {const} */ ('cjs'), outExtension: { '.js': '.js' }, banner: {}, external: ['vscode'] };
    await Promise.all([
      bundleExtension('out/bench/package/dist'),
      bundleForNode({ compile: 'scripts/content/compile.ts', searchRound: 'test/bench/searchRound.ts' }, 'out/bench/js'),
      bundleForNode({ activationRound: 'test/bench/activationRound.ts' }, 'out/bench/js', asCommonJs),
    ]);
    await compile('content', path.join(builtExtension, 'dist', 'content'));
  });
  const wanted = createHash('sha256');
  for (const file of [inBench('js', 'compile.mjs'), inRepository('scripts', 'bench', 'syntheticPack.mjs')]) wanted.update(await readFile(file));
  const stamp = wanted.digest('hex');
  for (const size of PACK_SIZES) {
    const stampFile = inBench('packs', String(size), 'stamp');
    if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) continue;
    await step(`Making a pack of ${size} questions`, async () => {
      await writeSyntheticPack(inBench('packs', String(size), 'source', 'made-up'), size);
      await compile(inBench('packs', String(size), 'source'), compiledPack(size), '--no-lint');
      await writeFile(stampFile, stamp);
    });
  }
}

/** @param {string[]} args */
async function compile(...args) {
  await mkdir(inBench(), { recursive: true });
  await requireScript('Compiling the content', [inBench('js', 'compile.mjs'), ...args]);
}
