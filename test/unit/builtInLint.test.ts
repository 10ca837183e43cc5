import assert from 'node:assert/strict';
import { lintBuiltIn } from '../../src/core/questions/builtInLint';
import { FULL_QUESTION, messages, readGood } from './support/questions';

const lint = (text: string, file?: string) => lintBuiltIn(readGood(text, file));

/** Changes the good question in one place; the place must be there. */
function changed(from: string | RegExp, to: string): string {
  const text = FULL_QUESTION.replace(from, () => to);
  assert.notEqual(text, FULL_QUESTION, `'${String(from)}' is not in the question`);
  return text;
}

const lineOf = (text: string, start: string): number => text.split('\n').findIndex((line) => line.startsWith(start)) + 1;
const section = (name: string): RegExp => new RegExp(`## ${name}\\n[\\s\\S]*?(?=\\n## )`);
const bullets = (count: number): string => Array.from({ length: count }, (_, n) => `- point ${n}`).join('\n');
const numbers = (count: number): string => Array.from({ length: count }, (_, n) => `${n + 1}. hint ${n}`).join('\n');
const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');
const fence = (language: string, code: string): string => `## Example\n\n\`\`\`${language}\n${code}\n\`\`\`\n`;

describe('The lint of the built-in packs', () => {
  it('has no objection to a question in the full format', () => {
    assert.deepEqual(lint(FULL_QUESTION), []);
  });

  // What to change, what is said, and the beginning of the line at which it is said.
  const failing: readonly (readonly [string, string | RegExp, string, string | RegExp, string])[] = [
    ['no short title', 'short: Idempotency-Key\n', '', /short title is missing or longer/, '---'],
    ['a short title of 31 characters', 'short: Idempotency-Key', `short: ${'x'.repeat(31)}`, /short title is missing or longer/, 'short:'],
    ['no level', 'level: intermediate\n', '', 'The level is missing.', '---'],
    ['no kind', 'kind: practical\n', '', 'The kind is missing.', '---'],
    ['a practical question without an exercise', 'exercise: idempotent-endpoint\n', '', 'A practical question needs an exercise.', '---'],
    ['one tag', '[http, retries]', '[http]', 'There are fewer than two tags.', 'tags:'],
    ['one related question', '[safe-retries, idempotency]', '[safe-retries]', 'There are fewer than two related questions.', 'related:'],
    ['an id that is not the name of its file', 'id: idempotency-key', 'id: other', /not named after the id 'other'/, 'id:'],
    ['no prompt', /A client times out[\s\S]*?twice\?\n/, '', 'The prompt is missing.', ''],
    ['a missing section', /(## Trade-offs\n\n.*\n\n)/, '', "The section 'Trade-offs' is missing or empty.", ''],
    ['too long an answer', 'Store the key with the response and replay it.', words(121), 'The answer has 121 words.', 'word'],
    ['two key points', section('Key points'), `## Key points\n\n${bullets(2)}\n`, 'There are 2 key points.', '- point 0'],
    ['eight key points', section('Key points'), `## Key points\n\n${bullets(8)}\n`, 'There are 8 key points.', '- point 0'],
    ['one hint', section('Hints'), `## Hints\n\n${numbers(1)}\n`, 'There are 1 hints.', '1. hint 0'],
    ['five hints', section('Hints'), `## Hints\n\n${numbers(5)}\n`, 'There are 5 hints.', '1. hint 0'],
    ['one follow-up', /\n- \*\*What if[^\n]*/, '', 'There are fewer than two follow-ups.', '- **How long'],
    ['a follow-up without an answer', ' A day, as long as clients retry.', '', "The follow-up 'How long do you keep it?' has no answer.", '- **How long'],
    ['raw HTML', 'A client times out and', 'A client <b>times out</b> and', 'There is raw HTML.', 'A client'],
    ['an HTML comment-like tag in a section', 'It costs a write', 'It<br/>costs a write', 'There is raw HTML.', 'It<br/>'],
    ['an image', 'It costs a write', '![w](https://example.com/w.png) It costs a write', 'There is an image.', '![w]'],
    ['a code block of no language', section('Example'), fence('', 'x'), "The code block's language is ''.", ''],
    ['a code block of an unknown language', section('Example'), fence('ruby', 'x'), "The code block's language is 'ruby'.", '```ruby'],
    ['a diagram without a title', '  accTitle: A retry\n', '', 'The diagram has no accTitle.', '```mermaid'],
    ['a diagram with an empty title', 'accTitle: A retry', 'accTitle:', 'The diagram has no accTitle.', '```mermaid'],
    ['a diagram without a description', /  accDescr:.*\n/, '', 'The diagram has no accDescr.', '```mermaid'],
    ['a line of code of 77 characters', section('Example'), fence('text', `a\n${'x'.repeat(77)}`), /A line of code is longer than 76/, 'xxxx'],
    ['JSON that does not parse', section('Example'), fence('json', "{'a': 1}"), /The JSON does not parse/, '```json'],
    ['HTTP without a start line', section('Example'), fence('http', 'Host: a'), 'The HTTP message does not parse.', '```http'],
    ['HTTP with a header that is none', section('Example'), fence('http', 'GET / HTTP/1.1\nno header'), 'The HTTP message does not parse.', '```http'],
    ['HTTP with a status that is no number', section('Example'), fence('http', 'HTTP/1.1 OK'), 'The HTTP message does not parse.', '```http'],
  ];
  for (const [name, from, to, message, at] of failing) {
    it(`objects to ${name}`, () => {
      const text = changed(from, to);
      const problems = lint(text);
      assert.equal(problems.length, 1, JSON.stringify(messages(problems)));
      const { line, message: said, mend, severity } = problems[0]!;
      if (typeof message === 'string') assert.equal(said, message);
      else assert.match(said, message);
      assert.notEqual(mend, '');
      assert.equal(severity, 'error');
      if (at !== '') assert.equal(line, at === '---' ? 1 : lineOf(text, at.trimEnd()));
    });
  }

  for (const name of ['In depth', 'Key points', 'Trade-offs', 'Example', 'Common mistakes', 'One-liner', 'Keywords', 'Hints', 'Follow-ups']) {
    it(`objects to a missing section '${name}', and to an empty one`, () => {
      const missing = `The section '${name}' is missing or empty.`;
      assert.ok(messages(lint(changed(section(name), ''))).includes(missing));
      assert.ok(messages(lint(changed(section(name), `## ${name}\n`))).includes(missing));
    });
  }

  it('objects to missing references and not to a missing level rubric', () => {
    assert.deepEqual(messages(lint(FULL_QUESTION.slice(0, FULL_QUESTION.indexOf('## References')))), ["The section 'References' is missing or empty."]);
    assert.deepEqual(lint(changed('## References', '## Level rubric\n\nA junior says less.\n\n## References')), []);
  });

  it('objects to sections out of order at the one that comes too late', () => {
    const text = changed('## One-liner\n\nSame key, same response.\n\n## Keywords\n\nidempotent, retry, at-least-once', '## Keywords\n\nidempotent\n\n## One-liner\n\nSame key.');
    const problems = lint(text);
    assert.deepEqual(messages(problems), ["The section 'One-liner' is out of order."]);
    assert.equal(problems[0]!.line, lineOf(text, 'Same key.'));
  });

  // Each of these is as far as the rule lets one go.
  const passing: readonly (readonly [string, string | RegExp, string])[] = [
    ['a short title of 30 characters', 'short: Idempotency-Key', `short: ${'x'.repeat(30)}`],
    ['an answer of 120 words', 'Store the key with the response and replay it.', words(120)],
    ['seven key points', section('Key points'), `## Key points\n\n${bullets(7)}\n`],
    ['two hints and four', section('Hints'), `## Hints\n\n${numbers(4)}\n`],
    ['HTML in backticks', 'It costs a write', '`<b>` costs a `</b>` write'],
    ['comparisons that only look like HTML', 'It costs a write', 'If 1 < 2 and 3 > 2, a write'],
    ['HTML and images in a code block', section('Example'), fence('text', '<script>alert(1)</script>\n![x](y)')],
    ['a line of code of 76 characters', section('Example'), fence('text', '𝔘'.repeat(76))],
    ['a long line in a diagram', 'accDescr: The client sends the same key twice.', `accDescr: ${words(40)}`],
    ['an HTTP response', section('Example'), fence('http', 'HTTP/1.1 204 No Content\nRetry-After: 3\n')],
    ['an HTTP status without a phrase', section('Example'), fence('http', 'HTTP/2 429')],
    ['an HTTP request without a version', section('Example'), fence('http', 'GET /a?b=c\nHost: a')],
    ['a body after an empty line', section('Example'), fence('http', 'POST /a HTTP/1.1\n\nnot a header')],
  ];
  for (const [name, from, to] of passing) {
    it(`lets pass ${name}`, () => {
      assert.deepEqual(lint(changed(from, to)), []);
    });
  }

  it('asks for an exercise of practical questions only', () => {
    const text = changed('kind: practical', 'kind: concept').replace(/exercise: .*\n/, '');
    assert.deepEqual(lint(text), []);
  });

  it('reports the lines of CRLF files as well', () => {
    const text = changed('A client times out and', 'A client <b>times out</b> and');
    assert.equal(lint(text.replaceAll('\n', '\r\n'))[0]!.line, lineOf(text, 'A client'));
  });
});
