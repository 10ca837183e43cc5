import * as vscode from 'vscode';
import { type QuestionRef, type QuestionSummary } from '../core/questions/question';
import type { CommandId } from './ids';
import type { Services } from './services';

/**
 * Registers a command whose failure is told in one sentence and logged in full; a command never leaves
 * the user with VS Code's own 'command failed'.
 */
export function registerCommand(
  { log }: Pick<Services, 'log'>,
  id: CommandId,
  run: (argument: unknown) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (argument: unknown) => {
    try {
      return await run(argument);
    } catch (error) {
      log.error(`${id} failed`, error);
      const showLog = vscode.l10n.t('Show Log');
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(reason, showLog).then((chosen) => {
        if (chosen === showLog) log.show();
      });
      return undefined;
    }
  });
}

/**
 * The question that a command is about: its argument (a question, or a row of the sidebar), else the one
 * that is open. Tells the user what to do when there is none.
 */
export async function questionFor(services: Services, argument: unknown): Promise<QuestionSummary | undefined> {
  const ref = asRef(argument);
  if (!ref && services.open.current) return services.open.current.question;
  const library = await services.questions.library();
  const question = ref && library.find(ref);
  if (!question) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a question first: pick one in the sidebar, or run Random Question.'),
    );
  }
  return question;
}

/** Reads a question's name from whatever a command was given. */
export function asRef(argument: unknown): QuestionRef | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const value = 'question' in argument ? argument.question : argument;
  if (typeof value !== 'object' || value === null) return undefined;
  const { packId, id } = value as Record<string, unknown>;
  return typeof packId === 'string' && typeof id === 'string' ? { packId, id } : undefined;
}
