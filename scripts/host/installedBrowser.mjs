import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const NAMES_ON_PATH = [
  'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'microsoft-edge-stable',
];

const MAC_APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS_PROGRAMS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/**
 * A Chromium-based browser of this machine; the environment variable CHROME names one.
 * @returns {string | undefined}
 */
export function findInstalledBrowser() {
  if (process.env.CHROME) return process.env.CHROME;
  return candidates().find(isExecutable);
}

function candidates() {
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .flatMap((folder) => NAMES_ON_PATH.map((name) => path.join(folder, name)));
  if (process.platform === 'darwin') return [...MAC_APPLICATIONS, ...onPath];
  if (process.platform !== 'win32') return onPath;
  return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder ? WINDOWS_PROGRAMS.map((program) => path.join(folder, program)) : [],
  );
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
