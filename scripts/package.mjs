// @ts-check
/** Builds the extension and packages it; prints the file's path as its last line. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './build/bundles.mjs';

const run = (/** @type {string[]} */ args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

const vsix = join(ROOT, 'dist', 'interview-drills.vsix');
if (!process.argv.includes('--no-build')) run(['scripts/build.mjs']);
run([
  'node_modules/@vscode/vsce/vsce',
  'package',
  // Everything is bundled.
  '--no-dependencies',
  // The project has no public address yet, to which relative links could lead.
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  vsix,
]);
console.log(vsix);
