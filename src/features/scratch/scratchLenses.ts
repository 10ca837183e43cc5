import * as vscode from 'vscode';
import { COMMANDS } from '../../platform/ids';
import type { Services } from '../../platform/services';
import type { ScratchStore } from './scratchStore';

/** The line above a scratch file's first: back to the question, the model answer, a comparison, a new start. */
export function registerScratchLenses(services: Services, store: ScratchStore): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(
    ['javascript', 'typescript', 'python', 'go', 'java', 'sql', 'markdown'].map((language) => ({ language })),
    {
      provideCodeLenses: async ({ uri }) => {
        const file = store.identify(uri);
        if (!file) return [];
        const question = (await services.questions.library()).find(file);
        if (!question) return [];
        const top = new vscode.Range(0, 0, 0, 0);
        const lens = (title: string, command: string, ...given: unknown[]): vscode.CodeLens =>
          new vscode.CodeLens(top, { title, command, arguments: given });
        const back = lens(vscode.l10n.t('$(arrow-left) Question'), COMMANDS.openQuestion, { question });
        if (file.language === 'markdown') return [back];
        return [
          back,
          lens(vscode.l10n.t('$(mortar-board) Reveal model answer'), COMMANDS.showModelAnswer, uri),
          lens(vscode.l10n.t('$(diff) Compare with model answer'), COMMANDS.compareWithModelAnswer, uri),
          lens(vscode.l10n.t('$(debug-restart) Start again'), COMMANDS.startScratchAgain),
        ];
      },
    },
  );
}
