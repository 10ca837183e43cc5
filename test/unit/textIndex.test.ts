import assert from 'node:assert/strict';
import { buildTextIndex, prefixRange } from '../../src/core/questions/textIndex';
import { below, pick, seededRandom } from './support/seededRandom';

const wordsIn = (text: string): readonly string[] => buildTextIndex([text]).words;

const documentsOf = (texts: readonly string[], word: string): number[] => {
  const { words, documents } = buildTextIndex(texts);
  return [...(documents[words.indexOf(word)] ?? [])];
};

describe('The text index', () => {
  it('splits a text into its words, sorted, each once', () => {
    assert.deepEqual(wordsIn('to be, or (not) to be?'), ['be', 'not', 'or', 'to']);
  });

  it('folds case, accents and hyphens', () => {
    assert.deepEqual(wordsIn('Café CAFE cafe\u0301 read-through'), ['cafe', 'read', 'through']);
  });

  it("keeps digits and the signs of 'c++' and 'c#'", () => {
    assert.deepEqual(wordsIn('C++, C# and .NET; HTTP/2 v1'), ['2', 'and', 'c#', 'c++', 'http', 'net', 'v1']);
  });

  it('knows words of other scripts', () => {
    assert.deepEqual(wordsIn('Größe, мир; 日本'), ['große', 'мир', '日本']);
  });

  it('has no words for a text of signs and spaces', () => {
    assert.deepEqual(wordsIn(' \n\t.,;:!?()[]{}<>"\'`~@$%^&*=|\\/_- \u2028'), []);
    assert.deepEqual(buildTextIndex([]).words, []);
  });

  it('leaves out words of more than 30 letters, such as keys and hashes', () => {
    assert.deepEqual(wordsIn(`${'a'.repeat(30)} ${'b'.repeat(31)} ${'c'.repeat(5000)}`), ['a'.repeat(30)]);
  });

  it('lists for each word the texts that hold it, ascending, each once', () => {
    const texts = ['retry retry', 'cache', 'Cache a retry', '', 'RETRY'];
    assert.deepEqual(documentsOf(texts, 'retry'), [0, 2, 4]);
    assert.deepEqual(documentsOf(texts, 'cache'), [1, 2]);
    assert.deepEqual(documentsOf(texts, 'other'), []);
  });

  it('takes words that every object has a property for', () => {
    assert.deepEqual(documentsOf(['constructor', 'proto hasownproperty', 'constructor'], 'constructor'), [0, 2]);
    assert.deepEqual(documentsOf(['valueof', 'tostring'], 'tostring'), [1]);
  });

  it('holds as many lists as words, sorted by UTF-16 as prefixes need it', () => {
    const { words, documents } = buildTextIndex(['b 10 9 a ab é z 日本 𝒜 a1 c++ c#']);
    assert.equal(words.length, documents.length);
    for (let at = 1; at < words.length; at++) assert.ok(words[at - 1]! < words[at]!, `${words[at - 1]} before ${words[at]}`);
  });
});

describe('The range of a prefix', () => {
  const words = ['a', 'ab', 'abc', 'abd', 'b', 'c#', 'c++'];
  const inRange = (prefix: string): string[] => {
    const { from, to } = prefixRange(words, prefix);
    return words.slice(from, to);
  };

  it('holds exactly the words that begin with it', () => {
    assert.deepEqual(inRange('ab'), ['ab', 'abc', 'abd']);
    assert.deepEqual(inRange('abd'), ['abd']);
    assert.deepEqual(inRange('c'), ['c#', 'c++']);
  });

  it('reaches the first and the last word, and all for the empty prefix', () => {
    assert.deepEqual(inRange('a'), ['a', 'ab', 'abc', 'abd']);
    assert.deepEqual(inRange('c+'), ['c++']);
    assert.deepEqual(inRange(''), words);
  });

  it('is empty before, between and behind the words, and without any', () => {
    for (const prefix of ['!', 'aa', 'abcd', 'ac', 'z', '日']) {
      const { from, to } = prefixRange(words, prefix);
      assert.equal(from, to, prefix);
    }
    assert.deepEqual(prefixRange([], 'a'), { from: 0, to: 0 });
  });

  it('agrees with looking at each of many random words', () => {
    const random = seededRandom(11);
    const word = (): string => Array.from({ length: below(random, 5) }, () => pick(random, ['a', 'b', 'z', 'é', '日', '𝒜', '+', '#', '9'])).join('');
    const many = [...new Set(Array.from({ length: 500 }, word))].sort();
    for (let round = 0; round < 500; round++) {
      const prefix = word();
      const { from, to } = prefixRange(many, prefix);
      assert.deepEqual(many.slice(from, to), many.filter((candidate) => candidate.startsWith(prefix)), prefix);
    }
  });
});
