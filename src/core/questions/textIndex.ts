import { fold } from './filter';

/**
 * Which words stand in which documents. `words` is sorted, so that a prefix is one range;
 * `documents[i]` lists, ascending, the documents that hold `words[i]`.
 */
export interface TextIndex {
  readonly words: readonly string[];
  readonly documents: readonly (readonly number[])[];
}

/**
 * The same as a file holds it: less than a third of the size, and read without making a million numbers.
 * `words` are joined by spaces; `documents` are the packed lists of all words, one after the other, of the
 * given lengths.
 */
export interface StoredTextIndex {
  readonly words: string;
  readonly lengths: readonly number[];
  readonly documents: string;
}

/** The words of a text as search knows them: folded, split at all that is neither letter, digit, + nor #. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}+#]+/gu) ?? [];
}

/** Indexes texts by word; the position of a text is its document number. */
export function buildTextIndex(texts: readonly string[]): TextIndex {
  const documents = new Map<string, number[]>();
  for (const [number, text] of texts.entries()) {
    for (const word of wordsOf(text)) {
      // Longer 'words' are keys, hashes and the like, which no one searches for.
      if (word.length > 30) continue;
      const list = documents.get(word);
      if (!list) documents.set(word, [number]);
      else if (list.at(-1) !== number) list.push(number);
    }
  }
  const words = [...documents.keys()].sort();
  return { words, documents: words.map((word) => documents.get(word)!) };
}

/** The 32 characters from '#' on are a number's last digit. None of the 64 digits is escaped in JSON. */
const LAST_DIGIT = 35;
/** The 32 characters from ']' on are a digit that another one follows. */
const OTHER_DIGIT = 93;

/**
 * Packs an index for a file: of each ascending list the gaps, in digits to the base of 32, so that most
 * numbers take one character.
 */
export function storeTextIndex({ words, documents }: TextIndex): StoredTextIndex {
  const packed = documents.map((list) => {
    let text = '';
    let before = -1;
    for (const document of list) {
      let gap = document - before - 1;
      let digits = String.fromCharCode(LAST_DIGIT + (gap & 31));
      while ((gap >>>= 5) > 0) digits = String.fromCharCode(OTHER_DIGIT + (gap & 31)) + digits;
      text += digits;
      before = document;
    }
    return text;
  });
  return { words: words.join(' '), lengths: packed.map(({ length }) => length), documents: packed.join('') };
}

/** An index as search uses it: lists stay packed and are gone through in place. */
export class PackedTextIndex {
  readonly words: readonly string[];
  private readonly bytes: Uint8Array;
  /** Where the list of each word begins; one more entry tells where the last ends. */
  private readonly starts: Uint32Array;

  constructor(index: TextIndex | StoredTextIndex) {
    const { words, lengths, documents } = 'lengths' in index ? index : storeTextIndex(index);
    this.words = words === '' ? [] : words.split(' ');
    this.bytes = new TextEncoder().encode(documents);
    this.starts = new Uint32Array(lengths.length + 1);
    for (const [at, length] of lengths.entries()) this.starts[at + 1] = this.starts[at]! + length;
  }

  /**
   * Lifts to `score` the entries of `best` that are lower, for each document that holds the word `at`.
   * @param offset where in `best` document 0 stands
   * @returns how many were lower
   */
  raise(best: Float64Array, offset: number, at: number, score: number): number {
    const { bytes } = this;
    const end = this.starts[at + 1]!;
    let document = offset - 1;
    let gap = 0;
    let lifted = 0;
    for (let next = this.starts[at]!; next < end; next++) {
      const code = bytes[next]!;
      if (code >= OTHER_DIGIT) {
        gap = (gap | (code - OTHER_DIGIT)) << 5;
      } else {
        document += (gap | (code - LAST_DIGIT)) + 1;
        gap = 0;
        if (score > best[document]!) {
          best[document] = score;
          lifted++;
        }
      }
    }
    return lifted;
  }
}

/** The half-open range of `words` that start with a prefix. */
export function prefixRange(words: readonly string[], prefix: string): { from: number; to: number } {
  const from = lowerBound(words, prefix);
  // U+FFFF sorts behind every character that a word can hold.
  return { from, to: lowerBound(words, `${prefix}\uffff`) };
}

function lowerBound(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
