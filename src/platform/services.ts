import type * as vscode from 'vscode';
import type { FilterState } from './filterState';
import type { Log } from './log';
import type { MarkStore } from './markStore';
import type { OpenQuestion } from './openQuestion';
import type { QuestionStore } from './questionStore';

/** What every feature is given. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly log: Log;
  readonly questions: QuestionStore;
  readonly marks: MarkStore;
  readonly filter: FilterState;
  readonly open: OpenQuestion;
}
