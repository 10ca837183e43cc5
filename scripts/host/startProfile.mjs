import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../lib/cacheFolder.mjs';
import { calmSettings } from './calmSettings.mjs';
import { userSettingsFile, writeUserSettings } from './server.mjs';

/** The sample workspace's README says what to press first. */
const startSettings = { ...calmSettings, 'workbench.startupEditor': 'readme' };

/**
 * The profile that `npm start` keeps between runs in the cache folder: settings and progress stay the user's own.
 * @returns {Promise<{dataFolder: string, token: string}>}
 */
export async function openStartProfile() {
  const dataFolder = path.join(cacheFolder(), 'start-profile');
  if (!existsSync(userSettingsFile(dataFolder))) await writeUserSettings(dataFolder, startSettings);
  return { dataFolder, token: await keptToken(path.join(dataFolder, 'connection-token')) };
}

/**
 * The secret of the address, the same on every start, so that an open browser tab connects again.
 * @param {string} file
 */
async function keptToken(file) {
  const kept = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (kept) return kept;
  const token = randomUUID();
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, token, { mode: 0o600 });
  return token;
}
