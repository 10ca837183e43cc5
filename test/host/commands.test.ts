import * as vscode from 'vscode';
import { COMMANDS, type CommandId } from '../../src/platform/ids';
import * as assert from './support/assert';
import { closeAll, extension, open, run, tabs } from './support/liveExtension';
import { until, within } from './support/until';
import { choosing, latest, messagesOf } from './support/watchedWindow';

const manifest = extension.packageJSON as {
  contributes: { commands: { command: CommandId }[]; menus: { commandPalette: { command: string; when: string }[] } };
};
const all = manifest.contributes.commands.map(({ command }) => command);
/** Those that wait for the user in a list of their own. */
const waiting: readonly CommandId[] = [COMMANDS.goToQuestion, COMMANDS.filterByText, COMMANDS.openQuestion];

/** Runs a command as from the palette, without an argument, and leaves every list that it opens. */
async function runAlone(command: CommandId): Promise<void> {
  delete latest.quickPick;
  delete latest.inputBox;
  const finished = choosing(
    () => undefined,
    async () => run(command),
  );
  if (waiting.includes(command)) {
    const list = await until(`the list of ${command}`, () => latest.quickPick ?? latest.inputBox);
    list.hide();
  }
  const outcome = await within(10_000, finished.then(() => 'finished'));
  assert.equal(outcome, 'finished', command);
}

describe('commands', () => {
  before(async () => {
    await extension.activate();
    await closeAll();
  });
  afterEach(closeAll);

  it('are all registered', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(all.filter((command) => !registered.has(command)), []);
    assert.deepEqual(all.toSorted(), Object.values(COMMANDS).toSorted());
  });

  for (const command of all) {
    it(`${command} does no harm when nothing is open`, async () => {
      const messages = await messagesOf(() => runAlone(command));
      assert.deepEqual(messages.filter(({ severity }) => severity !== 'information'), []);
    });
  }

  const needQuestion = manifest.contributes.menus.commandPalette.filter(({ when }) => /questionOpen|hasExercise|scratchFileOpen/.test(when));
  for (const { command } of needQuestion) {
    it(`${command} tells what to do when no question is open`, async () => {
      const messages = await messagesOf(() => run(command as CommandId));
      assert.equal(messages.length, 1);
      assert.match(messages[0]?.text, /^Open a (question|scratch file) first/);
      assert.equal(tabs().length, 0);
    });
  }

  for (const id of ['cors', 'sql-top-earners']) {
    for (const command of all) {
      it(`${command} does no harm while '${id}' is open`, async () => {
        await open(id);
        const messages = await messagesOf(() => runAlone(command));
        assert.deepEqual(messages.filter(({ severity }) => severity !== 'information'), []);
      });
    }
  }
});
