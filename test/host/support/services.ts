/** The extension's services, built anew for a test: real ones, over storage of the test's own. */
import * as vscode from 'vscode';
import { FilterState } from '../../../src/platform/filterState';
import { Log } from '../../../src/platform/log';
import { MarkStore } from '../../../src/platform/markStore';
import { OpenQuestion } from '../../../src/platform/openQuestion';
import { QuestionStore } from '../../../src/platform/questionStore';
import type { Services } from '../../../src/platform/services';
import { extension } from './liveExtension';

/** Never disposed of: VS Code takes it and the live extension's for the same channel. */
export const log = new Log();

/** Storage for values that lives as long as the test. */
export function memento(): vscode.Memento {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: (key: string, otherwise?: unknown) => values.get(key) ?? otherwise,
    update: (key: string, value: unknown) => {
      values.set(key, value);
      return Promise.resolve();
    },
  } as vscode.Memento;
}

/**
 * Runs something with services of its own.
 * @param storage where marks and scratch files go
 * @param extensionUri where the compiled packs lie, in `dist/content`
 */
export async function withServices(
  storage: vscode.Uri,
  act: (services: Services) => Promise<void>,
  extensionUri = extension.extensionUri,
): Promise<void> {
  const questions = new QuestionStore(extensionUri, log);
  const marks = new MarkStore(vscode.Uri.joinPath(storage, 'progress'), log);
  const workspaceState = memento();
  const filter = new FilterState(workspaceState, marks);
  const open = new OpenQuestion();
  const context = { extensionUri, globalStorageUri: storage, workspaceState, globalState: memento() };
  try {
    await act({ context: context as unknown as vscode.ExtensionContext, log, questions, marks, filter, open });
  } finally {
    await marks.saved();
    for (const service of [questions, marks, filter, open]) service.dispose();
  }
}
