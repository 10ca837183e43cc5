import * as vscode from 'vscode';
import type { Reveal } from '../../core/sessions/reveal';
import { reasonOf } from '../../platform/files';
import { PANELS } from '../../platform/ids';
import type { Log } from '../../platform/log';
import { type FromPanel, parseFromPanel, type ToPanel } from '../../protocol/questionPanel';
import { panelAssets, panelHtml } from './panelHtml';
import { panelStrings } from './panelStrings';

/** The message that decides what a panel shows. */
export type Shown = Extract<ToPanel, { type: 'show' | 'missing' }>;

const OPTIONS: vscode.WebviewOptions = {
  enableScripts: true,
  enableCommandUris: false,
  enableForms: false,
  // The page brings all that it needs.
  localResourceRoots: [],
};

/**
 * One webview panel. It holds no truth: whenever its page is loaded anew (hidden and shown again, moved,
 * restored), it is sent what it is to show.
 */
export class QuestionPanel implements vscode.Disposable {
  private shown: Shown | undefined;
  /** What the page's text already holds. */
  private embedded: Shown | undefined;
  private hasKeyboard = false;
  private isClosed = false;
  private readonly messages = new vscode.EventEmitter<FromPanel>();
  private readonly disposed = new vscode.EventEmitter<void>();

  readonly onMessage = this.messages.event;
  readonly onDidDispose = this.disposed.event;

  /** Makes a panel in front. */
  static create(extensionUri: vscode.Uri, log: Log): QuestionPanel {
    const panel = vscode.window.createWebviewPanel(PANELS.question, 'Interview Drills', vscode.ViewColumn.Active, OPTIONS);
    return new QuestionPanel(panel, extensionUri, log);
  }

  /** Takes over a panel that VS Code restored. */
  static restore(panel: vscode.WebviewPanel, extensionUri: vscode.Uri, log: Log): QuestionPanel {
    panel.webview.options = OPTIONS;
    return new QuestionPanel(panel, extensionUri, log);
  }

  private constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
  ) {
    // Read ahead; a failure is told when the page is written.
    panelAssets(extensionUri).catch(() => {});
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'questionPanel.svg');
    panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    panel.onDidDispose(() => {
      this.isClosed = true;
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
    if (isFirst) void this.writePage();
    else this.post(message);
  }

  /** Whether nothing was shown yet. */
  get isEmpty(): boolean {
    return this.shown === undefined;
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

  /** Writes the page with what is to be shown by then. */
  private async writePage(): Promise<void> {
    try {
      const assets = await panelAssets(this.extensionUri);
      if (this.isClosed || !this.shown) return;
      this.embedded = this.shown;
      this.panel.webview.html = panelHtml(assets, panelStrings(), this.shown);
    } catch (error) {
      this.log.error('The page of the question panel cannot be read', error);
      void vscode.window.showErrorMessage(vscode.l10n.t('This question cannot be read: {0}', reasonOf(error)));
    }
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
