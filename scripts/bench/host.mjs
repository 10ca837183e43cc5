import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { testEnvironment, testSettings } from '../host/calmSettings.mjs';
import { startServer, workbenchUrl } from '../host/server.mjs';
import { openWorkbench } from '../host/workbench.mjs';
import { temporaryFolder } from '../lib/temporaryFolder.mjs';
import { extensionsFolder } from './subjects.mjs';

/**
 * Runs `use` in a fresh VS Code that has all subjects installed.
 * @template T
 * @param {import('playwright-core').Browser} browser
 * @param {{tests?: string, files?: Record<string, string>, onLog?: (line: string) => void}} options tests: a bundle to run in the host
 * @param {(opened: import('../host/workbench.mjs').WorkbenchPage) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withHost(browser, { tests, files = {}, onLog }, use) {
  const folder = await temporaryFolder('bench');
  const workspace = path.join(folder, 'workspace');
  await mkdir(workspace);
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(workspace, name), text);
  try {
    const server = await startServer({
      dataFolder: path.join(folder, 'data'),
      extensionsFolder,
      settings: testSettings,
      automation: true,
      env: testEnvironment,
    });
    try {
      // Tests are only run along with an extension under development; the empty one is there in any case.
      const remote = (/** @type {string} */ file) => `vscode-remote://127.0.0.1:${server.port}${file}`;
      /** @type {[string, string][]} */
      const payload = tests ? [['extensionDevelopmentPath', remote(path.join(extensionsFolder, 'bench.empty-1.0.0'))], ['extensionTestsPath', remote(tests)]] : [];
      const opened = await openWorkbench(browser, { url: workbenchUrl(server, workspace), payload, ...(onLog && { onLog }) });
      try {
        return await use(opened);
      } finally {
        await opened.close();
      }
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * The order of a round: each subject goes first as often as any other.
 * @template T
 * @param {readonly T[]} subjects
 * @param {number} round
 */
export const rotated = (subjects, round) => subjects.map((_, at) => subjects[(at + round) % subjects.length]);

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {number} ms
 * @param {string} what
 * @returns {Promise<T>}
 */
export async function within(promise, ms, what) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms / 1000} s.`)), ms);
  });
  try {
    return await Promise.race([promise, /** @type {Promise<never>} */ (late)]);
  } finally {
    clearTimeout(timer);
  }
}
