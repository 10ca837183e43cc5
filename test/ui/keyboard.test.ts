import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { session } from './session';

describe('with the keyboard alone', () => {
  const workbench = session({ theme: 'highContrast', settings: { 'interviewDrills.scratch.language': 'python' } });

  it('goes from the sidebar to a question, reveals step by step, writes code and comes back', async () => {
    const wb = workbench();
    const { keyboard } = wb.page;
    await wb.runCommand('Interview Drills: Focus on Interview Drills View');
    await wb.treeItem(/^Scalability/).waitFor();
    // The first time, VS Code gives the focus to a view that has no rows yet.
    await wb.runCommand('Interview Drills: Focus on Interview Drills View');
    await keyboard.press('Home');
    const focused = wb.sidebar.locator('.monaco-list-row.focused');
    for (let down = 0; down < 20 && !(await focused.getAttribute('aria-label'))?.startsWith('Scalability'); down++) {
      await keyboard.press('ArrowDown');
    }
    await keyboard.press('ArrowRight');
    await wb.treeItem(/^Build: token bucket/).waitFor();
    for (let down = 0; down < 20 && !(await focused.getAttribute('aria-label'))?.startsWith('Build: token bucket'); down++) {
      await keyboard.press('ArrowDown');
    }
    await keyboard.press('Enter');
    const panel = await wb.webview();
    await panel.locator('h1').filter({ hasText: 'token-bucket' }).waitFor();
    await panel.waitForFunction(() => document.hasFocus());

    const hints = panel.locator('.hints li');
    const count = 4;
    for (let step = 1; step <= count; step++) {
      await keyboard.press('Shift+Space');
      await hints.nth(step - 1).waitFor();
    }
    assert.equal(await panel.locator('.answer').isVisible(), false);
    await keyboard.press('Shift+Space');
    await panel.locator('.section-answer').waitFor();
    assert.equal(await panel.locator('.section-in-depth').isVisible(), false);
    await keyboard.press('Shift+Enter');
    await panel.locator('.section-in-depth').waitFor();

    await keyboard.press('s');
    await wb.editorLines.getByText('Build a token-bucket rate limiter').waitFor();
    await keyboard.press('Control+End');
    await keyboard.type('# my own work');
    await keyboard.press('Control+s');
    const file = path.join(wb.folder, 'interview-drills/backend/token-bucket-limiter/attempt-1/token-bucket-limiter.py');
    await assert.doesNotReject(async () => {
      while (!(await readFile(file, 'utf8')).endsWith('# my own work')) await wb.page.waitForTimeout(50);
    });

    await keyboard.press('Control+1');
    await panel.waitForFunction(() => document.hasFocus());
    await keyboard.press('n');
    await panel.locator('h1').filter({ hasNotText: 'token-bucket' }).waitFor();
    await keyboard.press('a');
    await wb.editorLines.getByText('My answer').waitFor();
    await wb.screenshot('keyboard-highContrast');
  });

  it('reaches every control of the panel by Tab, each with a name and a visible focus', async () => {
    const wb = workbench();
    await wb.page.keyboard.press('Control+1');
    const panel = await wb.webview();
    await panel.waitForFunction(() => document.hasFocus());
    const names = new Set<string>();
    for (let tab = 0; tab < 25; tab++) {
      await wb.page.keyboard.press('Tab');
      const at = await panel.evaluate(() => {
        const active = document.activeElement;
        if (!active || !document.hasFocus() || active === document.body) return undefined;
        const { outlineStyle } = getComputedStyle(active);
        return { name: active.getAttribute('aria-label') ?? active.textContent ?? '', outlineStyle };
      });
      if (!at) break;
      assert.notEqual(at.name.trim(), '');
      assert.notEqual(at.outlineStyle, 'none', `${at.name} shows that it has the focus`);
      names.add(at.name.trim());
    }
    for (const wanted of ['Previous question', 'Next question', 'Random question', 'Bookmark', 'Copy as Markdown', 'All keys']) {
      assert.ok(names.has(wanted), `${wanted} can be reached; reached: ${[...names].join(', ')}`);
    }
  });
});
