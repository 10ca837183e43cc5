// @ts-check
/**
 * Builds the extension into dist/.
 *   --tests     also bundles the tests into out/test/
 *   --no-content   leaves the compiled packs as they are
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundleExtension, bundleForNode, ROOT } from './build/bundles.mjs';
import { bundleTests } from './build/tests.mjs';

const withTests = process.argv.includes('--tests');
const withContent = !process.argv.includes('--no-content');

await Promise.all([
  bundleExtension(),
  withContent || withTests ? bundleForNode({ compile: 'scripts/content/compile.ts' }, 'out/scripts') : undefined,
  withTests ? bundleTests() : undefined,
]);
if (withContent) {
  const args = [join(ROOT, 'out/scripts/compile.mjs'), 'content', 'dist/content'];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
