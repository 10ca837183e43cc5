import { KINDS, type Kind, LEVELS, type Level, type QuestionSummary } from './question';

/** What the user wants to see; an empty list or text asks for nothing in particular. */
export interface Filter {
  readonly levels: readonly Level[];
  readonly kinds: readonly Kind[];
  readonly technologies: readonly string[];
  readonly seen: 'any' | 'seen' | 'unseen';
  readonly bookmarked: boolean;
  readonly text: string;
}

export const NO_FILTER: Filter = {
  levels: [],
  kinds: [],
  technologies: [],
  seen: 'any',
  bookmarked: false,
  text: '',
};

/** What a filter needs to know of the user's progress. */
export interface Seen {
  isSeen(question: QuestionSummary): boolean;
  isBookmarked(question: QuestionSummary): boolean;
}

export function isActive(filter: Filter): boolean {
  return (
    filter.levels.length > 0 ||
    filter.kinds.length > 0 ||
    filter.technologies.length > 0 ||
    filter.seen !== 'any' ||
    filter.bookmarked ||
    filter.text.trim() !== ''
  );
}

/** Makes the test for a filter; every word of its text must stand in the title, an alias, a tag or a technology. */
export function matcher(filter: Filter, seen: Seen): (question: QuestionSummary) => boolean {
  if (!isActive(filter)) return () => true;
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  const levels = new Set<string>(filter.levels);
  const kinds = new Set<string>(filter.kinds);
  return (question) => {
    if (levels.size > 0 && !levels.has(question.level ?? '')) return false;
    if (kinds.size > 0 && !kinds.has(question.kind ?? '')) return false;
    if (
      filter.technologies.length > 0 &&
      !filter.technologies.some((name) => question.technologies.includes(name))
    ) {
      return false;
    }
    if (filter.seen !== 'any' && seen.isSeen(question) !== (filter.seen === 'seen')) return false;
    if (filter.bookmarked && !seen.isBookmarked(question)) return false;
    if (words.length === 0) return true;
    const text = fold(
      [question.title, question.short ?? '', question.id, ...question.aliases, ...question.tags, ...question.technologies].join(' '),
    );
    return words.every((word) => text.includes(word));
  };
}

/** Folds case, accents and hyphens, so that 'Café' is found by 'cafe' and 'read through' by 'read-through'. */
export function fold(text: string): string {
  // Most text has no accents, and to take them apart is slow.
  const plain = /[^\0-\x7f]/.test(text) ? text.normalize('NFD').replace(/[\u0300-\u036f]/g, '') : text;
  return plain.toLowerCase().replaceAll('-', ' ');
}

/** Reads a filter that was stored, perhaps by another version; what cannot be read asks for nothing. */
export function filterFromStored(value: unknown): Filter {
  if (typeof value !== 'object' || value === null) return NO_FILTER;
  const stored = value as Record<string, unknown>;
  const words = (name: string): string[] => {
    const list = stored[name];
    return Array.isArray(list) ? list.filter((word) => typeof word === 'string') : [];
  };
  const seen = stored['seen'];
  return {
    levels: LEVELS.filter((level) => words('levels').includes(level)),
    kinds: KINDS.filter((kind) => words('kinds').includes(kind)),
    technologies: words('technologies'),
    seen: seen === 'seen' || seen === 'unseen' ? seen : 'any',
    bookmarked: stored['bookmarked'] === true,
    text: typeof stored['text'] === 'string' ? stored['text'] : '',
  };
}
