import * as vscode from 'vscode';
import type { Reveal } from '../../core/sessions/reveal';
import { PANELS } from '../../platform/ids';
import type { Log } from '../../platform/log';
import { type FromPanel, parseFromPanel, type ToPanel } from '../../protocol/questionPanel';
import { panelHtml } from './panelHtml';
import { panelStrings } from './panelStrings';

/** The message that decides what a panel shows. */
export type Shown = Extract<ToPanel, { type: 'show' | 'missing' }>;

/**
 * One webview panel. It holds no truth: whenever its page is loaded anew (hidden and shown again, moved,
 * restored), it is sent what it is to show.
 */
export class QuestionPanel implements vscode.Disposable {
  private shown: Shown | undefined;
  /** What the page's text already holds. */
  private embedded: Shown | undefined;
  private hasKeyboard = false;
  private readonly messages = new vscode.EventEmitter<FromPanel>();
  private readonly disposed = new vscode.EventEmitter<void>();

  readonly onMessage = this.messages.event;
  readonly onDidDispose = this.disposed.event;

  /** Makes a panel in front. */
  static create(extensionUri: vscode.Uri, log: Log): QuestionPanel {
    const panel = vscode.window.createWebviewPanel(PANELS.question, 'Interview Drills', vscode.ViewColumn.Active);
    return new QuestionPanel(panel, extensionUri, log);
  }

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
  ) {
    panel.webview.options = {
      enableScripts: true,
      enableCommandUris: false,
      enableForms: false,
      localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist', 'webview')],
    };
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'questionPanel.svg');
    panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    panel.onDidDispose(() => {
      this.disposed.fire();
      this.messages.dispose();
      this.disposed.dispose();
    });
  }

  /** Shows a question, or why there is none. */
  show(title: string, message: Shown): void {
    const isFirst = this.shown === undefined;
    this.shown = message;
    this.panel.title = title;
    if (isFirst) {
      this.embedded = message;
      this.panel.webview.html = panelHtml(this.panel.webview, this.extensionUri, panelStrings(), message);
    } else {
      this.post(message);
    }
  }

  /** Brings the panel in front where it stands, and the keyboard to it. */
  reveal(): void {
    // VS Code moves the focus in and out even where it is already, and a key pressed meanwhile is lost.
    if (!this.panel.active || !this.hasKeyboard) this.panel.reveal();
  }

  /** What is uncovered of the question shown, as the page or a command left it. */
  get uncovered(): Reveal | undefined {
    return this.shown?.type === 'show' ? this.shown.reveal : undefined;
  }

  /** Tells the page something that changes what is shown, and remembers it for the page's next load. */
  update(message: Exclude<ToPanel, Shown>): void {
    if (this.shown?.type === 'show') {
      if (message.type === 'marks') {
        const { bookmarked, done } = this.shown.marks;
        if (bookmarked === message.marks.bookmarked && done === message.marks.done) return;
        this.shown = { ...this.shown, marks: message.marks };
      }
      if (message.type === 'reveal') this.shown = { ...this.shown, reveal: message.reveal };
      else if (message.type === 'settings') this.shown = { ...this.shown, revealMode: message.revealMode };
    }
    this.post(message);
  }

  dispose(): void {
    this.panel.dispose();
  }

  private post(message: ToPanel): void {
    // A hidden page is gone and misses the message; it asks again with 'ready' when it comes back.
    void this.panel.webview.postMessage(message);
  }

  private receive(message: unknown): void {
    const known = parseFromPanel(message);
    if (!known) {
      this.log.warn(`A message of the question panel was not understood: ${(JSON.stringify(message) as string | undefined)?.slice(0, 200)}`);
      return;
    }
    if (known.type === 'ready') {
      // What the page shows already need not be drawn again.
      if (this.shown && !(known.drawn && this.shown === this.embedded)) this.post(this.shown);
      return;
    }
    if (known.type === 'focus') {
      this.hasKeyboard = known.focused;
      return;
    }
    if (known.type === 'violation') {
      this.log.warn(`The question panel's content security policy stopped: ${known.directive}`);
      return;
    }
    if (known.type === 'revealed' && this.shown?.type === 'show') {
      this.shown = { ...this.shown, reveal: known.reveal };
    }
    this.messages.fire(known);
  }
}
