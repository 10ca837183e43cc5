import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { runProcess } from '../lib/runProcess.mjs';
import { cleanEnvironment } from './cleanEnvironment.mjs';
import { ensureEmbeddedHost } from './install.mjs';

/**
 * Installs a packaged extension the way a user's VS Code does.
 * @param {string} vsix
 * @param {{dataFolder: string, extensionsFolder?: string}} profile as for startServer()
 */
export async function installExtension(vsix, { dataFolder, extensionsFolder = path.join(dataFolder, 'extensions') }) {
  const { node, serverMain } = await ensureEmbeddedHost();
  await mkdir(extensionsFolder, { recursive: true });
  const { code, output } = await runProcess(
    node,
    [
      serverMain,
      ...['--install-extension', vsix, '--force'],
      ...['--server-data-dir', dataFolder, '--extensions-dir', extensionsFolder],
      '--accept-server-license-terms',
    ],
    { env: cleanEnvironment() },
  );
  if (code !== 0 || !/successfully installed/.test(output)) {
    throw new Error(`Installing ${vsix} failed:\n${output.trim().split('\n').slice(-20).join('\n')}`);
  }
}
