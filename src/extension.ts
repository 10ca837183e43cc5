import * as vscode from 'vscode';
import { register as registerGoTo } from './features/goTo/register';
import { register as registerHelp } from './features/help/register';
import { register as registerPacks } from './features/packs/register';
import { register as registerQuestion } from './features/question/register';
import { register as registerScratch } from './features/scratch/register';
import { register as registerSidebar } from './features/sidebar/register';
import { FilterState } from './platform/filterState';
import { Log } from './platform/log';
import { MarkStore } from './platform/markStore';
import { OpenQuestion } from './platform/openQuestion';
import { QuestionStore } from './platform/questionStore';
import type { Services } from './platform/services';

/** Wires the parts together. Nothing is read here: questions and marks are read when first asked for. */
export function activate(context: vscode.ExtensionContext): void {
  const log = new Log();
  const questions = new QuestionStore(context.extensionUri, log);
  const marks = new MarkStore(vscode.Uri.joinPath(context.globalStorageUri, 'progress'), log);
  const filter = new FilterState(context.workspaceState, marks);
  const open = new OpenQuestion();
  const services: Services = { context, log, questions, marks, filter, open };
  context.subscriptions.push(
    log,
    questions,
    marks,
    filter,
    open,
    registerSidebar(services),
    registerQuestion(services),
    registerGoTo(services),
    registerScratch(services),
    registerPacks(services),
    registerHelp(services),
  );
}
