import { fold } from './filter';

/**
 * Which words stand in which documents. `words` is sorted, so that a prefix is one range;
 * `documents[i]` lists, ascending, the documents that hold `words[i]`.
 */
export interface TextIndex {
  readonly words: readonly string[];
  readonly documents: readonly (readonly number[])[];
}

/** The words of a text as search knows them: folded, split at all that is neither letter, digit, + nor #. */
export function wordsOf(text: string): string[] {
  return fold(text).split(/[^\p{L}\p{N}+#]+/u).filter(Boolean);
}

/** Indexes texts by word; the position of a text is its document number. */
export function buildTextIndex(texts: readonly string[]): TextIndex {
  const documents = new Map<string, number[]>();
  for (const [number, text] of texts.entries()) {
    for (const word of new Set(wordsOf(text))) {
      // Longer 'words' are keys, hashes and the like, which no one searches for.
      if (word.length > 30) continue;
      const list = documents.get(word);
      if (list) list.push(number);
      else documents.set(word, [number]);
    }
  }
  const words = [...documents.keys()].sort();
  return { words, documents: words.map((word) => documents.get(word)!) };
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
