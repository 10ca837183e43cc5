import { SetupProblem } from '../lib/setupProblem.mjs';
import { findInstalledBrowser } from './installedBrowser.mjs';
import { ensureNpmBrowser } from './npmBrowser.mjs';

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
];

/** Makes sure there is a browser to launch, so that the first launch need not install one. */
export async function ensureBrowser() {
  const installed = findInstalledBrowser();
  return installed ? { executable: installed, env: {} } : ensureNpmBrowser();
}

/**
 * A headless Chromium under Playwright's control: the one CHROME names, an installed one, or the one from npm.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  // Not at the top: packages of the clone may not be there when this file is loaded.
  const { chromium } = await import('playwright-core');
  const { executable, env } = await ensureBrowser();
  try {
    return await chromium.launch({
      executablePath: executable,
      headless: true,
      chromiumSandbox: false,
      args: ARGUMENTS,
      env: { ...process.env, ...env },
    });
  } catch (error) {
    throw new SetupProblem(
      `the browser ${executable} did not start: install Chromium, Chrome or Edge, or set CHROME to the path of one that runs.\n${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
