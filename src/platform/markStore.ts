import * as vscode from 'vscode';
import { type DecodedLog, decodeMarkLog, encodeMarkLog } from '../core/progress/markCodec';
import { foldMarks, type MarkEvent, type Marks, type MarkType, NO_MARKS } from '../core/progress/marks';
import { type QuestionRef, refKey } from '../core/questions/question';
import { isNotFound, readText, reasonOf, writeText } from './files';
import type { Log } from './log';

/** Files of ended windows are joined into one when there are more than this. */
const MOST_LOGS = 16;

/** How often the folder is listed anew when logs vanish while they are read. */
const MOST_ROUNDS = 5;

/** After a failed save, how long to wait before the next try, in ms. */
const RETRY_AFTER = 15_000;

/**
 * What was seen, done and bookmarked. Each window writes a log of its own below the extension's storage
 * and reads those of all; so windows and machines that share the folder never overwrite each other.
 */
export class MarkStore implements vscode.Disposable {
  private own: readonly MarkEvent[] = [];
  private others: readonly MarkEvent[] = [];
  private folded: Marks = NO_MARKS;
  private loading: Promise<void> | undefined;
  private saving: Promise<boolean> = Promise.resolve(true);
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
    const question = refKey(ref);
    // The last word counts, even in the same millisecond or after the clock was set back.
    let at = Date.now();
    for (const event of [...this.others, ...this.own]) if (event.question === question && event.at >= at) at = event.at + 1;
    this.own = [...this.own, { id: crypto.randomUUID(), at, question, type }];
    this.fold();
    void this.save();
  }

  /** Resolves when everything added so far was saved or could not be. */
  async saved(): Promise<void> {
    await this.saving;
  }

  dispose(): void {
    clearTimeout(this.retry);
    this.changed.dispose();
  }

  private fold(): void {
    this.folded = foldMarks([...this.others, ...this.own]);
    this.changed.fire();
  }

  /** Gives whether all events of this window are on the disk. */
  private save(): Promise<boolean> {
    // Events that come while a save is under way are saved together by the next one.
    if (!this.unsaved) {
      this.unsaved = true;
      this.saving = this.saving.then(() => this.writeOwn());
    }
    return this.saving;
  }

  private async writeOwn(): Promise<boolean> {
    this.unsaved = false;
    clearTimeout(this.retry);
    try {
      await writeText(this.uri(this.logName), encodeMarkLog(this.own));
      if (this.told) this.log.info('Marks are saved again.');
      this.told = false;
      return true;
    } catch (error) {
      this.log.error('Cannot save marks', error);
      this.retry = setTimeout(() => void this.save(), RETRY_AFTER);
      if (this.told) return false;
      this.told = true;
      void vscode.window.showErrorMessage(
        vscode.l10n.t(
          'Your marks cannot be saved in {0}: {1}. They are kept while this window is open and saved as soon as it works again.',
          this.folder.fsPath,
          reasonOf(error),
        ),
      );
      return false;
    }
  }

  private async read(): Promise<void> {
    const logs = new Map<string, DecodedLog>();
    const unreadable = new Map<string, unknown>();
    try {
      let complete = false;
      // Logs that are gone when their turn comes were joined by another window: a new list has what they became.
      for (let round = 0; !complete && round < MOST_ROUNDS; round++) {
        const left = (await this.list()).filter((name) => !logs.has(name) && !unreadable.has(name));
        const there = await Promise.all(left.map((name) => this.readLog(name, logs, unreadable)));
        complete = there.every(Boolean);
      }
    } catch (error) {
      if (!isNotFound(error)) this.tellUnreadable(this.folder, error);
    }
    const [first] = unreadable;
    if (first) this.tellUnreadable(unreadable.size === 1 ? this.uri(first[0]) : this.folder, first[1]);
    this.others = [...logs.values()].flatMap(({ events }) => events);
    this.fold();
    const whole = [...logs].filter(([, { damaged, future }]) => damaged.length === 0 && !future).map(([name]) => name);
    if (whole.length > MOST_LOGS) await this.joinLogs(whole);
  }

  private async list(): Promise<string[]> {
    const entries = await vscode.workspace.fs.readDirectory(this.folder);
    return entries.map(([name]) => name).filter((name) => name !== this.logName && /^marks-.+\.jsonl$/.test(name));
  }

  /** Reads one log. Gives false when it is not there any more. */
  private async readLog(name: string, logs: Map<string, DecodedLog>, unreadable: Map<string, unknown>): Promise<boolean> {
    try {
      const decoded = decodeMarkLog(await readText(this.uri(name)));
      logs.set(name, decoded);
      if (decoded.future) this.log.warn(`${name} was written by a later version and is left alone.`);
      if (decoded.damaged.length > 0) this.log.warn(`${name}: damaged lines ${decoded.damaged.join(', ')} are left out.`);
    } catch (error) {
      if (isNotFound(error)) return false;
      unreadable.set(name, error);
    }
    return true;
  }

  /**
   * Takes other windows' logs into this one's and deletes them. A window that is still open may be about to write
   * its log; so each is moved aside and read there, and what that window writes is a new file.
   */
  private async joinLogs(names: readonly string[]): Promise<void> {
    try {
      const moved = (await Promise.all(names.map((name) => this.moveAside(name)))).filter((name) => name !== undefined);
      const texts = await Promise.all(moved.map((name) => readText(this.uri(name))));
      const events = [...this.others, ...texts.flatMap((text) => decodeMarkLog(text).events), ...this.own];
      this.own = [...new Map(events.map((event) => [event.id, event])).values()];
      this.others = [];
      this.fold();
      if (!(await this.save())) return;
      await Promise.all(moved.map((name) => vscode.workspace.fs.delete(this.uri(name))));
    } catch (error) {
      this.log.error('Cannot join the logs of marks', error);
    }
  }

  /** Gives a log a name that no window writes to; undefined when another window took it already. */
  private async moveAside(name: string): Promise<string | undefined> {
    const aside = `marks-${crypto.randomUUID()}.jsonl`;
    try {
      await vscode.workspace.fs.rename(this.uri(name), this.uri(aside));
      return aside;
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  private uri(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, name);
  }

  private tellUnreadable(uri: vscode.Uri, error: unknown): void {
    this.log.error(`Cannot read ${uri.toString()}`, error);
    // Where nothing can be read, saving mostly fails as well: that is no news then.
    this.told ||= uri === this.folder;
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'Your marks in {0} cannot be read: {1}. Nothing was changed; make it readable and reload the window. Until then, new marks may be kept only as long as this window.',
        uri.fsPath,
        reasonOf(error),
      ),
    );
  }
}
