// @ts-check
/** Checks the built-in packs without building anything: `npm run lint:content`. */
import { spawnSync } from 'node:child_process';
import { bundleForNode, ROOT } from './build/bundles.mjs';

await bundleForNode({ compile: 'scripts/content/compile.ts' }, 'out/scripts');
const { status } = spawnSync(process.execPath, ['out/scripts/compile.mjs', 'content', '-', '--check'], { cwd: ROOT, stdio: 'inherit' });
process.exitCode = status ?? 1;
