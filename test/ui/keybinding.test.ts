import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadHostScripts, repositoryRoot } from '../support/hostScripts';
import { Workbench } from '../support/workbench';

/** What VS Code in a browser takes for each system, and how one copies there. */
const SYSTEMS = {
  Windows: { userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', control: 'Control', contributed: 'key' },
  macOS: { userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', control: 'Meta', contributed: 'mac' },
  Linux: { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', control: 'Control', contributed: 'key' },
} as const;

interface Keybinding {
  readonly key: string;
  readonly command: string;
}

describe('the keybinding of Random Question', function () {
  this.timeout(180_000);

  it('clashes with no default of VS Code on Windows, macOS and Linux', async () => {
    const scripts = await loadHostScripts();
    const manifest = JSON.parse(await readFile(path.join(repositoryRoot, 'package.json'), 'utf8')) as {
      contributes: { keybindings: { command: string; key: string; mac: string }[] };
    };
    const [ours] = manifest.contributes.keybindings;
    const folder = await scripts.temporaryFolder('keybindings');
    const server = await scripts.startServer({ dataFolder: path.join(folder, 'data'), settings: scripts.testSettings });
    const browser = await scripts.launchBrowser();
    try {
      for (const [system, { userAgent, control, contributed }] of Object.entries(SYSTEMS)) {
        const opened = await scripts.openWorkbench(browser, { url: scripts.workbenchUrl(server, folder), userAgent });
        const wb = new Workbench(opened.page, folder, {});
        await wb.untilReady();
        await wb.runCommand('Preferences: Open Default Keyboard Shortcuts (JSON)');
        await wb.editorLines.getByText('Override key bindings').first().waitFor();
        await wb.page.keyboard.press(`${control}+a`);
        // Chromium's own copy key is that of the system it really runs on.
        await wb.page.evaluate(() => document.execCommand('copy'));
        const text = await wb.page.evaluate(() => navigator.clipboard.readText());
        const defaults = parseDefaults(text);
        assert.ok(defaults.length > 500, `${system} has ${defaults.length} default keybindings`);
        assert.equal(defaults.some(({ key }) => key.includes('cmd')), system === 'macOS', `these are the defaults of ${system}`);
        const chord = ours![contributed];
        const clashes = defaults.filter(({ key }) => key === chord || key.startsWith(`${chord} `) || chord.startsWith(`${key} `));
        assert.deepEqual(clashes, [], `${chord} on ${system}`);
        await opened.close();
      }
    } finally {
      await browser.close();
      await server.stop();
    }
  });
});

/** The defaults are JSON with comments; each binding stands in braces with its key and command. */
function parseDefaults(text: string): Keybinding[] {
  return [...text.matchAll(/\{ *"key": "([^"]+)",\s*"command": "([^"]+)"/g)].map(([, key, command]) => ({
    key: key!,
    command: command!,
  }));
}
