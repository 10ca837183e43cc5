import * as vscode from 'vscode';
import { PANELS } from '../../platform/ids';
import type { Services } from '../../platform/services';
import { parsePanelState } from '../../protocol/questionPanel';
import { QuestionDrill } from './questionDrill';
import { registerQuestionCommands } from './questionCommands';
import { registerSourceDocuments } from './sourceDocuments';

/** Showing questions: the panel, its commands, and its return after a reload of the window. */
export function register(services: Services): vscode.Disposable {
  const drill = new QuestionDrill(services);
  return vscode.Disposable.from(
    drill,
    registerQuestionCommands(services, drill),
    registerSourceDocuments(services.questions),
    vscode.window.registerWebviewPanelSerializer(PANELS.question, {
      deserializeWebviewPanel: (panel, state: unknown) => drill.restore(panel, parsePanelState(state)),
    }),
  );
}
