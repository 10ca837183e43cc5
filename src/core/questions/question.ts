/** What a question is, as every other part of the project speaks of it. */

export const LEVELS = ['beginner', 'intermediate', 'advanced'] as const;
export type Level = (typeof LEVELS)[number];

export const KINDS = ['concept', 'comparison', 'scenario', 'design', 'practical'] as const;
export type Kind = (typeof KINDS)[number];

/** The sections of a question file, in the order in which they stand and are shown. */
export const SECTION_NAMES = [
  'Answer',
  'In depth',
  'Key points',
  'Trade-offs',
  'Example',
  'Common mistakes',
  'One-liner',
  'Keywords',
  'Hints',
  'Follow-ups',
  'Level rubric',
  'References',
] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

/** Names a question for ever: progress hangs on it. */
export interface QuestionRef {
  readonly packId: string;
  readonly id: string;
}

/** What lists, filters and search need; small enough to hold for every question at once. */
export interface QuestionSummary extends QuestionRef {
  readonly title: string;
  /** A few words for lists and tabs, where a whole question does not fit. */
  readonly short?: string;
  /** The id of the category whose folder the question lies in. */
  readonly category: string;
  /** Packs from elsewhere may leave level and kind out. */
  readonly level?: Level;
  readonly kind?: Kind;
  readonly tags: readonly string[];
  readonly technologies: readonly string[];
  readonly aliases: readonly string[];
  /** The exercise that belongs to a practical question, if there is one. */
  readonly exercise?: string;
}

/** One `##` section of a question file. */
export interface Section {
  readonly name: SectionName;
  readonly markdown: string;
  /** Line of the file on which `markdown` starts, counted from 1. */
  readonly line: number;
}

/** A whole question as its file tells it. */
export interface Question extends QuestionSummary {
  readonly related: readonly string[];
  readonly prompt: string;
  readonly sections: readonly Section[];
}

/** A question ready to be shown: Markdown already rendered to harmless HTML. */
export interface QuestionBody {
  readonly prompt: string;
  /** The prompt as its author wrote it, for where text is wanted. */
  readonly promptSource: string;
  /** Rendered sections but Hints. */
  readonly sections: readonly RenderedSection[];
  /** Rendered hints, from a nudge to nearly the answer. */
  readonly hints: readonly string[];
  readonly related: readonly string[];
  /** The question file as its author wrote it. */
  readonly source: string;
}

export interface RenderedSection {
  readonly name: SectionName;
  readonly html: string;
}

/** What lists and tabs call a question. */
export function shortTitle({ title, short }: QuestionSummary): string {
  return short ?? title;
}

/** One string for a reference, usable as a key in maps and logs. */
export function refKey(ref: QuestionRef): string {
  return `${ref.packId}/${ref.id}`;
}
