import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { session } from './session';

/** A person's first quarter of an hour, in the packaged extension, installed into a clean VS Code. */
describe('drilling in the installed extension', () => {
  const workbench = session({ theme: 'light' });
  const shown = async (): Promise<string> => (await (await workbench().webview()).locator('h1').innerText()).trim();

  it('lists topics in the sidebar and opens a question from there', async () => {
    const wb = workbench();
    await wb.openSidebar('Interview Drills');
    await wb.treeItem(/^Caching, \d+ questions, 0 done/).click();
    await wb.treeItem(/^Cache stampede/).waitFor();
    await wb.screenshot('sidebar-light');
    await wb.treeItem(/^Cache stampede/).click();
    assert.match(await shown(), /expires and the whole site slows down/);
    await wb.treeItem(/^Cache stampede, advanced, seen/).waitFor();
    await wb.screenshot('question-light');
  });

  it('shows hint by hint and then the answer by key', async () => {
    const wb = workbench();
    const panel = await wb.webview();
    assert.equal(await panel.locator('.answer').isVisible(), false);
    await wb.page.keyboard.press('h');
    await panel.locator('.hints li').first().waitFor();
    await wb.page.keyboard.press('Space');
    await panel.locator('.section-answer').waitFor();
    await panel.locator('.section-in-depth').waitFor();
    assert.equal(await panel.locator('.actions').isVisible(), false);
    // The answer's heading has the focus, so that a screen reader goes on there.
    assert.equal(await panel.evaluate(() => document.activeElement?.textContent), 'Answer');
    await wb.screenshot('answer-light');
  });

  it('walks through the topic with N and P', async () => {
    const wb = workbench();
    const before = await shown();
    const panel = await wb.webview();
    const position = panel.locator('.position');
    const here = await position.innerText();
    await wb.page.keyboard.press('n');
    await panel.locator('h1').filter({ hasNotText: before }).waitFor();
    assert.notEqual(await position.innerText(), here);
    assert.equal(await panel.locator('.answer').isVisible(), false, 'the next answer is covered');
    await wb.page.keyboard.press('p');
    await panel.locator('h1').filter({ hasText: before }).waitFor();
    assert.equal(await position.innerText(), here);
  });

  it('bookmarks and marks as done by key, and the sidebar shows it', async () => {
    const wb = workbench();
    const panel = await wb.webview();
    await wb.page.keyboard.press('b');
    await panel.locator('.tool-bookmark.pressed').waitFor();
    await wb.page.keyboard.press('d');
    await panel.locator('.tool-done.pressed').waitFor();
    await wb.treeItem(/^Cache stampede, advanced, done, bookmarked/).waitFor();
    await wb.treeItem(/^Caching, \d+ questions, 1 done/).waitFor();
  });

  it('lists all keys on ? and closes the list on Escape', async () => {
    const wb = workbench();
    const panel = await wb.webview();
    await wb.page.keyboard.press('?');
    await panel.locator('dialog.keys[open]').waitFor();
    await wb.screenshot('keys-light');
    await wb.page.keyboard.press('Escape');
    await panel.locator('dialog.keys:not([open])').waitFor({ state: 'attached' });
  });

  it('brings ten different questions on ten presses of the random key', async () => {
    const wb = workbench();
    const titles = new Set<string>([await shown()]);
    for (let press = 0; press < 10; press++) {
      const before = await shown();
      await wb.page.keyboard.press('Shift+Alt+q');
      await (await wb.webview()).locator('h1').filter({ hasNotText: before }).waitFor();
      titles.add(await shown());
    }
    assert.equal(titles.size, 11);
  });

  it('comes back after a reload of the window with the same question as far uncovered', async () => {
    const wb = workbench();
    await wb.page.keyboard.press('Space');
    await (await wb.webview()).locator('.section-answer').waitFor();
    const before = await shown();
    await wb.reload();
    const panel = await wb.webview();
    await panel.locator('.section-answer').waitFor();
    assert.equal(await shown(), before);
  });

  it('keeps marks over the reload', async () => {
    const wb = workbench();
    await wb.openSidebar('Interview Drills');
    if ((await wb.treeItem(/^Caching/).getAttribute('aria-expanded')) !== 'true') await wb.treeItem(/^Caching/).click();
    await wb.treeItem(/^Cache stampede, advanced, done, bookmarked/).waitFor();
  });

  it('finds a question by a synonym and by a misspelling', async () => {
    const wb = workbench();
    await wb.runCommand('Interview Drills: Go to Question…');
    await wb.fillQuickInput('thundering herd');
    const first = wb.quickInput.locator('.quick-input-list .monaco-list-row').first();
    await first.filter({ hasText: 'popular cache entry' }).waitFor();
    await wb.fillQuickInput('idempotncy');
    await first.filter({ hasText: /idempotency/i }).waitFor();
    await wb.screenshot('go-to-light');
    await wb.page.keyboard.press('Enter');
    await (await wb.webview()).locator('h1').filter({ hasText: /idempoten/i }).waitFor();
  });

  it('opens a scratch file with the task on top and the question beside it', async () => {
    const wb = workbench();
    await wb.runCommand('Interview Drills: Go to Question…');
    await wb.fillQuickInput('build token bucket');
    await wb.quickInput.locator('.monaco-list-row').first().filter({ hasText: /token-bucket/i }).waitFor();
    await wb.page.keyboard.press('Enter');
    const panel = await wb.webview();
    await panel.locator('h1').filter({ hasText: /token-bucket/i }).waitFor();
    await wb.page.keyboard.press('s');
    await wb.quickPickItem('TypeScript').click();
    await wb.editorLines.getByText('Build a token-bucket rate limiter').waitFor();
    assert.equal(await panel.locator('h1').isVisible(), true);
    const file = path.join(wb.folder, 'interview-drills/backend/token-bucket-limiter/attempt-1/token-bucket-limiter.ts');
    assert.match(await readFile(file, 'utf8'), /not implemented/);
    await wb.page.locator('.codelens-decoration').getByText('Reveal model answer').waitFor();
    await wb.screenshot('scratch-light');
  });

  it('compares the scratch file with the model answer', async () => {
    const wb = workbench();
    await wb.page.locator('.codelens-decoration').getByText('Compare with model answer').click();
    await wb.page.locator('.monaco-diff-editor .editor.modified .view-lines').first().waitFor();
    await wb.page.getByRole('tab', { name: /mine ↔ model answer/ }).waitFor();
    await wb.screenshot('compare-light');
  });

  it('filters by ticking what to see, and tells so above the tree', async () => {
    const wb = workbench();
    await wb.openSidebar('Interview Drills');
    await wb.runCommand('Interview Drills: Filter Questions…');
    await wb.quickPickItem('advanced').click();
    await wb.screenshot('filter-light');
    await wb.page.keyboard.press('Enter');
    await wb.sidebar.getByText(/^\d+ of 64: advanced$/).waitFor();
    assert.equal(await wb.treeItem(/, beginner,/).count(), 0);
    await wb.runCommand('Interview Drills: Clear Filter');
    await wb.sidebar.getByText(/of 64: advanced/).waitFor({ state: 'hidden' });
  });

  it('says so when nothing passes the filter, and offers to clear it', async () => {
    const wb = workbench();
    await wb.openSidebar('Interview Drills');
    await wb.runCommand('Interview Drills: Filter Questions by Text…');
    await wb.fillQuickInput('no such words anywhere');
    await wb.page.keyboard.press('Enter');
    await wb.sidebar.getByText('No question passes the filter.').waitFor();
    await wb.screenshot('filter-empty-light');
    await wb.sidebar.getByRole('region', { name: 'Welcome' }).getByRole('button', { name: 'Clear Filter' }).click();
    await wb.treeItem(/^Caching/).waitFor();
  });

  it('leads a newcomer through a walkthrough of five steps', async () => {
    const wb = workbench();
    await wb.runCommand('Interview Drills: Open Walkthrough');
    const steps = wb.page.locator('.getting-started-step');
    await steps.first().waitFor();
    assert.equal(await steps.count(), 5);
    await wb.screenshot('walkthrough-light');
  });
});
