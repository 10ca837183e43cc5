import * as vscode from 'vscode';
import { exerciseLanguages } from '../../core/exercises/compiledExercise';
import {
  asScratchLanguage,
  languageName,
  SCRATCH_LANGUAGES,
  type ScratchLanguage,
  type SheetLanguage,
} from '../../core/exercises/languages';
import type { ScratchFile } from '../../core/exercises/scratchFile';
import type { QuestionSummary } from '../../core/questions/question';
import { questionFor, registerCommand } from '../../platform/commands';
import { exists, reasonOf, writeText } from '../../platform/files';
import { COMMANDS, CONTEXT_KEYS } from '../../platform/ids';
import type { Services } from '../../platform/services';
import { setting } from '../../platform/settings';
import { modelUri, registerModelDocuments } from './modelDocuments';
import { registerScratchLenses } from './scratchLenses';
import { ScratchStore } from './scratchStore';
import { scratchText } from './scratchText';

/** Remembers the language that the user chose last. */
const LANGUAGE_KEY = 'scratch.language';

/** Scratch files and answer sheets: making, resuming, starting again, comparing with the model answer. */
export function register(services: Services): vscode.Disposable {
  const store = new ScratchStore(services.context.globalStorageUri);
  const open = (question: QuestionSummary | undefined, language: SheetLanguage | undefined, again: boolean) =>
    question && language ? openScratch(services, store, question, language, again) : undefined;
  return vscode.Disposable.from(
    registerModelDocuments(services.questions),
    registerScratchLenses(services, store),
    trackScratchEditor(store),
    registerCommand(services, COMMANDS.openScratchFile, async (argument) => {
      const question = await practicalQuestion(services, argument);
      return open(question, question && (await chooseLanguage(services, question)), false);
    }),
    registerCommand(services, COMMANDS.startScratchAgain, async (argument) => {
      // From a scratch file it is that file that one starts again, in its language.
      const file = activeScratch(store);
      const library = await services.questions.library();
      const own = argument === undefined && file && library.find(file);
      if (own) return open(own, file.language, true);
      const question = await practicalQuestion(services, argument);
      return open(question, question && (await chooseLanguage(services, question)), true);
    }),
    registerCommand(services, COMMANDS.openAnswerSheet, async (argument) =>
      open(await questionFor(services, argument), 'markdown', false),
    ),
    registerCommand(services, COMMANDS.showModelAnswer, async (argument) => {
      const model = await findModel(services, store, argument);
      if (model) await vscode.window.showTextDocument(modelUri(model.question, model.language), { viewColumn: vscode.ViewColumn.Beside, preview: true });
    }),
    registerCommand(services, COMMANDS.compareWithModelAnswer, async (argument) => {
      const scratch = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
      const file = scratch && store.identify(scratch);
      if (!file) {
        void vscode.window.showInformationMessage(vscode.l10n.t('Open a scratch file first, then compare it.'));
        return;
      }
      const model = await findModel(services, store, scratch);
      if (!model) return;
      const title = vscode.l10n.t('{0}: mine ↔ model answer', model.question.title);
      const withHead = modelUri(model.question, model.language, file.attempt);
      await vscode.commands.executeCommand('vscode.diff', scratch, withHead, title);
    }),
  );
}

/** Opens the latest attempt, or makes a new one, beside the question. */
async function openScratch(
  services: Services,
  store: ScratchStore,
  question: QuestionSummary,
  language: SheetLanguage,
  again: boolean,
): Promise<void> {
  const { packId, id } = question;
  const [exercise, body] = await Promise.all([
    services.questions.exercise(question),
    services.questions.body(question),
  ]);
  const starter = (language !== 'markdown' && exercise?.starters[language]) || '';
  let uri: vscode.Uri;
  try {
    const latest = await store.latestAttempt(question, language);
    const file: ScratchFile = { packId, id, language, attempt: again ? latest + 1 : Math.max(latest, 1) };
    uri = store.uri(file);
    if (!(await exists(uri))) {
      await writeText(uri, scratchText(question, body, language, file.attempt, starter));
      services.log.info(`New scratch file ${uri.toString()}`);
    }
  } catch (error) {
    services.log.error('Cannot make a scratch file', error);
    const useStorage = vscode.l10n.t("Use the Extension's Storage");
    const chosen = await vscode.window.showErrorMessage(
      vscode.l10n.t(
        "A scratch file cannot be made in {0}: {1}. Choose another folder in the setting 'interviewDrills.scratch.location'.",
        store.root.fsPath,
        reasonOf(error),
      ),
      ...(setting('interviewDrills.scratch.location') === 'workspace' ? [useStorage] : []),
    );
    if (chosen !== useStorage) return;
    await vscode.workspace
      .getConfiguration()
      .update('interviewDrills.scratch.location', 'storage', vscode.ConfigurationTarget.Global);
    return openScratch(services, store, question, language, again);
  }
  const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: false });
  if (language === 'markdown' && editor.selection.isEmpty && editor.selection.start.line === 0) {
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
    editor.revealRange(new vscode.Range(end, end));
  }
}

