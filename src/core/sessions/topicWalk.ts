import type { QuestionSummary } from '../questions/question';

/**
 * The question after (or before) the current one in its topic, among those that pass the filter; at the
 * end it goes on from the other end. The current one need not pass the filter itself.
 * @returns undefined when no other question passes
 */
export function neighbour(
  topic: readonly QuestionSummary[],
  current: QuestionSummary,
  direction: 1 | -1,
  matches: (question: QuestionSummary) => boolean,
): QuestionSummary | undefined {
  const start = topic.indexOf(current);
  for (let step = 1; step < topic.length + (start < 0 ? 1 : 0); step++) {
    // Outside the topic, 'next' is its first question and 'previous' its last.
    const from = start < 0 ? (direction === 1 ? -1 : topic.length) : start;
    const index = (((from + direction * step) % topic.length) + topic.length) % topic.length;
    const question = topic[index]!;
    if (question !== current && matches(question)) return question;
  }
  return undefined;
}
