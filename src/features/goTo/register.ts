import * as vscode from 'vscode';
import type { Library } from '../../core/questions/library';
import { type QuestionSummary, refKey } from '../../core/questions/question';
import type { QuestionSearch } from '../../core/questions/search';
import { registerCommand } from '../../platform/commands';
import { COMMANDS } from '../../platform/ids';
import type { Services } from '../../platform/services';
import { levelWord } from '../../platform/words';

interface QuestionItem extends vscode.QuickPickItem {
  readonly question: QuestionSummary;
}

/** More hits than this no one reads. */
const MOST_HITS = 60;

/** 'Go to Question': a quick pick over all questions, found and ranked by our own search. */
export function register(services: Services): vscode.Disposable {
  return registerCommand(services, COMMANDS.goToQuestion, () => goToQuestion(services));
}

async function goToQuestion(services: Services): Promise<void> {
  const pick = vscode.window.createQuickPick<QuestionItem>();
  pick.title = vscode.l10n.t('Go to Question');
  pick.placeholder = vscode.l10n.t('Words of the title, a tag, a synonym or the text');
  pick.busy = true;
  keepOwnOrder(pick);
  const hidden = new Promise<void>((resolve) => pick.onDidHide(() => resolve()));
  let search: QuestionSearch | undefined;
  let library: Library | undefined;
  const showHits = (): void => {
    if (!search || !library) return;
    const { done, bookmarked } = services.marks.marks;
    const categories = library;
    pick.items = search.find(pick.value, MOST_HITS).map(({ question }) => ({
      label: question.title,
      description: [
        bookmarked.has(refKey(question)) ? '★' : '',
        done.has(refKey(question)) ? '✓' : '',
        categories.topic(categories.categoryOf(question))?.title ?? '',
        levelWord(question.level),
      ]
        .filter(Boolean)
        .join(' · '),
      // The list must not filter once more: a hit may match by synonym, text or misspelling.
      alwaysShow: true,
      question,
    }));
  };
  pick.onDidChangeValue(showHits);
  pick.onDidAccept(() => {
    // Who types fast presses Enter while an older list is still on the screen; then the best hit is meant.
    const active = pick.activeItems[0];
    const question = (active && pick.items.includes(active) ? active : pick.items[0])?.question;
    pick.hide();
    if (question) void vscode.commands.executeCommand(COMMANDS.openQuestion, { question });
  });
  pick.show();
  try {
    [library, search] = await Promise.all([services.questions.library(), services.questions.search(), services.marks.load()]);
    pick.busy = false;
    showHits();
    await hidden;
  } finally {
    pick.dispose();
  }
}

/**
 * VS Code sorts the items of a quick pick by where the typed text stands in their labels. The property
 * that turns this off exists but is not in the public types (vscode issue 73904).
 */
function keepOwnOrder(pick: vscode.QuickPick<QuestionItem>): void {
  (pick as { sortByLabel?: boolean }).sortByLabel = false;
}
