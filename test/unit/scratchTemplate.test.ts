import assert from 'node:assert/strict';
import { commentMark, SCRATCH_LANGUAGES } from '../../src/core/exercises/languages';
import { answerSheet, codeScratch, wrapMarkdown } from '../../src/core/exercises/scratchTemplate';
import { below, pick, seededRandom } from './support/seededRandom';

const HEAD = { title: 'Build an LRU cache', subtitle: 'Advanced · attempt 1', prompt: 'Keep the *n* used last.\n\nEvict the others.' };

/** What may begin a new line in one of the languages, and so would end a comment. */
const LINE_ENDS = ['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029', '\v', '\f'];

/** What would end a block comment, begin a string, or be read by a tool, had it the chance. */
const HOSTILE = ['*/ evil()', '--> evil()', '""" \nevil()', "'''\nevil()", '`evil()`', '#!/bin/evil', '\\\nevil()', '?> evil()', '\u0000evil()', '-- \\! evil', '*/\r\nevil()\r/*'];

describe('A new scratch file', () => {
  it('has title, subtitle and prompt as a comment on top, then the starter', () => {
    assert.equal(
      codeScratch('python', HEAD, 'def build():\n    pass\n\n\n'),
      '# Build an LRU cache\n# Advanced · attempt 1\n#\n# Keep the *n* used last.\n#\n# Evict the others.\n\ndef build():\n    pass\n',
    );
  });

  it('ends behind the comment when there is no starter', () => {
    assert.ok(codeScratch('sql', HEAD, '').endsWith('-- Evict the others.\n\n'));
  });

  for (const language of SCRATCH_LANGUAGES) {
    it(`keeps whatever title, subtitle and prompt hold inside the comment in ${language}`, () => {
      const mark = commentMark(language);
      for (const hostile of [...HOSTILE, ...LINE_ENDS.map((end) => `quiet${end}evil()`), LINE_ENDS.map((end) => `${end}evil()`).join('')]) {
        for (const part of ['title', 'subtitle', 'prompt'] as const) {
          const text = codeScratch(language, { ...HEAD, [part]: hostile }, '');
          for (const line of text.split(/\r\n|[\n\r\u0085\u2028\u2029\v\f]/)) {
            assert.ok(line === '' || line === mark || line.startsWith(`${mark} `), `${part}: ${JSON.stringify(text)}`);
          }
        }
      }
    });
  }

  it('keeps any mixture of hostile text inside the comment', () => {
    const random = seededRandom(17);
    const pieces = [...HOSTILE, ...LINE_ENDS, '```', '~~~', '| a |', '- item', '  ', 'some words', 'word '.repeat(40), 'x'.repeat(200)];
    for (let run = 0; run < 1_000; run++) {
      const prompt = Array.from({ length: 1 + below(random, 8) }, () => pick(random, pieces)).join('');
      const language = pick(random, SCRATCH_LANGUAGES);
      const mark = commentMark(language);
      for (const line of codeScratch(language, { ...HEAD, prompt }, '').split(/\r\n|[\n\r\u0085\u2028\u2029\v\f]/)) {
        assert.ok(line === '' || line === mark || line.startsWith(`${mark} `), `${language}: ${JSON.stringify(prompt)}`);
      }
    }
  });

  it('lets no Unicode escape end the comment in Java, which reads escapes before it reads comments', () => {
    for (const hostile of ['\\u000a evil();', '\\uuuu000D evil();', '\\\\\\u000a evil();', 'C:\\users']) {
      for (const part of ['title', 'subtitle', 'prompt'] as const) {
        const text = codeScratch('java', { ...HEAD, [part]: hostile }, '');
        assert.doesNotMatch(text, /\\u/);
        assert.ok(text.includes('u'));
      }
    }
    assert.ok(codeScratch('go', { ...HEAD, prompt: 'C:\\users' }, '').includes('C:\\users'));
  });

  it('lets no title choose the encoding in Python, which looks for one in the first two lines', () => {
    for (const hostile of ['Encoding: base64 or hex?', 'coding=utf-7', '-*- coding: latin-1 -*-', 'vim: set fileencoding=ascii :']) {
      for (const part of ['title', 'subtitle'] as const) {
        const [first, second] = codeScratch('python', { ...HEAD, [part]: hostile }, '').split('\n');
        for (const line of [first!, second!]) assert.doesNotMatch(line, /^[ \t\f]*#.*?coding[:=][ \t]*[-\w.]+/);
      }
    }
  });

  it('keeps the starter as it is', () => {
    const starter = "const nul = '\\u0000';\n// */ `\n\nexport {};";
    assert.ok(codeScratch('java', HEAD, starter).endsWith(`\n\n${starter}\n`));
  });
});

describe('Wrapping the prompt', () => {
  it('breaks long lines at spaces, and none that fits', () => {
    assert.deepEqual(wrapMarkdown('one two three four', 9), ['one two', 'three', 'four']);
    assert.deepEqual(wrapMarkdown('123456789', 9), ['123456789']);
    assert.deepEqual(wrapMarkdown('', 9), ['']);
  });

  it('does not break a word that is too long', () => {
    assert.deepEqual(wrapMarkdown('see https://example.com/long now', 10), ['see', 'https://example.com/long', 'now']);
  });

  it('keeps all words in their order', () => {
    const text = Array.from({ length: 200 }, (_, n) => 'x'.repeat((n * 7) % 13) + n).join(' ');
    const lines = wrapMarkdown(text, 40);
    assert.equal(lines.join(' '), text);
    assert.ok(lines.every((line) => line.length <= 40));
  });

  it('indents what follows in the item of a list', () => {
    assert.deepEqual(wrapMarkdown('- one two three', 9), ['- one two', '  three']);
    assert.deepEqual(wrapMarkdown('10. one two', 8), ['10. one', '    two']);
    assert.deepEqual(wrapMarkdown('  - one two three', 11), ['  - one two', '    three']);
  });

  it('keeps a word beside its bullet, however long it is', () => {
    assert.deepEqual(wrapMarkdown('- https://example.com/long now', 10), ['- https://example.com/long', '  now']);
  });

  it('keeps the indent of what stands inside an item', () => {
    assert.deepEqual(wrapMarkdown('   one two three', 10), ['   one two', '   three']);
  });

  it('leaves no blanks at the ends of lines, and loses no word of any text', () => {
    const random = seededRandom(31);
    const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
    for (let run = 0; run < 500; run++) {
      const text = Array.from({ length: below(random, 60) }, () => pick(random, ['a', 'word', 'longer-word', '-', '1.', '', '`code`', '\n', '\n\n'])).join(' ');
      const lines = wrapMarkdown(text, 10 + below(random, 40));
      assert.deepEqual(words(lines.join(' ')), words(text), JSON.stringify(text));
      for (const line of lines) assert.equal(line, line.trimEnd());
    }
  });

  it('leaves code and tables alone', () => {
    const long = 'a long line of words';
    for (const text of [`\`\`\`js\n${long}\n\`\`\``, `~~~\n${long}\n~~~`, `  \`\`\`\n${long}\n  \`\`\``, `| ${long} |`]) {
      assert.deepEqual(wrapMarkdown(text, 9), text.split('\n'));
    }
  });

  it('wraps again behind a code block, and takes no other fence for its end', () => {
    assert.deepEqual(wrapMarkdown('````md\n```\n~~~\na long line\n````\na long line', 6), ['````md', '```', '~~~', 'a long line', '````', 'a long', 'line']);
  });
});

describe('An answer sheet', () => {
  it('quotes the question and leaves room below a heading', () => {
    assert.equal(
      answerSheet(HEAD, 'My answer'),
      '# Build an LRU cache\n\n*Advanced · attempt 1*\n\n> Keep the *n* used last.\n>\n> Evict the others.\n\n## My answer\n\n',
    );
  });

  it('does without a prompt', () => {
    assert.equal(answerSheet({ ...HEAD, prompt: '' }, 'My answer'), '# Build an LRU cache\n\n*Advanced · attempt 1*\n\n## My answer\n\n');
  });

  it('keeps title and prompt where they belong, whatever they hold', () => {
    const sheet = answerSheet({ title: 'One\n\n# Two', subtitle: 'a\nb', prompt: 'x\r## My answer\n## y' }, 'My answer');
    assert.deepEqual(sheet.split(/[\r\n]+/).filter((line) => line.startsWith('#')), ['# One # Two', '## My answer']);
  });
});
