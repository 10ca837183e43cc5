import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { runProcess } from '../lib/runProcess.mjs';
import { inRepository } from '../lib/repository.mjs';
import { builtExtension, inBench } from './prepare.mjs';

/** @returns {Promise<import('./statistics.mjs').Report>} */
export async function measureSizes() {
  const vsix = inBench('interview-drills.vsix');
  const { code, output } = await runProcess(
    process.execPath,
    [
      inRepository('node_modules', '@vscode', 'vsce', 'vsce'),
      ...['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix],
    ],
    { cwd: builtExtension },
  );
  if (code !== 0) throw new Error(`Packaging failed:\n${output}`);
  const kilobytes = async (/** @type {string[]} */ ...file) => (await stat(path.join(builtExtension, 'dist', ...file))).size / 1000;
  const main = await kilobytes('extension.js');
  const whole = (await stat(vsix)).size / 1000;
  const content = zipEntries(await readFile(vsix))
    .filter(({ name }) => name.startsWith('extension/dist/content/'))
    .reduce((sum, { size }) => sum + size, 0) / 1000;
  const row = (/** @type {string} */ label, /** @type {number} */ value) => ({ label, unit: 'kB', samples: [value] });
  return {
    title: 'Sizes (kB of 1,000 bytes)',
    rows: [
      row('main bundle, dist/extension.js', main),
      row('loaded for packs from elsewhere, dist/packReader.js', await kilobytes('packReader.js')),
      row('web bundle, dist/web/extension.js', await kilobytes('web', 'extension.js')),
      row("the panel's script and style", (await kilobytes('webview', 'questionPanel.js')) + (await kilobytes('webview', 'questionPanel.css'))),
      row('VSIX', whole),
      row('VSIX without dist/content', whole - content),
    ],
    aims: [
      { label: 'main bundle', value: main, atMost: 60, unit: ' kB' },
      { label: 'VSIX without content', value: whole - content, atMost: 300, unit: ' kB' },
    ],
  };
}

/**
 * The files of a zip archive with what each takes of it, from its central directory.
 * @param {Buffer} zip
 * @returns {{name: string, size: number}[]}
 */
function zipEntries(zip) {
  const HEADER = 46;
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const entries = [];
  for (let at = zip.readUInt32LE(end + 16); zip.readUInt32LE(at) === 0x02014b50; ) {
    const nameLength = zip.readUInt16LE(at + 28);
    const length = HEADER + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    // Besides its data each file takes an entry here and a local header with its name once more.
    entries.push({ name: zip.toString('utf8', at + HEADER, at + HEADER + nameLength), size: zip.readUInt32LE(at + 20) + length + 30 + nameLength });
    at += length;
  }
  return entries;
}
