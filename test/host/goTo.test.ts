import * as vscode from 'vscode';
import { COMMANDS } from '../../src/platform/ids';
import * as assert from './support/assert';
import { closeAll, openId, question, run, tabs, titleOf, untilTitle } from './support/liveExtension';
import { until } from './support/until';
import { latest } from './support/watchedWindow';

describe('going to a question', () => {
  afterEach(closeAll);

  async function list(): Promise<{ pick: vscode.QuickPick<vscode.QuickPickItem>; finished: Thenable<unknown> }> {
    delete latest.quickPick;
    const finished = run(COMMANDS.goToQuestion);
    const pick = await until('the list', () => latest.quickPick);
    await until('its items', () => !pick.busy && pick.items.length > 0);
    return { pick, finished };
  }

  for (const [typed, id] of [
    ['thundering herd', 'cache-stampede'],
    ['shrading', 'sharding'],
    ['token bucket', 'token-bucket-limiter'],
  ] as const) {
    it(`finds '${id}' by '${typed}' and opens it on Enter`, async () => {
      const { pick, finished } = await list();
      pick.value = typed;
      const { title } = await question(id);
      await until(`${title} at the top, not ${pick.items[0]?.label}`, () => pick.items[0]?.label === title && pick.activeItems[0]?.label === title);
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await finished;
      await untilTitle(await titleOf(id));
      assert.equal(openId(), id);
    });
  }

  it('is what opening a question without naming one does', async () => {
    delete latest.quickPick;
    const finished = run(COMMANDS.openQuestion);
    const pick = await until('the list', () => latest.quickPick);
    pick.hide();
    await finished;
    assert.equal(tabs().length, 0);
  });

  it('shows nothing when nothing fits, and does nothing on Enter', async () => {
    const { pick, finished } = await list();
    pick.value = 'qqqqqqqqq zzzzzzzz';
    await until('an empty list', () => pick.items.length === 0);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    pick.hide();
    await finished;
    assert.equal(tabs().length, 0);
  });
});
