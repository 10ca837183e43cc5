/** The messages between the question panel and the host. What comes from the panel is checked here. */

import { isTopicRef, type TopicRef } from '../core/questions/library';
import { type QuestionRef, type RenderedSection, type SectionName } from '../core/questions/question';
import { type Reveal, revealFromStored } from '../core/sessions/reveal';

/** A question as the panel shows it; all texts that the host words are in the user's language. */
export interface PanelQuestion extends QuestionRef {
  readonly title: string;
  readonly packTitle: string;
  readonly categoryTitle: string;
  readonly level?: string;
  readonly kind?: string;
  readonly tags: readonly string[];
  readonly technologies: readonly string[];
  readonly prompt: string;
  readonly hints: readonly string[];
  readonly sections: readonly RenderedSection[];
  readonly related: readonly { readonly id: string; readonly title: string }[];
  readonly hasExercise: boolean;
}

/** Where the question stands in its topic; counts from 1. */
export interface PanelPosition {
  readonly topic: TopicRef;
  readonly topicTitle: string;
  readonly number: number;
  readonly total: number;
}

export interface PanelMarks {
  readonly bookmarked: boolean;
  readonly done: boolean;
}

export type ToPanel =
  | {
      readonly type: 'show';
      readonly question: PanelQuestion;
      readonly position: PanelPosition;
      readonly marks: PanelMarks;
      readonly reveal: Reveal;
      /** What Space and Enter do. */
      readonly revealMode: 'all' | 'stepByStep';
    }
  | { readonly type: 'marks'; readonly marks: PanelMarks }
  | { readonly type: 'settings'; readonly revealMode: 'all' | 'stepByStep' }
  | { readonly type: 'reveal'; readonly reveal: Reveal }
  | { readonly type: 'keys' }
  | {
      readonly type: 'missing';
      readonly message: string;
      readonly nearest?: { readonly title: string; readonly question: QuestionRef };
    };

/** The words of the panel in the user's language, by name. */
export interface PanelStrings {
  readonly sections: Readonly<Record<SectionName, string>>;
  readonly revealAnswer: string;
  readonly stepByStep: string;
  readonly nextStep: string;
  /** With {0} for the number of hints left. */
  readonly hint: string;
  /** With {0} for the hint's number. */
  readonly hintNumber: string;
  readonly answerShown: string;
  readonly previous: string;
  readonly next: string;
  readonly random: string;
  readonly goTo: string;
  readonly bookmark: string;
  readonly removeBookmark: string;
  readonly done: string;
  readonly notDone: string;
  readonly scratch: string;
  readonly answerSheet: string;
  readonly source: string;
  readonly copy: string;
  readonly keys: string;
  readonly close: string;
  readonly related: string;
  readonly openInstead: string;
  readonly questionTools: string;
  readonly level: string;
  readonly kind: string;
  readonly tags: string;
  /** With {0} for the number, {1} for the total. */
  readonly position: string;
  readonly space: string;
  readonly or: string;
}

/** What a panel asks of the host. */
export const PANEL_ACTIONS = [
  'next',
  'previous',
  'random',
  'goTo',
  'bookmark',
  'done',
  'scratch',
  'answerSheet',
  'source',
  'copy',
] as const;
export type PanelAction = (typeof PANEL_ACTIONS)[number];

export type FromPanel =
  /** The page was loaded; `drawn` tells whether it shows what came with it. */
  | { readonly type: 'ready'; readonly drawn: boolean }
  | { readonly type: 'action'; readonly action: PanelAction }
  | { readonly type: 'revealed'; readonly reveal: Reveal }
  | { readonly type: 'link'; readonly href: string }
  | { readonly type: 'open'; readonly question: QuestionRef }
  /** The page got or lost the keyboard. */
  | { readonly type: 'focus'; readonly focused: boolean }
  /** The content security policy stopped something. */
  | { readonly type: 'violation'; readonly directive: string };

/** Reads a message that claims to come from a panel; undefined for anything that is none. */
export function parseFromPanel(message: unknown): FromPanel | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, action, reveal, href, question, focused, directive, drawn } = message as Record<string, unknown>;
  switch (type) {
    case 'ready':
      return { type, drawn: drawn === true };
    case 'action': {
      const known = PANEL_ACTIONS.find((name) => name === action);
      return known && { type, action: known };
    }
    case 'revealed':
      return { type, reveal: revealFromStored(reveal) };
    case 'link':
      return typeof href === 'string' && href.length <= 4000 ? { type, href } : undefined;
    case 'open': {
      const ref = parseRef(question);
      return ref && { type, question: ref };
    }
    case 'focus':
      return typeof focused === 'boolean' ? { type, focused } : undefined;
    case 'violation':
      return typeof directive === 'string' ? { type, directive: directive.slice(0, 200) } : undefined;
    default:
      return undefined;
  }
}

/** What a panel keeps over a reload of the window. */
export interface PanelState {
  readonly question: QuestionRef;
  readonly topic?: TopicRef;
  readonly reveal: Reveal;
}

/** Reads a state that a panel stored, perhaps in another version; undefined when it names no question. */
export function parsePanelState(state: unknown): PanelState | undefined {
  if (typeof state !== 'object' || state === null) return undefined;
  const { question, topic, reveal } = state as Record<string, unknown>;
  const ref = parseRef(question);
  return ref && {
    question: ref,
    ...(isTopicRef(topic) && { topic }),
    reveal: revealFromStored(reveal),
  };
}

function parseRef(value: unknown): QuestionRef | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { packId, id } = value as Record<string, unknown>;
  return typeof packId === 'string' && typeof id === 'string' ? { packId, id } : undefined;
}
