import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../lib/cacheFolder.mjs';
import { withFolderLock } from '../lib/folderLock.mjs';
import { requireFreeSpace } from '../lib/freeSpace.mjs';
import { runNpm } from '../lib/npm.mjs';
import { inRepository } from '../lib/repository.mjs';

/**
 * Installs one of the pinned packages of scripts/host/embedded/ into a cache folder named after its lock file,
 * so that another pin is another folder. A stamp is written last: a folder without it is a torn install and is redone.
 * Safe to call from several processes at once.
 * @param {string} name of the folder in scripts/host/embedded/
 * @param {{
 *   neededBytes: number,
 *   what: string,
 *   finish: (folder: string) => Promise<void>
 * }} recipe finish does what is left after `npm ci`
 * @returns {Promise<string>} the folder
 */
export async function ensureEmbeddedPackage(name, { neededBytes, what, finish }) {
  const source = inRepository('scripts', 'host', 'embedded', name);
  const hash = createHash('sha256').update(await readFile(path.join(source, 'package-lock.json'))).digest('hex');
  const folder = path.join(cacheFolder(), `${name}-${process.platform}-${process.arch}-${hash.slice(0, 12)}`);
  const stamp = path.join(folder, '.complete');
  const isComplete = () => readFile(stamp).then(() => true, () => false);
  if (await isComplete()) return folder;
  await withFolderLock(
    `${folder}.lock`,
    async () => {
      if (await isComplete()) return;
      await requireFreeSpace(cacheFolder(), neededBytes, {
        what,
        remedy: 'free some space, or set INTERVIEW_DRILLS_CACHE to a folder on another disk.',
      });
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      for (const file of ['package.json', 'package-lock.json']) await cp(path.join(source, file), path.join(folder, file));
      // Install scripts would compile native modules; everything needed comes prebuilt.
      await runNpm(['ci', '--ignore-scripts', '--include=optional'], folder);
      await finish(folder);
      await writeFile(stamp, '');
    },
    () => console.log(`- Waiting for another process that installs ${what} ...`),
  );
  return folder;
}
