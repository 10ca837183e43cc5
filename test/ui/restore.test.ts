import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { session } from './session';

const QUESTION = (id: string): string => `---\nid: ${id}\ntitle: A question about ${id}\n---\nPrompt\n\n## Answer\nYes.\n`;

describe('a panel whose question is gone after a reload', () => {
  const workbench = session({
    theme: 'dark',
    files: {
      'mine/pack.yaml': 'id: mine\ntitle: Mine\n',
      'mine/topic/retry-budget.md': QUESTION('retry-budget'),
      'mine/topic/retry-storm.md': QUESTION('retry-storm'),
    },
    settings: { 'interviewDrills.packs': ['mine'] },
  });

  it('says so and offers the nearest question', async () => {
    const wb = workbench();
    await wb.openSidebar('Interview Drills');
    await wb.treeItem(/^Topic/).click();
    await wb.treeItem(/about retry-budget/).click();
    await (await wb.webview()).locator('h1').filter({ hasText: 'retry-budget' }).waitFor();
    await rm(path.join(wb.folder, 'mine/topic/retry-budget.md'));
    await wb.reload();
    const panel = await wb.webview();
    await panel.locator('h1').filter({ hasText: "The question 'mine/retry-budget' is not there any more" }).waitFor();
    await wb.screenshot('missing-dark');
    await panel.getByRole('button', { name: /Open “A question about retry-storm” instead/ }).click();
    await panel.locator('h1').filter({ hasText: 'A question about retry-storm' }).waitFor();
  });

  it('opens a question under its new name by its former one', async () => {
    const wb = workbench();
    await writeFile(
      path.join(wb.folder, 'mine/topic/retry-storm.md'),
      QUESTION('retry-avalanche').replace('title:', 'aliases: [retry-storm]\ntitle:'),
    );
    await wb.reload();
    await (await wb.webview()).locator('h1').filter({ hasText: 'A question about retry-avalanche' }).waitFor();
    assert.deepEqual(await wb.notifications(), []);
  });
});
