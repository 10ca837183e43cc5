import assert from 'node:assert/strict';
import { repositoryRoot } from '../support/hostScripts';
import { session } from './session';

/** The browser editor without any server: the extension runs in a web worker. */
describe('drilling in the browser editor', () => {
  const workbench = session({ host: 'web', developmentPath: repositoryRoot, theme: 'dark' });

  it('opens a question from the sidebar and reveals the answer by key', async () => {
    const wb = workbench();
    await wb.openSidebar('Interview Drills');
    await wb.treeItem(/^Distributed systems/).click();
    await wb.treeItem(/^CAP theorem/).click();
    const panel = await wb.webview();
    await panel.locator('h1').filter({ hasText: 'CAP' }).waitFor();
    await panel.waitForFunction(() => document.hasFocus());
    await wb.page.keyboard.press('Space');
    await panel.locator('.section-answer').waitFor();
    assert.deepEqual(await wb.accessibilityViolations(panel), []);
    await wb.screenshot('web-host-dark');
  });

  it('draws at random and opens a scratch file', async () => {
    const wb = workbench();
    const before = await (await wb.webview()).locator('h1').innerText();
    await wb.page.keyboard.press('r');
    await (await wb.webview()).locator('h1').filter({ hasNotText: before }).waitFor();
    await wb.runCommand('Interview Drills: Go to Question…');
    await wb.fillQuickInput('lru cache');
    await wb.quickInput.locator('.monaco-list-row').first().filter({ hasText: /LRU/ }).waitFor();
    await wb.page.keyboard.press('Enter');
    const panel = await wb.webview();
    await panel.locator('h1').filter({ hasText: 'LRU' }).waitFor();
    await panel.waitForFunction(() => document.hasFocus());
    await wb.page.keyboard.press('s');
    await wb.quickPickItem('Python').click();
    await wb.editorLines.getByText('Build an LRU cache').first().waitFor();
  });
});
