import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes the copy of a test bundle that a host runs. What the tests should know is put in front of it, since a web
 * worker has no environment variables; and the name ends in .js, since the web host insists on that.
 * @param {string} bundle
 * @param {{grep: string | undefined}} options
 * @returns {Promise<{file: string, remove: () => Promise<void>}>}
 */
export async function prepareTestBundle(bundle, { grep }) {
  const file = path.join(path.dirname(bundle), `${path.basename(bundle).replace(/\.c?js$/, '')}.run.js`);
  const preamble = `globalThis.__DRILL_GREP__ = ${JSON.stringify(grep ?? '')}; `;
  // On the first line of the bundle, so that source maps keep their lines.
  await writeFile(file, preamble + (await readFile(bundle, 'utf8')));
  return { file, remove: () => rm(file, { force: true }) };
}
