import * as vscode from 'vscode';
import { asScratchLanguage, fileExtension, languageOfExtension, type ScratchLanguage } from '../core/exercises/languages';
import { type QuestionRef, type QuestionSummary } from '../core/questions/question';
import { DOCUMENT_SCHEME } from './ids';
import type { QuestionStore } from './questionStore';

/** The read-only document with a question's file, for built-in packs, whose files are compiled away. */
export function sourceUri({ packId, id }: QuestionRef): vscode.Uri {
  return vscode.Uri.from({ scheme: DOCUMENT_SCHEME, path: `/source/${packId}/${id}.md` });
}

/** The read-only document with a question's model answer in a language. */
export function modelUri({ packId, id }: QuestionRef, language: ScratchLanguage): vscode.Uri {
  return vscode.Uri.from({ scheme: DOCUMENT_SCHEME, path: `/model/${packId}/${id}.${fileExtension(language)}` });
}

/** Serves the documents that {@link sourceUri} and {@link modelUri} name. */
export function registerVirtualDocuments(questions: QuestionStore): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(DOCUMENT_SCHEME, {
    provideTextDocumentContent: async ({ path }) => {
      const match = /^\/(source|model)\/([^/]+)\/([^/]+)\.([a-z]+)$/.exec(path);
      const library = await questions.library();
      const question = match && library.find({ packId: match[2]!, id: match[3]! });
      if (!question) throw new Error(vscode.l10n.t('There is no such question any more.'));
      if (match[1] === 'source') return (await questions.body(question)).source;
      return modelText(questions, question, match[4]!);
    },
  });
}

async function modelText(questions: QuestionStore, question: QuestionSummary, extension: string): Promise<string> {
  const exercise = await questions.exercise(question);
  const language = asScratchLanguage(languageOfExtension(extension));
  const text = language && exercise?.solutions[language];
  if (text === undefined) throw new Error(vscode.l10n.t('This question has no model answer in that language.'));
  return text;
}
