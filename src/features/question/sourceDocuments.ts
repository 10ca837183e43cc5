import * as vscode from 'vscode';
import type { QuestionRef } from '../../core/questions/question';
import { DOCUMENT_SCHEMES } from '../../platform/ids';
import type { QuestionStore } from '../../platform/questionStore';

/** The read-only document with a question's file, for built-in packs, whose files are compiled away. */
export function sourceUri({ packId, id }: QuestionRef): vscode.Uri {
  return vscode.Uri.from({ scheme: DOCUMENT_SCHEMES.source, path: `/${packId}/${id}.md` });
}

/** Serves the documents that {@link sourceUri} names. */
export function registerSourceDocuments(questions: QuestionStore): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(DOCUMENT_SCHEMES.source, {
    provideTextDocumentContent: async ({ path }) => {
      const match = /^\/([^/]+)\/([^/]+)\.md$/.exec(path);
      const question = match && (await questions.library()).find({ packId: match[1]!, id: match[2]! });
      if (!question) throw new Error(vscode.l10n.t('There is no such question any more.'));
      return (await questions.body(question)).source;
    },
  });
}
