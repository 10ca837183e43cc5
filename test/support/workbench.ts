import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { accessibilityViolations } from './accessibility';
import { loadHostScripts, packagedExtension, repositoryRoot, type HostScripts } from './hostScripts';
import { type Theme, themes } from './themes';

const READY_TIMEOUT_MS = 60_000;
const ACTION_TIMEOUT_MS = 15_000;
const COMMAND_TIMEOUT_MS = 30_000;
const PALETTE_PATIENCE_MS = 1_500;
const POLL_MS = 50;
const DEFAULT_VIEWPORT = { width: 1280, height: 800 };

export interface WorkbenchOptions {
  /** A packaged extension to install; default: the one that scripts/package.mjs built, unless developmentPath is given. */
  vsix?: string;
  /** An unpacked extension to run from its folder instead. */
  developmentPath?: string;
  /** Folders of unpacked extensions to have besides, by the folder name they get (`publisher.name-version`). */
  otherExtensions?: Record<string, string>;
  /** User settings besides the calm ones. */
  settings?: Record<string, unknown>;
  /** Files of the workspace folder, by relative path. */
  files?: Record<string, string>;
  theme?: Theme;
  viewport?: { width: number; height: number };
  /** Whether VS Code asks for trust in the workspace; default: everything is trusted. */
  workspaceTrust?: boolean;
  /** `server`: extensions in Node, as on the desktop; `web`: no server, extensions in a web worker (developmentPath only). */
  host?: 'server' | 'web';
}

/**
 * Opens a VS Code of its own in a browser, lets `use` work with it, and takes everything away again.
 * When `use` throws, a screenshot of that moment is left in out/screenshots.
 */
export async function withWorkbench<T>(options: WorkbenchOptions, use: (workbench: Workbench) => Promise<T>): Promise<T> {
  const scripts = await loadHostScripts();
  const root = await scripts.temporaryFolder('ui');
  const cleanUp: (() => Promise<void>)[] = [() => rm(root, { recursive: true, force: true, maxRetries: 5 })];
  try {
    const workbench = await openWorkbench(scripts, root, options, cleanUp);
    try {
      return await use(workbench);
    } catch (error) {
      await workbench.screenshot(`failed-${Date.now()}`).catch(() => {});
      throw error;
    }
  } finally {
    for (const step of cleanUp.reverse()) await step();
  }
}

async function openWorkbench(
  scripts: HostScripts,
  root: string,
  options: WorkbenchOptions,
  cleanUp: (() => Promise<void>)[],
): Promise<Workbench> {
  const { files = {}, theme = 'dark', viewport = DEFAULT_VIEWPORT } = options;
  const settings: Record<string, unknown> = { ...scripts.testSettings, 'workbench.colorTheme': themes[theme].name, ...options.settings };
  const folder = path.join(root, 'workspace');
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  const host = await (options.host === 'web' ? startWebHost(scripts, options, settings) : startServer(scripts, root, folder, options, settings));
  cleanUp.push(host.stop);
  const opened = await scripts.openWorkbench(await sharedBrowser(scripts), { url: host.url, payload: host.payload, viewport });
  cleanUp.push(opened.close);
  opened.page.setDefaultTimeout(ACTION_TIMEOUT_MS);
  const workbench = new Workbench(opened.page, folder, settings);
  await workbench.untilReady();
  return workbench;
}

interface StartedHost {
  url: string;
  payload?: [string, string][];
  stop: () => Promise<void>;
}

async function startWebHost(scripts: HostScripts, options: WorkbenchOptions, settings: Record<string, unknown>): Promise<StartedHost> {
  if (!options.developmentPath) throw new Error('The web host runs an extension from its folder: give developmentPath.');
  return scripts.startWebHost({ extension: options.developmentPath, settings, folder: { scheme: 'tmp', path: '/workspace' } });
}

