import * as vscode from 'vscode';
import { isTopicRef, type TopicRef } from '../../core/questions/library';
import { type QuestionSummary, refKey } from '../../core/questions/question';
import { RandomBag } from '../../core/sessions/randomBag';
import { revealAll, revealHint, revealStep } from '../../core/sessions/reveal';
import { asRef, questionFor, registerCommand } from '../../platform/commands';
import { COMMANDS } from '../../platform/ids';
import type { Services } from '../../platform/services';
import type { QuestionDrill } from './questionDrill';
import { sourceUri } from './sourceDocuments';

/** Registers everything that can be done with a question. */
export function registerQuestionCommands(services: Services, drill: QuestionDrill): vscode.Disposable {
  const bag = new RandomBag(Math.random);
  const { marks } = services;
  return vscode.Disposable.from(
    registerCommand(services, COMMANDS.openQuestion, async (argument) => {
      const ref = asRef(argument);
      if (!ref) return vscode.commands.executeCommand(COMMANDS.goToQuestion);
      await drill.open(ref, topicIn(argument));
      const { current } = services.open;
      if (current) bag.setAside(refKey(current.question));
      return undefined;
    }),
    registerCommand(services, COMMANDS.randomQuestion, (argument) => drawRandom(services, drill, bag, topicIn(argument))),
    registerCommand(services, COMMANDS.nextQuestion, () => drill.walk(1)),
    registerCommand(services, COMMANDS.previousQuestion, () => drill.walk(-1)),
    registerCommand(services, COMMANDS.revealAnswer, () => drill.uncover(revealAll)),
    registerCommand(services, COMMANDS.revealStep, () => drill.uncover(revealStep)),
    registerCommand(services, COMMANDS.showHint, () => drill.uncover(revealHint)),
    registerCommand(services, COMMANDS.showKeys, () => drill.showKeys()),
    registerCommand(services, COMMANDS.toggleBookmark, async (argument) => {
      const question = await withMarks(services, argument);
      if (question) marks.add(question, marks.marks.bookmarked.has(refKey(question)) ? 'unbookmarked' : 'bookmarked');
    }),
    registerCommand(services, COMMANDS.toggleDone, async (argument) => {
      const question = await withMarks(services, argument);
      if (question) marks.add(question, marks.marks.done.has(refKey(question)) ? 'undone' : 'done');
    }),
    registerCommand(services, COMMANDS.openSource, async (argument) => {
      const question = await questionFor(services, argument);
      if (!question) return;
      const uri = services.questions.fileOf(question) ?? sourceUri(question);
      await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: true });
    }),
    registerCommand(services, COMMANDS.copyAsMarkdown, async (argument) => {
      const question = await questionFor(services, argument);
      if (!question) return;
      const { source } = await services.questions.body(question);
      await vscode.env.clipboard.writeText(`# ${question.title}\n\n${withoutFrontMatter(source)}`);
      vscode.window.setStatusBarMessage(vscode.l10n.t('Copied as Markdown: {0}', question.title), 4000);
    }),
  );
}

/** The question a mark is about, once all marks are known, so that toggling starts from the truth. */
async function withMarks(services: Services, argument: unknown): Promise<QuestionSummary | undefined> {
  const [question] = await Promise.all([questionFor(services, argument), services.marks.load()]);
  return question;
}

/** The topic that a row of the sidebar, or whoever opens a question, names. */
function topicIn(argument: unknown): TopicRef | undefined {
  if (typeof argument !== 'object' || argument === null || !('topic' in argument)) return undefined;
  return isTopicRef(argument.topic) ? { by: argument.topic.by, key: argument.topic.key } : undefined;
}

async function drawRandom(
  services: Services,
  drill: QuestionDrill,
  bag: RandomBag,
  within: TopicRef | undefined,
): Promise<void> {
  const [library] = await Promise.all([services.questions.library(), services.marks.load()]);
  const from = (within && library.topic(within)?.questions) ?? library.questions;
  const offered = from.filter(services.filter.matches());
  const { seen } = services.marks.marks;
  const key = bag.draw(offered.map(refKey), (candidate) => !seen.has(candidate));
  const question = offered.find((candidate) => refKey(candidate) === key);
  if (question) return drill.open(question, within);
  const clear = vscode.l10n.t('Clear Filter');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('No question passes the filter of the sidebar.'),
    clear,
  );
  if (chosen === clear) await services.filter.clear();
}

function withoutFrontMatter(source: string): string {
  return source.replace(/^\uFEFF?---[\s\S]*?\n---[^\n]*\n+/, '');
}
