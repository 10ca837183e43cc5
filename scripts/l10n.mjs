// @ts-check
/**
 * Gathers the strings that the extension shows (first arguments of `l10n.t`) for translators, in
 * media/l10n/bundle.l10n.json. With --check it only tells whether the file is up to date.
 * The official tool does the same with a hundred megabytes of dependencies.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './build/bundles.mjs';

const file = join(ROOT, 'media/l10n/bundle.l10n.json');
const sources = (await readdir(join(ROOT, 'src'), { recursive: true })).filter((name) => name.endsWith('.ts')).toSorted();
/** @type {Set<string>} */
const strings = new Set();
let calls = 0;
for (const name of sources) {
  const text = await readFile(join(ROOT, 'src', name), 'utf8');
  calls += text.match(/\bl10n\.t\(/g)?.length ?? 0;
  for (const [, quoted] of text.matchAll(/\bl10n\.t\(\s*('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g)) {
    const inner = /** @type {string} */ (quoted).slice(1, -1).replace(/\\'/g, "'").replace(/"/g, '\\"');
    strings.add(JSON.parse(`"${inner.replace(/\\\\"/g, '\\"')}"`));
    calls--;
  }
}
if (calls !== 0) {
  console.error(`${calls} calls of l10n.t do not begin with a plain string, which translators need.`);
  process.exit(1);
}
const bundle = `${JSON.stringify(Object.fromEntries([...strings].toSorted().map((text) => [text, text])), null, 2)}\n`;
if (!process.argv.includes('--check')) {
  await writeFile(file, bundle);
} else if ((await readFile(file, 'utf8').catch(() => '')) !== bundle) {
  console.error('media/l10n/bundle.l10n.json is out of date: run `node scripts/l10n.mjs`.');
  process.exit(1);
}
