import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 300;
/** A lock folder without an owner file after this long was left by a process that died between the two steps. */
const OWNERLESS_MS = 5_000;

/**
 * Runs `work` while holding a lock between processes. The lock is a folder, since creating one is atomic;
 * a lock whose owner has died is taken over.
 * @template T
 * @param {string} lockFolder
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withFolderLock(lockFolder, work, onWait) {
  await mkdir(path.dirname(lockFolder), { recursive: true });
  const owner = path.join(lockFolder, 'pid');
  for (let waited = false; !(await tryCreate(lockFolder)); ) {
    if (await isAbandoned(lockFolder, owner)) {
      await rm(lockFolder, { recursive: true, force: true });
      continue;
    }
    if (!waited) onWait?.();
    waited = true;
    await delay(POLL_MS);
  }
  await writeFile(owner, String(process.pid));
  try {
    return await work();
  } finally {
    await rm(lockFolder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function tryCreate(folder) {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} lockFolder
 * @param {string} owner
 */
async function isAbandoned(lockFolder, owner) {
  const pid = Number(await readFile(owner, 'utf8').catch(() => ''));
  if (pid) return !isAlive(pid);
  const made = await stat(lockFolder).catch(() => undefined);
  return made !== undefined && Date.now() - made.mtimeMs > OWNERLESS_MS;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** @param {unknown} error */
const codeOf = (error) => /** @type {NodeJS.ErrnoException} */ (error).code;
