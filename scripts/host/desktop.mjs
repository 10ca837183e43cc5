import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../lib/cacheFolder.mjs';
import { killProcessGroup, stopProcessGroup } from '../lib/processGroup.mjs';
import { forEachLine, runProcess } from '../lib/runProcess.mjs';
import { SetupProblem } from '../lib/setupProblem.mjs';
import { cleanEnvironment } from './cleanEnvironment.mjs';
import { writeUserSettings } from './desktopSettings.mjs';

const DOWNLOAD_CHECK = 'https://update.code.visualstudio.com/api/releases/stable';
const CHECK_TIMEOUT_MS = 3_000;

/** Whether a window can be shown. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * The `code` command on the PATH.
 * @returns {string | undefined}
 */
export function findCodeCommand() {
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));
}

/**
 * Whether tests can run in a desktop VS Code here: there is a display, and VS Code is installed or can be downloaded.
 * INTERVIEW_DRILLS_HOST=desktop or =embedded decides without looking.
 */
export async function canRunDesktop() {
  if (process.env.INTERVIEW_DRILLS_HOST === 'embedded') return false;
  if (process.env.INTERVIEW_DRILLS_HOST === 'desktop') return true;
  if (!hasDisplay()) return false;
  if (installedApplication()) return true;
  return fetch(DOWNLOAD_CHECK, { signal: AbortSignal.timeout(CHECK_TIMEOUT_MS) }).then((answer) => answer.ok, () => false);
}

/**
 * The program behind the `code` command, which (unlike the command) waits for its tests and prints what they print.
 * @returns {string | undefined}
 */
function installedApplication() {
  const command = findCodeCommand();
  if (!command) return undefined;
  const bin = path.dirname(realpathSync(command));
  const candidates = {
    win32: ['../Code.exe'],
    darwin: ['../../../MacOS/Electron', '../../../MacOS/Code'],
    linux: ['../code'],
  };
  return (candidates[/** @type {keyof typeof candidates} */ (process.platform)] ?? [])
    .map((relative) => path.resolve(bin, relative))
    .find((file) => existsSync(file));
}

/**
 * Runs a test bundle in desktop VS Code: the installed one, else a downloaded one.
 * @param {import('./runInHost.mjs').HostJob} job
 * @returns {Promise<number>} the exit code
 */
export async function runDesktopTests({ extension, tests, folder, workspace, settings, onLine, signal }) {
  const application = installedApplication() ?? (await downloadApplication());
  const userData = path.join(folder, 'user');
  await writeUserSettings(userData, settings);
  const child = spawn(
    application,
    [
      workspace,
      `--extensionDevelopmentPath=${extension}`,
      `--extensionTestsPath=${tests}`,
      ...['--user-data-dir', userData, '--extensions-dir', path.join(folder, 'extensions')],
      ...['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--skip-welcome', '--skip-release-notes'],
      ...['--disable-workspace-trust', '--disable-telemetry', '--disable-extensions'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32', env: cleanEnvironment() },
  );
  const killAtExit = () => killProcessGroup(child);
  process.once('exit', killAtExit);
  signal.addEventListener('abort', killAtExit, { once: true });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    forEachLine(stream, onLine);
  }
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 1));
    });
  } finally {
    await stopProcessGroup(child);
    process.removeListener('exit', killAtExit);
  }
}

/**
 * Opens a window of the user's own VS Code with the extension under development.
 * @param {string} codeCommand
 * @param {{extension: string, folder: string}} options
 * @returns {Promise<number>} the exit code of the command, which does not wait for the window
 */
export async function openDesktop(codeCommand, { extension, folder }) {
  const onWindows = process.platform === 'win32';
  const quote = (/** @type {string} */ text) => (onWindows ? `"${text}"` : text);
  const args = ['--new-window', `--extensionDevelopmentPath=${extension}`, folder].map(quote);
  const { code, output } = await runProcess(quote(codeCommand), args, { env: cleanEnvironment(), shell: onWindows });
  if (code !== 0) console.error(output);
  return code;
}

async function downloadApplication() {
  const { download } = await import('@vscode/test-electron');
  try {
    return await download({ cachePath: path.join(cacheFolder(), 'desktop') });
  } catch (error) {
    throw new SetupProblem(
      `VS Code could not be downloaded: connect to the network, install VS Code, or set INTERVIEW_DRILLS_HOST=embedded.\n${String(error)}`,
    );
  }
}
