import * as vscode from 'vscode';
import {
  asScratchLanguage,
  fileExtension,
  languageOfExtension,
  type ScratchLanguage,
} from '../../core/exercises/languages';
import type { QuestionRef } from '../../core/questions/question';
import { DOCUMENT_SCHEMES } from '../../platform/ids';
import type { QuestionStore } from '../../platform/questionStore';
import { scratchText } from './scratchText';

/**
 * The read-only document with a question's model answer in a language.
 * @param attempt given, the document begins with the head of that attempt's scratch file, so that a
 *   comparison shows differences in the code alone
 */
export function modelUri({ packId, id }: QuestionRef, language: ScratchLanguage, attempt?: number): vscode.Uri {
  return vscode.Uri.from({
    scheme: DOCUMENT_SCHEMES.model,
    path: `/${packId}/${id}.${fileExtension(language)}`,
    query: attempt === undefined ? '' : String(attempt),
  });
}

/** Serves the documents that {@link modelUri} names. */
export function registerModelDocuments(questions: QuestionStore): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(DOCUMENT_SCHEMES.model, {
    provideTextDocumentContent: async ({ path, query }) => {
      const match = /^\/([^/]+)\/([^/]+)\.([a-z]+)$/.exec(path);
      const question = match && (await questions.library()).find({ packId: match[1]!, id: match[2]! });
      if (!question) throw new Error(vscode.l10n.t('There is no such question any more.'));
      const language = asScratchLanguage(languageOfExtension(match[3]!));
      const solution = language && (await questions.exercise(question))?.solutions[language];
      if (solution === undefined) {
        throw new Error(vscode.l10n.t('This question has no model answer in that language.'));
      }
      if (query === '') return solution;
      return scratchText(question, await questions.body(question), language!, Number(query), solution);
    },
  });
}
