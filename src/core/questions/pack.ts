import type { QuestionSummary } from './question';

/** A topic of a pack; categories stand in the order in which one would learn. */
export interface Category {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** What `pack.yaml` says. */
export interface PackInfo {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  /** BCP 47 tag of the language that the questions are written in. */
  readonly language: string;
  readonly categories: readonly Category[];
}

/** A pack with the summaries of its questions, in the order of its categories. */
export interface Pack extends PackInfo {
  readonly questions: readonly QuestionSummary[];
}
