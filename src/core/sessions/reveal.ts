import type { SectionName } from '../questions/question';

/** How much of a question is uncovered. A panel keeps this across reloads. */
export interface Reveal {
  /** Number of hints shown. */
  readonly hints: number;
  readonly stage: 'asked' | 'answer' | 'depth';
}

export const NOTHING_REVEALED: Reveal = { hints: 0, stage: 'asked' };

/** The sections that the stage 'answer' uncovers; the stage 'depth' uncovers the rest. */
const ANSWER_SECTIONS: readonly SectionName[] = ['Answer', 'Key points', 'One-liner'];

/** Tells whether a section is uncovered. */
export function isRevealed(section: SectionName, reveal: Reveal): boolean {
  if (reveal.stage === 'asked') return false;
  return reveal.stage === 'depth' || ANSWER_SECTIONS.includes(section);
}

/** Everything at once. */
export function revealAll(reveal: Reveal): Reveal {
  return { ...reveal, stage: 'depth' };
}

/** One more hint, as far as there are any. */
export function revealHint(reveal: Reveal, hintCount: number): Reveal {
  return { ...reveal, hints: Math.min(hintCount, reveal.hints + 1) };
}

/** One step: the hints one by one, then the answer, then everything. */
export function revealStep(reveal: Reveal, hintCount: number): Reveal {
  if (reveal.stage === 'asked') {
    return reveal.hints < hintCount ? revealHint(reveal, hintCount) : { ...reveal, stage: 'answer' };
  }
  return { ...reveal, stage: 'depth' };
}

/** Reads a state that a panel stored, perhaps in another version. */
export function revealFromStored(value: unknown): Reveal {
  if (typeof value !== 'object' || value === null) return NOTHING_REVEALED;
  const { hints, stage } = value as Record<string, unknown>;
  return {
    hints: typeof hints === 'number' && Number.isInteger(hints) && hints > 0 ? Math.min(hints, 100) : 0,
    stage: stage === 'answer' || stage === 'depth' ? stage : 'asked',
  };
}
