import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes the user settings of a desktop VS Code.
 * @param {string} userDataFolder
 * @param {Record<string, unknown>} settings
 */
export async function writeUserSettings(userDataFolder, settings) {
  const folder = path.join(userDataFolder, 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify(settings, undefined, 2));
}
