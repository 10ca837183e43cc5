import assert from 'node:assert/strict';
import { untilNotification } from './notifications';
import { session } from './session';

const PACK = 'id: hostile\ntitle: Hostile\ncategories: [traps]\n';

/** Everything that a pack could try. `PWNED` is what each attempt would leave behind. */
const HOSTILE = `---
id: trap
title: Trap <img src=x onerror="document.title='PWNED'">
tags: [<script>alert(1)</script>]
---
<script>document.body.dataset.pwned = 'PWNED';</script>
<img src="x" onerror="document.body.dataset.pwned = 'PWNED'">
<iframe src="https://example.com"></iframe>

[run a command](command:workbench.action.closeAllEditors), [vscode](vscode://settings/x),
[script](javascript:document.title='PWNED'), ![remote](https://example.com/track.png)
and [a page](https://example.com/page).

## Answer

<a href="command:workbench.action.closeAllEditors">raw</a> answer

## Hints

1. <svg onload="document.body.dataset.pwned = 'PWNED'">
`;

const EVIL_FRONT_MATTER = `---js
{ title: (globalThis.PWNED = true, 'evaluated'), id: 'evil' }
---
Prompt

## Answer
Never shown.
`;

describe('a hostile pack', () => {
  const workbench = session({
    theme: 'dark',
    files: { 'packs/hostile/pack.yaml': PACK, 'packs/hostile/traps/trap.md': HOSTILE, 'packs/hostile/traps/evil.md': EVIL_FRONT_MATTER },
    settings: { 'interviewDrills.packs': ['packs/hostile'] },
  });

  it('shows its text and runs nothing', async () => {
    const wb = workbench();
    const requests: string[] = [];
    wb.page.on('request', (request) => requests.push(request.url()));
    await wb.openSidebar('Interview Drills');
    await wb.treeItem(/^Traps/).click();
    await wb.treeItem(/^Trap </).click();
    const panel = await wb.webview();
    await panel.locator('h1').filter({ hasText: 'Trap <img' }).waitFor();
    await wb.page.keyboard.press('h');
    await wb.page.keyboard.press('Space');
    await panel.locator('.section-answer').waitFor();
    assert.deepEqual(await panel.locator('main').locator('script, img, iframe, [onload], [onerror], style').count(), 0);
    assert.equal(await panel.locator('a[href^="command:"], a[href^="vscode:"], a[href^="javascript:"]').count(), 0);
    assert.equal(await panel.evaluate(() => document.body.dataset['pwned'] ?? document.title), 'Interview Drills');
    assert.deepEqual(requests.filter((url) => url.includes('example.com')), []);
  });

  it('cannot make the host follow a command link, even when the page is made to ask', async () => {
    const wb = workbench();
    const panel = await wb.webview();
    await panel.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'command:workbench.action.closeAllEditors';
      link.textContent = 'smuggled';
      link.id = 'smuggled';
      document.querySelector('.prompt')!.append(link);
    });
    await panel.locator('#smuggled').click();
    await untilNotification(wb, /This link was not opened/);
    assert.equal(await panel.locator('h1').isVisible(), true, 'the panel is still open');
  });

  it('asks before it opens a web address', async () => {
    const wb = workbench();
    const panel = await wb.webview();
    await panel.getByRole('link', { name: 'a page' }).click();
    await wb.page.locator('.monaco-dialog-box').getByText('https://example.com/page').waitFor();
    await wb.dialogButton('Cancel').click();
  });

  it('has its bad file reported with what to do, and nothing evaluated', async () => {
    const wb = workbench();
    await untilNotification(wb, /A problem in the pack .*evil\.md:1:1 error: Front matter in 'js' is not read/);
    await wb.runCommand('Problems: Focus on Problems View');
    await wb.page.locator('.markers-panel').getByText(/Front matter in 'js' is not read/).waitFor();
  });
});

describe('a workspace that is not trusted', () => {
  const workbench = session({
    theme: 'light',
    workspaceTrust: true,
    files: {
      '.vscode/settings.json': JSON.stringify({ 'interviewDrills.packs': ['packs/hostile'] }),
      'packs/hostile/pack.yaml': PACK,
      'packs/hostile/traps/trap.md': HOSTILE,
    },
  });

  it('drills the built-in questions and ignores the packs that the workspace names', async () => {
    const wb = workbench();
    await wb.page.locator('.part.statusbar').getByText('Restricted Mode').waitFor();
    await wb.openSidebar('Interview Drills');
    await wb.treeItem(/^Caching/).click();
    await wb.treeItem(/^Why cache/).click();
    await (await wb.webview()).locator('h1').waitFor();
    assert.equal(await wb.treeItem(/^Traps/).count(), 0);
  });
});
