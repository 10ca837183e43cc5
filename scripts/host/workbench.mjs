/**
 * @typedef {object} WorkbenchPage
 * @property {import('playwright-core').Page} page
 * @property {Promise<number>} exited the code with which an in-host test run ended
 * @property {() => Promise<void>} close
 *
 * @typedef {object} WorkbenchPageOptions
 * @property {string} url the whole address; see workbenchUrl()
 * @property {[string, string][] | undefined} [payload] pairs that the workbench takes for command-line options
 * @property {{width: number, height: number}} [viewport]
 * @property {string} [userAgent]
 * @property {'reduce' | 'no-preference'} [reducedMotion]
 * @property {(line: string) => void} [onLog] what extension hosts print, when the server runs with `automation`
 */

/**
 * Opens VS Code in a browser page with storage of its own.
 * @param {import('playwright-core').Browser} browser
 * @param {WorkbenchPageOptions} options
 * @returns {Promise<WorkbenchPage>}
 */
export async function openWorkbench(
  browser,
  { url, payload = [], viewport = { width: 1280, height: 800 }, userAgent, reducedMotion = 'reduce', onLog },
) {
  const context = await browser.newContext({ viewport, reducedMotion, locale: 'en-US', ...(userAgent ? { userAgent } : {}) });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(url).origin });
  const page = await context.newPage();
  /** @type {(code: number) => void} */
  let onExit = () => {};
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => (onExit = resolve));
  // The workbench calls these two when it finds them: VS Code's own browser tests are run the same way.
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => onExit(code));
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _level, /** @type {unknown[]} */ args) =>
    onLog?.(args.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ')),
  );
  const address = new URL(url);
  address.searchParams.set('payload', JSON.stringify([['skipWelcome', 'true'], ...payload]));
  await page.goto(address.href);
  return { page, exited, close: () => context.close() };
}
