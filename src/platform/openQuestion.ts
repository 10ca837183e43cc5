import * as vscode from 'vscode';
import type { TopicRef } from '../core/questions/library';
import type { QuestionSummary } from '../core/questions/question';
import { CONTEXT_KEYS } from './ids';

/** What is before the user's eyes. */
export interface Opened {
  readonly question: QuestionSummary;
  /** The group that next and previous walk through. */
  readonly topic: TopicRef;
}

/** The question that is open, if one is; set by the panel, asked by whoever acts on it. */
export class OpenQuestion implements vscode.Disposable {
  private opened: Opened | undefined;
  private readonly changed = new vscode.EventEmitter<Opened | undefined>();

  /** Fires when another question is open, or none any more. */
  readonly onDidChange = this.changed.event;

  get current(): Opened | undefined {
    return this.opened;
  }

  set(opened: Opened | undefined): void {
    this.opened = opened;
    const setContext = (key: string, value: boolean): void => {
      void vscode.commands.executeCommand('setContext', key, value);
    };
    setContext(CONTEXT_KEYS.questionOpen, opened !== undefined);
    setContext(CONTEXT_KEYS.hasExercise, opened?.question.kind === 'practical');
    this.changed.fire(opened);
  }

  dispose(): void {
    this.changed.dispose();
  }
}
