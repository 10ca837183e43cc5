import assert from 'node:assert/strict';
import { session } from './session';

describe("the question panel's content security policy", () => {
  const workbench = session({ theme: 'dark' });

  it('is strict, and the panel keeps to it', async () => {
    const wb = workbench();
    const violations: string[] = [];
    wb.page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text()) && /nonce-/.test(message.text())) violations.push(message.text());
    });
    await wb.runCommand('Interview Drills: Random Question');
    const panel = await wb.webview();
    await panel.locator('h1').waitFor();
    await panel.waitForFunction(() => document.hasFocus());
    await wb.page.keyboard.press('Space');
    await panel.locator('.section-references').waitFor();
    const policy = await panel.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(policy ?? '', /^default-src 'none'; script-src 'nonce-[0-9a-f]{32}'; style-src 'nonce-[0-9a-f]{32}'/);
    assert.equal(await panel.locator('main [style]').count(), 0);
    assert.deepEqual(violations, []);
  });
});
