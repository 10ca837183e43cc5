/**
 * Compiles the built-in packs, or only checks them.
 *   compile.mjs <content folder> <output folder> [--no-lint] [--check]
 */
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pack } from '../../src/core/questions/pack';
import { formatProblem } from '../../src/core/questions/problem';
import { compilePack } from './compilePack';

const [content, output] = process.argv.slice(2).filter((arg) => !arg.startsWith('--')) as [string, string];
const check = process.argv.includes('--check');
const out = check ? await mkdtemp(join(tmpdir(), 'interview-drills-')) : output;

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const packs: Pack[] = [];
let failed = 0;
for (const name of (await readdir(content)).toSorted()) {
  const root = join(content, name);
  if (!(await stat(root)).isDirectory()) continue;
  const { pack, problems, diagrams } = await compilePack(root, join(out, name), !process.argv.includes('--no-lint'));
  for (const problem of problems) console.error(`${content}/${name}/${formatProblem(problem)}`);
  failed += problems.length;
  // An index must not lead to questions that were not written.
  if (pack && problems.length === 0) packs.push(pack);
  if (pack) {
    console.log(`${name}: ${pack.questions.length} questions, ${diagrams} diagrams`);
  }
  if (pack && pack.id !== name) {
    console.error(`${content}/${name}/pack.yaml:1:1 error: The id '${pack.id}' is not the folder's name. Rename one.`);
    failed++;
  }
}
if (failed > 0) console.error(`${failed} problems in the content.`);
await writeFile(join(out, 'index.json'), JSON.stringify({ packs }));
if (check) await rm(out, { recursive: true, force: true });
process.exitCode = failed > 0 ? 1 : 0;