/** The practical question a command is about; tells the user when there is none. */
async function practicalQuestion(services: Services, argument: unknown): Promise<QuestionSummary | undefined> {
  const question = await questionFor(services, argument);
  if (!question || question.kind === 'practical') return question;
  const sheet = vscode.l10n.t('Write an Answer');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('“{0}” is not a practical question, so it has no scratch file. You can write an answer in Markdown.', question.title),
    sheet,
  );
  if (chosen === sheet) await vscode.commands.executeCommand(COMMANDS.openAnswerSheet, { question });
  return undefined;
}

/** The language of the setting, or the user's choice; what the exercise does not offer is not offered. */
async function chooseLanguage(services: Services, question: QuestionSummary): Promise<ScratchLanguage | undefined> {
  const exercise = await services.questions.exercise(question);
  const offered: readonly ScratchLanguage[] = exercise ? exerciseLanguages(exercise) : SCRATCH_LANGUAGES;
  if (offered.length === 1) return offered[0];
  const preferred = asScratchLanguage(setting('interviewDrills.scratch.language'));
  if (preferred && offered.includes(preferred)) return preferred;
  const memory = services.context.globalState;
  const last = asScratchLanguage(memory.get(LANGUAGE_KEY));
  const items = offered
    .map((language) => ({
      label: languageName(language),
      language,
      ...(language === last && { description: vscode.l10n.t('last used') }),
    }))
    .toSorted((a, b) => Number(b.language === last) - Number(a.language === last));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Language of the Scratch File'),
    placeHolder: vscode.l10n.t("To be asked no more, set 'interviewDrills.scratch.language'"),
  });
  if (chosen) await memory.update(LANGUAGE_KEY, chosen.language);
  return chosen?.language;
}

/** The model answer for a scratch file (its address, or the one in front), else for the open question. */
async function findModel(
  services: Services,
  store: ScratchStore,
  argument: unknown,
): Promise<{ question: QuestionSummary; language: ScratchLanguage } | undefined> {
  const file = argument instanceof vscode.Uri ? store.identify(argument) : argument === undefined ? activeScratch(store) : undefined;
  const library = await services.questions.library();
  const scratched = file && library.find(file);
  const question = scratched ?? (await practicalQuestion(services, argument instanceof vscode.Uri ? undefined : argument));
  if (!question) return undefined;
  const exercise = await services.questions.exercise(question);
  const offered = exercise ? exerciseLanguages(exercise) : [];
  const own = asScratchLanguage(file?.language);
  const language = own && offered.includes(own) ? own : offered.length > 0 && (await chooseLanguage(services, question));
  if (language) return { question, language };
  if (offered.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('“{0}” has no model answer in code.', question.title));
  }
  return undefined;
}

function activeScratch(store: ScratchStore): ScratchFile | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && store.identify(document.uri);
}

/** Keeps the `when` clauses informed whether a code scratch file is in front. */
function trackScratchEditor(store: ScratchStore): vscode.Disposable {
  let before = false;
  const update = (): void => {
    const file = activeScratch(store);
    const now = file !== undefined && file.language !== 'markdown';
    if (now !== before) void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.scratchFileOpen, now);
    before = now;
  };
  update();
  return vscode.window.onDidChangeActiveTextEditor(update);
}
