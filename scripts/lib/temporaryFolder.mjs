import { mkdtemp, realpath } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/**
 * A new empty folder for one run; who asked for it removes it.
 * @param {string} purpose
 */
export async function temporaryFolder(purpose) {
  // On macOS the temporary folder is behind a link, and VS Code would see two names for one file.
  return mkdtemp(path.join(await realpath(os.tmpdir()), `interview-drills-${purpose}-`));
}
