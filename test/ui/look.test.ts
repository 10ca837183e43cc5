import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import type { Theme } from '../support/themes';
import { session } from './session';

const THEMES: readonly Theme[] = ['light', 'dark', 'highContrast', 'highContrastLight'];

/** Every question has its own mix of tables, code and pictures; these three have most of it. */
const QUESTIONS = ['oauth2', 'connection pooling', 'token bucket'];

describe('the look of the question panel', () => {
  const workbench = session({ theme: 'light', viewport: { width: 1280, height: 900 } });

  const openRevealed = async (words: string): Promise<Frame> => {
    const wb = workbench();
    await wb.runCommand('Interview Drills: Go to Question…');
    await wb.fillQuickInput(words);
    await wb.quickInput.locator('.monaco-list-row').nth(0).waitFor();
    await wb.page.keyboard.press('Enter');
    const panel = await wb.webview();
    await panel.locator('.actions:visible').waitFor();
    await panel.waitForFunction(() => document.hasFocus());
    await wb.page.keyboard.press('h');
    await wb.page.keyboard.press('Space');
    await panel.locator('.section-references').waitFor();
    return panel;
  };

  for (const theme of THEMES) {
    it(`has no accessibility violation in ${theme}`, async () => {
      const wb = workbench();
      await wb.setTheme(theme);
      await wb.openSidebar('Interview Drills');
      for (const words of QUESTIONS) {
        const panel = await openRevealed(words);
        assert.deepEqual(await wb.accessibilityViolations(panel), []);
        await panel.locator('figure.diagram').first().scrollIntoViewIfNeeded();
        await wb.screenshot(`answer-${words.replaceAll(' ', '-')}-${theme}`);
      }
      await wb.page.keyboard.press('?');
      const panel = await wb.webview();
      await panel.locator('dialog.keys[open]').waitFor();
      assert.deepEqual(await wb.accessibilityViolations(panel), []);
      await wb.page.keyboard.press('Escape');
    });
  }

  for (const [name, width] of [['narrow', 300], ['wide', 1600]] as const) {
    it(`fits a panel ${width} px wide: nothing but tables, code and diagrams scrolls sideways`, async () => {
      const wb = workbench();
      await wb.setTheme('dark');
      if (await wb.sidebar.isVisible()) await wb.runCommand('View: Close Primary Side Bar');
      await wb.page.setViewportSize({ width: width + 60, height: 900 });
      for (const words of QUESTIONS) {
        const panel = await openRevealed(words);
        const { inner, scrolled } = await panel.evaluate(() => ({
          inner: window.innerWidth,
          scrolled: document.documentElement.scrollWidth,
        }));
        assert.ok(Math.abs(inner - width) < 80, `the panel is ${inner} px wide`);
        assert.ok(scrolled <= inner, `the page is ${scrolled} px wide in ${inner} px`);
        await panel.locator('figure.diagram').first().scrollIntoViewIfNeeded();
        await wb.screenshot(`answer-${words.replaceAll(' ', '-')}-${name}`);
      }
      await wb.page.setViewportSize({ width: 1280, height: 900 });
    });
  }
});
