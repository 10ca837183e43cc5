import * as vscode from 'vscode';
import { COMMANDS } from '../../src/platform/ids';
import * as assert from './support/assert';
import { builtIn, closeAll, extension, openId, run, untilTitle } from './support/liveExtension';
import { until } from './support/until';
import { messagesOf, shownInPanel, sidebar } from './support/watchedWindow';

/** The first file by name: only before all others can one see what wakes the extension. */
describe('activation', () => {
  after(closeAll);

  it('waits until something is asked of it', () => {
    assert.equal(extension.isActive, false);
    const events = (extension.packageJSON as { activationEvents: string[] }).activationEvents;
    assert.deepEqual(events, ['onWebviewPanel:interviewDrills.question']);
  });

  it('comes with the first random question, before the sidebar was ever opened', async () => {
    const messages = await messagesOf(() => run(COMMANDS.randomQuestion));
    assert.deepEqual(messages, []);
    assert.ok(extension.isActive);
    assert.equal(sidebar.view?.visible, false);
    const question = (await builtIn()).find({ packId: 'backend', id: openId() });
    assert.ok(question);
    await untilTitle(question.short ?? question.title);
    assert.match(shownInPanel()?.type, /^show$/);
  });

  it('collapses the tree, though the sidebar was never opened', async () => {
    assert.deepEqual(await messagesOf(() => run(COMMANDS.collapseAll)), []);
  });

  it('fills the sidebar when it is opened', async () => {
    await vscode.commands.executeCommand('interviewDrills.questions.focus');
    const { view, provider } = sidebar;
    assert.ok(view && provider);
    await until('the view', () => view.visible, view.onDidChangeVisibility as vscode.Event<never>);
    const topics = await provider.getChildren();
    assert.ok(topics && topics.length > 5);
  });
});
