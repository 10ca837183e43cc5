/** What the user did with questions, as events that are only ever added. Progress is their set. */

export const MARK_TYPES = ['seen', 'done', 'undone', 'bookmarked', 'unbookmarked'] as const;
export type MarkType = (typeof MARK_TYPES)[number];

/** One thing that happened to one question. */
export interface MarkEvent {
  /** Unique over all windows and machines; the same event read twice counts once. */
  readonly id: string;
  /** When it happened, in ms since the epoch. */
  readonly at: number;
  /** `packId/id` of the question. */
  readonly question: string;
  readonly type: MarkType;
}

/** Where each question stands. */
export interface Marks {
  readonly seen: ReadonlySet<string>;
  readonly done: ReadonlySet<string>;
  readonly bookmarked: ReadonlySet<string>;
}

export const NO_MARKS: Marks = { seen: new Set(), done: new Set(), bookmarked: new Set() };

/**
 * Folds events, in whatever order they were read, to the state they lead to: the latest event decides,
 * and for the same instant the greater id, so that all machines agree.
 */
export function foldMarks(events: readonly MarkEvent[]): Marks {
  const byId = new Map(events.map((event) => [event.id, event]));
  const ordered = [...byId.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const seen = new Set<string>();
  const done = new Set<string>();
  const bookmarked = new Set<string>();
  for (const { question, type } of ordered) {
    if (type === 'seen') seen.add(question);
    else if (type === 'done') done.add(question);
    else if (type === 'undone') done.delete(question);
    else if (type === 'bookmarked') bookmarked.add(question);
    else bookmarked.delete(question);
  }
  return { seen, done, bookmarked };
}
