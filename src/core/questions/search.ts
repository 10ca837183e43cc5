import { fold } from './filter';
import type { QuestionSummary } from './question';
import { buildTextIndex, type DocumentList, prefixRange, type StoredTextIndex, type TextIndex, unpackNext, wordsOf } from './textIndex';

/** A question found, best first; a higher score is a better match. */
export interface SearchHit {
  readonly question: QuestionSummary;
  readonly score: number;
}

/** What a match in a field is worth. A title tells more of a question than a tag, a tag more than the text. */
const FIELD_WEIGHT = { title: 10, name: 9, tag: 6, text: 2 };

/** What kind of match a typed word had with a word of the field. */
const MATCH_WEIGHT = { exact: 1, prefix: 0.8, inside: 0.5, typo: 0.35 };

interface Field {
  readonly weight: number;
  readonly index: TextIndex | StoredTextIndex;
  /** The number that the index's first document has in the whole search. */
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

  /**
   * @param questions what is searched; document numbers of `text` count in this order
   * @param text index of the questions' texts, when it was loaded
   */
  constructor(
    private readonly questions: readonly QuestionSummary[],
    text: readonly { readonly index: TextIndex; readonly offset: number }[] = [],
  ) {
    this.titles = questions.map((question) => fold(question.title));
    const field = (weight: number, texts: readonly string[]): Field => ({
      weight,
      index: buildTextIndex(texts),
      forgiving: true,
    });
    this.fields = [
      field(FIELD_WEIGHT.title, this.titles),
      field(FIELD_WEIGHT.name, questions.map(({ id, short, aliases }) => [id, short ?? '', ...aliases].join(' '))),
      field(FIELD_WEIGHT.tag, questions.map(({ tags, technologies }) => [...tags, ...technologies].join(' '))),
      ...text.map(({ index, offset }) => ({
        weight: FIELD_WEIGHT.text,
        index: offset === 0 ? index : shift(index, offset),
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
    for (const [number, word] of words.entries()) {
      const best = this.scoreWord(word);
      for (let index = 0; index < count; index++) {
        if (best[index]! > 0 && matched[index] === number) {
          matched[index] = number + 1;
          total[index]! += best[index]!;
        }
      }
    }
    const phrase = fold(typed).trim().replace(/\s+/g, ' ');
    const found: { index: number; score: number }[] = [];
    for (let index = 0; index < count; index++) {
      if (matched[index] !== words.length) continue;
      const title = this.titles[index]!;
      let score = total[index]! / words.length;
      // The words together and in order mean more than scattered; a short title is more about them.
      if (words.length > 1 && title.includes(phrase)) score += 4;
      if (title.startsWith(phrase)) score += 2;
      score -= Math.min(title.length, 200) / 200;
      found.push({ index, score });
    }
    found.sort((a, b) => b.score - a.score || a.index - b.index);
    return found.slice(0, limit).map(({ index, score }) => ({ question: this.questions[index]!, score }));
  }

  /** For each question the best match of one typed word, 0 for none. */
  private scoreWord(word: string): Float64Array {
    const best = new Float64Array(this.questions.length);
    const raise = ({ documents }: TextIndex, at: number, score: number): boolean => {
      for (const document of documents[at]!) if (score > best[document]!) best[document] = score;
      return true;
    };
    let found = false;
    for (const { weight, index } of this.fields) {
      const { from, to } = prefixRange(index.words, word);
      for (let at = from; at < to; at++) {
        const exact = index.words[at]!.length === word.length;
        found = raise(index, at, weight * (exact ? MATCH_WEIGHT.exact : MATCH_WEIGHT.prefix));
      }
    }
    if (word.length < 3) return best;
    for (const { weight, index, forgiving } of this.fields) {
      if (!forgiving) continue;
      for (const [at, candidate] of index.words.entries()) {
        if (candidate.length > word.length && candidate.includes(word, 1)) {
          found = raise(index, at, weight * MATCH_WEIGHT.inside);
        }
      }
    }
    // Misspellings are looked for only when the word means nothing as typed.
    if (found || word.length < 4) return best;
    const distance = word.length < 8 ? 1 : 2;
    for (const { weight, index, forgiving } of this.fields) {
      if (!forgiving) continue;
      for (const [at, candidate] of index.words.entries()) {
        // While typing, the word is compared with the beginning of the candidate as well.
        const near =
          isWithin(word, candidate, distance) ||
          (candidate.length > word.length + distance && isWithin(word, candidate.slice(0, word.length), distance));
        if (near) raise(index, at, weight * MATCH_WEIGHT.typo);
      }
    }
    return best;
  }
}

function shift(index: TextIndex, offset: number): TextIndex {
  return { words: index.words, documents: index.documents.map((list) => list.map((number) => number + offset)) };
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
