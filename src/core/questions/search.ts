import { fold } from './filter';
import type { QuestionSummary } from './question';
import { buildTextIndex, PackedTextIndex, prefixRange, type StoredTextIndex, type TextIndex, wordsOf } from './textIndex';

/** A question found, best first; a higher score is a better match. */
export interface SearchHit {
  readonly question: QuestionSummary;
  readonly score: number;
}

/** What a match in a field is worth. A title tells more of a question than a tag, a tag more than the text. */
const FIELD_WEIGHT = { title: 10, name: 9, tag: 6, text: 2 };

/** What kind of match a typed word had with a word of the field. */
const MATCH_WEIGHT = { exact: 1, prefix: 0.8, inside: 0.5, typo: 0.35 };

/** What it adds when all words stand in the title as typed, and when it starts with them. */
const PHRASE_BONUS = 4;
const START_BONUS = 2;

interface Field {
  readonly weight: number;
  readonly index: PackedTextIndex;
  /** The number that the index's document 0 has among all questions. */
  readonly offset: number;
  /** Body text is too large to look inside words or for typing errors. */
  readonly forgiving: boolean;
}

/**
 * Fuzzy search over titles, ids and aliases, tags and technologies, and the text of all questions.
 * Every word typed must match; each may be the beginning, an inner part or a misspelling of a word.
 */
export class QuestionSearch {
  private readonly fields: readonly Field[];
  private readonly titles: readonly string[];
  /** The scores of the words typed last: while one word is typed, those before it stay the same. */
  private scores = new Map<string, Float64Array>();

  /**
   * @param questions what is searched; document numbers of `text` count in this order
   * @param text index of the questions' texts, when it was loaded
   */
  constructor(
    private readonly questions: readonly QuestionSummary[],
    text: readonly { readonly index: TextIndex | StoredTextIndex; readonly offset: number }[] = [],
  ) {
    this.titles = questions.map((question) => fold(question.title));
    const field = (weight: number, texts: readonly string[]): Field => ({
      weight,
      index: new PackedTextIndex(buildTextIndex(texts)),
      offset: 0,
      forgiving: true,
    });
    this.fields = [
      field(FIELD_WEIGHT.title, this.titles),
      field(FIELD_WEIGHT.name, questions.map(({ id, short, aliases }) => [id, short ?? '', ...aliases].join(' '))),
      field(FIELD_WEIGHT.tag, questions.map(({ tags, technologies }) => [...tags, ...technologies].join(' '))),
      ...text.map(({ index, offset }) => ({
        weight: FIELD_WEIGHT.text,
        index: new PackedTextIndex(index),
        offset,
        forgiving: false,
      })),
    ];
  }

  /** The best `limit` questions for what was typed; all in their order when nothing was typed. */
  find(typed: string, limit: number): SearchHit[] {
    const words = [...new Set(wordsOf(typed))].slice(0, 12);
    if (words.length === 0) {
      return this.questions.slice(0, limit).map((question) => ({ question, score: 0 }));
    }
    const count = this.questions.length;
    const total = new Float64Array(count);
    const matched = new Uint8Array(count);
    this.scores = new Map(words.map((word) => [word, this.scores.get(word) ?? this.scoreWord(word)]));
    for (const [number, best] of [...this.scores.values()].entries()) {
      for (let index = 0; index < count; index++) {
        if (best[index]! > 0 && matched[index] === number) {
          matched[index] = number + 1;
          total[index]! += best[index]!;
        }
      }
    }
    const phrase = fold(typed).trim().replace(/\s+/g, ' ');
    let found: Found[] = [];
    let least = -Infinity;
    for (let index = 0; index < count; index++) {
      if (matched[index] !== words.length) continue;
      let score = total[index]! / words.length;
      // One letter matches nearly everything: to look at each title and to sort it all would take longer
      // than to find it.
      if (score + PHRASE_BONUS + START_BONUS <= least) continue;
      const title = this.titles[index]!;
      // The words together and in order mean more than scattered; a short title is more about them.
      if (words.length > 1 && title.includes(phrase)) score += PHRASE_BONUS;
      if (title.startsWith(phrase)) score += START_BONUS;
      score -= Math.min(title.length, 200) / 200;
      if (score <= least) continue;
      found.push({ index, score });
      if (found.length < limit * 2) continue;
      found = bestOf(found, limit);
      least = found.at(-1)?.score ?? least;
    }
    return bestOf(found, limit).map(({ index, score }) => ({ question: this.questions[index]!, score }));
  }

  /** For each question the best match of one typed word, 0 for none. */
  private scoreWord(word: string): Float64Array {
    const best = new Float64Array(this.questions.length);
    let found = false;
    for (const field of this.fields) {
      const { from, to } = prefixRange(field.index.words, word);
      if (from === to) continue;
      found = true;
      // The word itself stands before all that it begins.
      const isExact = field.index.words[from]!.length === word.length;
      if (isExact) raise(best, field, from, MATCH_WEIGHT.exact);
      // Thousands of words begin with one letter, and long before the last every question has one of them.
      let liftable = countBelow(best, field.weight * MATCH_WEIGHT.prefix);
      for (let at = isExact ? from + 1 : from; at < to && liftable > 0; at++) {
        liftable -= raise(best, field, at, MATCH_WEIGHT.prefix);
      }
    }
    if (word.length < 3) return best;
    for (const field of this.fields) {
      if (!field.forgiving) continue;
      const { words } = field.index;
      for (let at = 0; at < words.length; at++) {
        if (words[at]!.length <= word.length || !words[at]!.includes(word, 1)) continue;
        raise(best, field, at, MATCH_WEIGHT.inside);
        found = true;
      }
    }
    // Misspellings are looked for only when the word means nothing as typed.
    if (found || word.length < 4) return best;
    const distance = word.length < 8 ? 1 : 2;
    for (const field of this.fields) {
      if (!field.forgiving) continue;
      const { words } = field.index;
      // isWithin() asks for the same first letter, so that other words need no look.
      const { from, to } = prefixRange(words, word[0]!);
      for (let at = from; at < to; at++) {
        const candidate = words[at]!;
        // While typing, the word is compared with the beginning of the candidate as well.
        const near =
          isWithin(word, candidate, distance) ||
          (candidate.length > word.length + distance && isWithin(word, candidate.slice(0, word.length), distance));
        if (near) raise(best, field, at, MATCH_WEIGHT.typo);
      }
    }
    return best;
  }
}

interface Found {
  readonly index: number;
  readonly score: number;
}

function bestOf(found: Found[], limit: number): Found[] {
  return found.sort((a, b) => b.score - a.score || a.index - b.index).slice(0, limit);
}

/** Lifts the questions that hold a word of a field to what such a match is worth; returns how many were lower. */
function raise(best: Float64Array, { weight, index, offset }: Field, at: number, match: number): number {
  return index.raise(best, offset, at, weight * match);
}

function countBelow(best: Float64Array, score: number): number {
  let count = 0;
  for (const value of best) if (value < score) count++;
  return count;
}

/**
 * Tells whether two words differ by at most `distance` insertions, deletions, substitutions or swaps of
 * neighbours (optimal string alignment distance). Beginnings must agree: people rarely miss the first letter.
 */
export function isWithin(a: string, b: string, distance: number): boolean {
  if (Math.abs(a.length - b.length) > distance || a[0] !== b[0]) return false;
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, older[column - 2]! + 1);
      }
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > distance) return false;
    [older, previous] = [previous, current];
  }
  return previous[b.length]! <= distance;
}