async function startServer(
  scripts: HostScripts,
  root: string,
  folder: string,
  options: WorkbenchOptions,
  settings: Record<string, unknown>,
): Promise<StartedHost> {
  const dataFolder = path.join(root, 'data');
  const extensionsFolder = path.join(root, 'extensions');
  // What lies in the folder before VS Code first looks at it counts as installed; what comes later does not.
  for (const [name, source] of Object.entries(options.otherExtensions ?? {})) {
    await cp(source, path.join(extensionsFolder, name), { recursive: true });
  }
  const { developmentPath, vsix = packagedExtension, workspaceTrust } = options;
  if (!developmentPath) await scripts.installExtension(vsix, { dataFolder, extensionsFolder });
  // Only with `automation` does VS Code accept an extension under development from the address.
  const automation = developmentPath !== undefined;
  const server = await scripts.startServer({
    dataFolder,
    extensionsFolder,
    settings,
    workspaceTrust,
    automation,
    env: scripts.testEnvironment,
  });
  return {
    url: scripts.workbenchUrl(server, folder),
    payload: developmentPath ? [['extensionDevelopmentPath', `vscode-remote://127.0.0.1:${server.port}${developmentPath}`]] : [],
    stop: server.stop,
  };
}

/** Every bundled test file has its own copy of this module, so what they share lives on the global object. */
const shared = globalThis as { drillBrowser?: Promise<Browser> };

/** One browser for all tests of a process, with a fresh storage for each; Playwright ends it with the process. */
async function sharedBrowser(scripts: HostScripts): Promise<Browser> {
  const current = await (shared.drillBrowser ??= scripts.launchBrowser());
  return current.isConnected() ? current : (shared.drillBrowser = scripts.launchBrowser());
}

/** A VS Code window, used the way a person uses it. */
export class Workbench {
  constructor(
    readonly page: Page,
    /** The workspace folder on disk (empty and unused in the web host). */
    readonly folder: string,
    /** The user settings that this window was started with, and what changeSettings() added. */
    private readonly settings: Record<string, unknown>,
  ) {}

  /** Waits until extensions can run. */
  async untilReady(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.editor').waitFor({ timeout: READY_TIMEOUT_MS });
    await this.page.locator('.part.statusbar .statusbar-item').first().waitFor({ timeout: READY_TIMEOUT_MS });
  }

