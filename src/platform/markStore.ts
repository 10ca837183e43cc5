import * as vscode from 'vscode';
import { decodeMarkLog, encodeMarkLog } from '../core/progress/markCodec';
import { foldMarks, type MarkEvent, type Marks, type MarkType, NO_MARKS } from '../core/progress/marks';
import { type QuestionRef, refKey } from '../core/questions/question';
import { isNotFound, readText, reasonOf, writeText } from './files';
import type { Log } from './log';

/** Files of ended windows are joined into one when there are more than this. */
const MOST_LOGS = 16;

/** After a failed save, how long to wait before the next try, in ms. */
const RETRY_AFTER = 15_000;

/**
 * What was seen, done and bookmarked. Each window writes a log of its own below the extension's storage
 * and reads those of all; so windows and machines that share the folder never overwrite each other.
 */
export class MarkStore implements vscode.Disposable {
  private readonly own: MarkEvent[] = [];
  private others: readonly MarkEvent[] = [];
  private folded: Marks = NO_MARKS;
  private loading: Promise<void> | undefined;
  private saving: Promise<void> = Promise.resolve();
  private unsaved = false;
  private told = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private readonly logName = `marks-${crypto.randomUUID()}.jsonl`;
  private readonly changed = new vscode.EventEmitter<void>();

  /** Fires when any mark changed. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly folder: vscode.Uri,
    private readonly log: Log,
  ) {}

  /** Where each question stands, as far as it was read. */
  get marks(): Marks {
    return this.folded;
  }

  /** Reads the logs of all windows, once. Never rejects: what cannot be read is said and left alone. */
  load(): Promise<void> {
    this.loading ??= this.read();
    return this.loading;
  }

  /** Adds an event; kept in memory at once and saved as soon as the storage allows. */
  add(ref: QuestionRef, type: MarkType): void {
    this.own.push({ id: crypto.randomUUID(), at: Date.now(), question: refKey(ref), type });
    this.fold();
    void this.save();
  }

  /** Resolves when everything added so far was saved or could not be. */
  saved(): Promise<void> {
    return this.saving;
  }

  dispose(): void {
    clearTimeout(this.retry);
    this.changed.dispose();
  }

  private fold(): void {
    this.folded = foldMarks([...this.others, ...this.own]);
    this.changed.fire();
  }

  private save(): Promise<void> {
    // Events that come while a save is under way are saved together by the next one.
    if (!this.unsaved) {
      this.unsaved = true;
      this.saving = this.saving.then(() => this.writeOwn());
    }
    return this.saving;
  }

  private async writeOwn(): Promise<void> {
    this.unsaved = false;
    clearTimeout(this.retry);
    try {
      await writeText(vscode.Uri.joinPath(this.folder, this.logName), encodeMarkLog(this.own));
      if (this.told) this.log.info('Marks are saved again.');
      this.told = false;
    } catch (error) {
      this.log.error('Cannot save marks', error);
      this.retry = setTimeout(() => void this.save(), RETRY_AFTER);
      if (this.told) return;
      this.told = true;
      void vscode.window.showErrorMessage(
        vscode.l10n.t(
          'Your marks cannot be saved in {0}: {1}. They are kept while this window is open and saved as soon as it works again.',
          this.folder.fsPath,
          reasonOf(error),
        ),
      );
    }
  }

  private async read(): Promise<void> {
    let names: string[];
    try {
      const entries = await vscode.workspace.fs.readDirectory(this.folder);
      names = entries.map(([name]) => name).filter((name) => /^marks-.+\.jsonl$/.test(name));
    } catch (error) {
      if (!isNotFound(error)) this.tellUnreadable(this.folder, error);
      return;
    }
    const readable: string[] = [];
    const events: MarkEvent[] = [];
    await Promise.all(
      names.map(async (name) => {
        const uri = vscode.Uri.joinPath(this.folder, name);
        try {
          const { events: found, damaged, future } = decodeMarkLog(await readText(uri));
          if (future) return this.log.warn(`${name} was written by a later version and is left alone.`);
          if (damaged.length > 0) this.log.warn(`${name}: damaged lines ${damaged.join(', ')} are left out.`);
          else readable.push(name);
          events.push(...found);
        } catch (error) {
          // Another window may have joined it into its own between listing and reading.
          if (!isNotFound(error)) this.tellUnreadable(uri, error);
        }
      }),
    );
    this.others = events;
    this.fold();
    if (readable.length > MOST_LOGS) await this.joinLogs(readable);
  }

  /** Takes other windows' logs into this one's and deletes them; a window still open writes its own anew. */
  private async joinLogs(names: readonly string[]): Promise<void> {
    this.own.unshift(...this.others);
    this.others = [];
    try {
      await writeText(vscode.Uri.joinPath(this.folder, this.logName), encodeMarkLog(this.own));
      await Promise.all(names.map((name) => vscode.workspace.fs.delete(vscode.Uri.joinPath(this.folder, name))));
    } catch (error) {
      this.log.error('Cannot join the logs of marks', error);
    }
  }

  private tellUnreadable(uri: vscode.Uri, error: unknown): void {
    this.log.error(`Cannot read ${uri.toString()}`, error);
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'Your marks in {0} cannot be read: {1}. Nothing was changed; make it readable and reload the window.',
        uri.fsPath,
        reasonOf(error),
      ),
    );
  }
}
