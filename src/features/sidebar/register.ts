import * as vscode from 'vscode';
import { isActive } from '../../core/questions/filter';
import { GROUPINGS } from '../../core/questions/library';
import { registerCommand } from '../../platform/commands';
import { COMMANDS, VIEWS } from '../../platform/ids';
import type { Services } from '../../platform/services';
import { groupingWord } from '../../platform/words';
import { filterWords, pickFilter } from './filterPick';
import { QuestionTreeProvider } from './questionTreeProvider';

/** While the user types a filter, how long the view waits for the next key, in ms. */
const TYPING_PAUSE = 120;

/** The sidebar: the tree, its filter and its grouping. */
export function register(services: Services): vscode.Disposable {
  const { filter, questions, open } = services;
  const provider = new QuestionTreeProvider(services);
  const view = vscode.window.createTreeView(VIEWS.questions, { treeDataProvider: provider, showCollapseAll: true });
  return vscode.Disposable.from(
    provider,
    view,
    provider.onDidArrange(({ shown, total }) => {
      // An empty tree has a text of its own, which a message would hide.
      const says = isActive(filter.filter) && shown > 0;
      view.message = says ? vscode.l10n.t('{0} of {1}: {2}', shown, total, filterWords(filter.filter)) : '';
    }),
    open.onDidChange((opened) => {
      const node = opened && view.visible && provider.find(opened.question, opened.topic);
      if (!node) return;
      view.reveal(node, { select: true, focus: false }).then(undefined, (error: unknown) => {
        // The tree may have been filtered anew meanwhile; the selection is a courtesy.
        services.log.info(`The open question is not shown in the sidebar: ${String(error)}`);
      });
    }),
    registerCommand(services, COMMANDS.groupBy, async () => {
      const choices = GROUPINGS.map((grouping) => ({
        label: groupingWord(grouping),
        grouping,
        ...(grouping === filter.grouping && { description: vscode.l10n.t('current') }),
      }));
      const chosen = await vscode.window.showQuickPick(choices, { title: vscode.l10n.t('Group Questions By') });
      if (chosen) await filter.setGrouping(chosen.grouping);
    }),
    registerCommand(services, COMMANDS.filter, async () => {
      const chosen = await pickFilter(await questions.library(), filter.filter);
      if (chosen) await filter.setFilter(chosen);
    }),
    registerCommand(services, COMMANDS.filterByText, () => filterByText(services)),
    registerCommand(services, COMMANDS.clearFilter, () => filter.clear()),
    registerCommand(services, COMMANDS.collapseAll, async () => {
      // VS Code makes its own command for this when the view is first shown.
      await vscode.commands.executeCommand(`${VIEWS.questions}.focus`);
      await vscode.commands.executeCommand(`workbench.actions.treeView.${VIEWS.questions}.collapseAll`);
    }),
  );
}

/** Filters while the user types; Escape brings back what was there before. */
function filterByText({ filter }: Services): Promise<void> {
  const before = filter.filter;
  const box = vscode.window.createInputBox();
  box.title = vscode.l10n.t('Filter Questions by Text');
  box.placeholder = vscode.l10n.t('Words in titles, tags and technologies');
  box.value = before.text;
  let accepted = false;
  let typing: ReturnType<typeof setTimeout> | undefined;
  const apply = (): Promise<void> => filter.setFilter({ ...filter.filter, text: box.value });
  return new Promise((resolve, reject) => {
    box.onDidChangeValue(() => {
      clearTimeout(typing);
      typing = setTimeout(() => void apply(), TYPING_PAUSE);
    });
    box.onDidAccept(() => {
      accepted = true;
      box.hide();
    });
    box.onDidHide(() => {
      clearTimeout(typing);
      box.dispose();
      (accepted ? apply() : filter.setFilter(before)).then(resolve, reject);
    });
    box.show();
  });
}