  /** Runs a command by its full title in the command palette, such as 'Interview Drills: Random Question'. */
  async runCommand(title: string): Promise<void> {
    const deadline = Date.now() + COMMAND_TIMEOUT_MS;
    for (;;) {
      try {
        await this.openCommandPalette(title);
        const item = this.quickPickItem(title);
        await item.waitFor({ timeout: PALETTE_PATIENCE_MS });
        return await item.click({ timeout: PALETTE_PATIENCE_MS });
      } catch (error) {
        if (Date.now() > deadline) throw new Error(`The command palette does not offer '${title}' now`, { cause: error });
        // Soon after the start extensions are still being found, which an open palette does not notice; and it closes
        // when something else takes the focus.
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Opens the command palette with something typed. */
  async openCommandPalette(text: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.page.locator('.quick-input-widget input[type=text]').fill(`>${text}`, { timeout: PALETTE_PATIENCE_MS });
  }

  /** The box of quick picks, input boxes and the command palette. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  /** An entry of the open quick pick, by the whole of its label. */
  quickPickItem(label: string): Locator {
    return this.quickInput
      .locator('.quick-input-list .monaco-list-row')
      .filter({ has: this.page.locator('.label-name').getByText(label, { exact: true }) })
      .first();
  }

  /** Types into the open quick pick or input box. */
  async fillQuickInput(text: string): Promise<void> {
    await this.quickInput.locator('input[type=text]').fill(text);
  }

  /** Opens a container of the activity bar by its title; does nothing when it is open. */
  async openSidebar(title: string): Promise<Locator> {
    const tab = this.page.locator('.part.activitybar').getByRole('tab', { name: title });
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    await this.sidebar.waitFor();
    return this.sidebar;
  }

  get sidebar(): Locator {
    return this.page.locator('.part.sidebar');
  }

  /** A row of a tree in the sidebar, by part of its accessible name (or a pattern). */
  treeItem(name: string | RegExp): Locator {
    return this.sidebar.getByRole('treeitem', { name });
  }

  /**
   * The document inside a webview: waits until one is visible whose title is `title` (or matches), or any if not given.
   * A reload or a hidden panel makes a new one, so ask again after those.
   */
  async webview(title?: string | RegExp): Promise<Frame> {
    const deadline = Date.now() + READY_TIMEOUT_MS;
    for (;;) {
      for (const { frame, title: found } of await this.webviews()) {
        if (title === undefined || (typeof title === 'string' ? found === title : title.test(found))) return frame;
      }
      if (Date.now() > deadline) {
        const seen = (await this.webviews()).map((webview) => `'${webview.title}'`);
        throw new Error(`No webview ${String(title ?? '')} is visible; there are: ${seen.join(', ') || 'none'}`);
      }
      await this.page.waitForTimeout(POLL_MS);
    }
  }

  /** The visible webviews that have content. */
  async webviews(): Promise<{ title: string; frame: Frame }[]> {
    const found: { title: string; frame: Frame }[] = [];
    for (const outer of await this.page.locator('iframe.webview').all()) {
      // Any of these can go away while it is looked at.
      try {
        if (!(await outer.isVisible())) continue;
        const outerFrame = await (await outer.elementHandle({ timeout: 500 }))?.contentFrame();
        const inner = await outerFrame?.$('iframe#active-frame');
        const frame = await inner?.contentFrame();
        if (!frame || !(await frame.$('body *'))) continue;
        found.push({ title: (await inner?.getAttribute('title')) || (await frame.title()), frame });
      } catch (error) {
        if (this.page.isClosed()) throw error;
      }
    }
    return found;
  }

  /** Changes the colour theme as a person does, and waits until the window and its webviews show it. */
  async setTheme(theme: Theme): Promise<void> {
    const { label, windowClass, bodyClass } = themes[theme];
    if (await this.page.locator(`.monaco-workbench.${windowClass}`).isVisible()) return;
    await this.openThemeList();
    await this.fillQuickInput(label);
    await this.quickPickItem(label).click();
    await this.quickInput.waitFor({ state: 'hidden' });
    await this.page.locator(`.monaco-workbench.${windowClass}`).waitFor();
    for (const { frame } of await this.webviews()) await frame.locator(`body.${bodyClass}`).waitFor();
  }

  /** Opens the list of themes; soon after the start it is empty and stays so, until it is opened again. */
  private async openThemeList(): Promise<void> {
    const deadline = Date.now() + READY_TIMEOUT_MS;
    for (;;) {
      await this.runCommand('Preferences: Color Theme');
      try {
        return await this.quickInput.locator('.monaco-list-row').first().waitFor({ timeout: PALETTE_PATIENCE_MS });
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /**
   * Changes user settings while VS Code runs: through its own settings editor, since this server's file watcher stops
   * noticing changes of settings.json soon after the start.
   */
  async changeSettings(patch: Record<string, unknown>): Promise<void> {
    Object.assign(this.settings, patch);
    await this.runCommand('Preferences: Open User Settings (JSON)');
    const tab = this.page.getByRole('tab', { name: /^settings\.json/ });
    await tab.waitFor();
    await this.editorLines.click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.insertText(JSON.stringify(this.settings));
    await this.page.keyboard.press('ControlOrMeta+S');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    await this.runCommand('View: Close Editor');
    await tab.waitFor({ state: 'detached' });
  }

  /** Reloads the window by its command, which saves what is to be restored (a reload of the page need not). */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.untilReady();
  }

  /** The texts of the notifications that are shown or in the notification centre. */
  async notifications(): Promise<string[]> {
    const rows = this.page.locator('.notifications-center .notification-list-item, .notifications-toasts .notification-list-item');
    return rows.locator('.notification-list-item-message').allInnerTexts();
  }

  /** A button of the modal dialog. */
  dialogButton(name: string): Locator {
    return this.page.locator('.monaco-dialog-box').getByRole('button', { name });
  }

  /** The lines of the editor that has the focus, as far as they are on the screen. */
  get editorLines(): Locator {
    return this.page.locator('.part.editor .editor-group-container.active .view-lines');
  }

  /** Writes out/screenshots/<name>.png and returns its path. */
  async screenshot(name: string, of: Page | Locator = this.page): Promise<string> {
    const file = path.join(repositoryRoot, 'out', 'screenshots', `${name}.png`);
    await mkdir(path.dirname(file), { recursive: true });
    await of.screenshot({ path: file, animations: 'disabled' });
    return file;
  }

  /** What axe finds wrong in a webview's document, a line for each; empty when all is well. */
  async accessibilityViolations(frame: Frame, within?: string): Promise<string[]> {
    return accessibilityViolations(frame, within);
  }
}
