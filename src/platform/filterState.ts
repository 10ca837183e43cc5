import * as vscode from 'vscode';
import { type Filter, filterFromStored, isActive, matcher, NO_FILTER } from '../core/questions/filter';
import { GROUPINGS, type Grouping } from '../core/questions/library';
import { type QuestionSummary, refKey } from '../core/questions/question';
import { CONTEXT_KEYS } from './ids';
import type { MarkStore } from './markStore';

const FILTER_KEY = 'filter';
const GROUPING_KEY = 'grouping';

/** The filter and the grouping that the sidebar shows and random drills honour; kept per workspace. */
export class FilterState implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private current: Filter;
  private grouped: Grouping;

  /** Fires when the filter or the grouping changed. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly store: vscode.Memento,
    private readonly marks: MarkStore,
  ) {
    this.current = filterFromStored(store.get(FILTER_KEY));
    this.grouped = GROUPINGS.find((grouping) => grouping === store.get(GROUPING_KEY)) ?? 'category';
    if (isActive(this.current)) this.publish();
  }

  get filter(): Filter {
    return this.current;
  }

  get grouping(): Grouping {
    return this.grouped;
  }

  async setFilter(filter: Filter): Promise<void> {
    this.current = filter;
    this.publish();
    this.changed.fire();
    await this.store.update(FILTER_KEY, isActive(filter) ? filter : undefined);
  }

  clear(): Promise<void> {
    return this.setFilter(NO_FILTER);
  }

  async setGrouping(grouping: Grouping): Promise<void> {
    this.grouped = grouping;
    this.changed.fire();
    await this.store.update(GROUPING_KEY, grouping);
  }

  /** The test that the active filter makes, with the marks as they are now. */
  matches(): (question: QuestionSummary) => boolean {
    const { seen, bookmarked } = this.marks.marks;
    return matcher(this.current, {
      isSeen: (question) => seen.has(refKey(question)),
      isBookmarked: (question) => bookmarked.has(refKey(question)),
    });
  }

  dispose(): void {
    this.changed.dispose();
  }

  private publish(): void {
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.filterActive, isActive(this.current));
  }
}
