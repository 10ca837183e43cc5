import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { withFolderLock } from './folderLock.mjs';
import { requireFreeSpace } from './freeSpace.mjs';
import { runNpm } from './npm.mjs';
import { step } from './progress.mjs';
import { inRepository, repositoryRoot } from './repository.mjs';
import { SetupProblem } from './setupProblem.mjs';

const NEEDED_BYTES = 0.6e9;
const stampFile = inRepository('node_modules', '.interview-drills-stamp');

/** Installs the clone's own packages when they are missing or the lock file has changed; otherwise does nothing. */
export async function ensureDependencies() {
  const wanted = await wantedStamp();
  if (await isInstalled(wanted)) return;
  await withFolderLock(
    inRepository('out', 'npm-install.lock'),
    async () => {
      if (await isInstalled(wanted)) return;
      await requireFreeSpace(repositoryRoot, NEEDED_BYTES, {
        what: 'installing the development packages',
        remedy: 'free some space and run the command again.',
      });
      await step('Installing the development packages (npm ci)', () => runNpm(['ci', '--include=dev', '--include=optional'], repositoryRoot));
      await writeFile(stampFile, wanted);
    },
    () => console.log('- Waiting for another process that installs the packages of this clone ...'),
  );
}

/** @param {string} wanted */
async function isInstalled(wanted) {
  return (await readFile(stampFile, 'utf8').catch(() => '')) === wanted;
}

/** What node_modules was made from: the lock file, and the Node and machine it was made for. */
async function wantedStamp() {
  const lockFile = inRepository('package-lock.json');
  if (!existsSync(lockFile)) {
    throw new SetupProblem('package-lock.json is missing from the clone: restore it with "git checkout package-lock.json".');
  }
  const hash = createHash('sha256').update(await readFile(lockFile)).digest('hex');
  return `${hash} node${Number.parseInt(process.versions.node, 10)} ${process.platform}-${process.arch}`;
}
