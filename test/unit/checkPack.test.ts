import assert from 'node:assert/strict';
import { checkPack, questionLinks } from '../../src/core/questions/checkPack';
import { messages, places, readGood, smallQuestion } from './support/questions';

const file = (id: string, fields = '', body?: string) =>
  readGood(smallQuestion(`id: ${id}\ntitle: T${fields && `\n${fields}`}`, body), `apis/${id}.md`);

const check = (...files: Parameters<typeof checkPack>[0]) => checkPack(files, new Set(['lru']));

describe('Checking a pack as a whole', () => {
  it('finds nothing wrong where every target exists', () => {
    const a = file('a', 'related: [b]\naliases: [old-a]\nexercise: lru', '[B](question:b)\n\n## Answer\n\n[A](question:a)\n');
    assert.deepEqual(check(a, file('b', 'related: [a]')), []);
    assert.deepEqual(check(), []);
  });

  for (const [name, fields, message] of [
    ['a related question that is not there', 'level: beginner\nrelated: [b, gone]', "There is no question 'gone'."],
    ['a question related to itself', 'level: beginner\nrelated: [a]', 'The question is related to itself.'],
    ['an alias as a related question', 'level: beginner\nrelated: [old-b]', "There is no question 'old-b'."],
    ['an exercise that is not there', 'level: beginner\nexercise: gone', "There is no exercise 'gone'."],
    ['an exercise outside the folder', 'level: beginner\nexercise: ../lru', "There is no exercise '../lru'."],
    ["an alias that is another question's id", 'level: beginner\naliases: [b]', "The alias 'b' is the id of apis/b.md."],
    ['an alias that is the own id', 'level: beginner\naliases: [a]', "The alias 'a' is the id of apis/a.md."],
  ] as const) {
    it(`reports ${name} at its field`, () => {
      const problems = check(file('a', fields), file('b', 'aliases: [old-b]'));
      assert.deepEqual(messages(problems), [message]);
      assert.deepEqual(places(problems), ['apis/a.md:5:1']);
      assert.equal(problems[0]!.severity, 'error');
    });
  }

  it('reports an id that stands twice at the second file', () => {
    const problems = check(file('a'), readGood(smallQuestion('title: T\n\nid: a'), 'caching/a.md'));
    assert.deepEqual(messages(problems), ["The id 'a' is already that of apis/a.md."]);
    assert.deepEqual(places(problems), ['caching/a.md:4:1']);
  });

  it('reports links to questions that are not there, in prompt and sections, where they stand', () => {
    const body = 'See [G](question:gone).\n\n## Answer\n\nYes.\nSee `[x](question:code)` and [Z](question:zzz) and [B](question:b).\n\n```text\n[F](question:fence)\n```\n';
    const text = smallQuestion('id: a\ntitle: T', body);
    const problems = check(readGood(text, 'apis/a.md'), file('b'));
    assert.deepEqual(messages(problems), ["The link 'question:gone' leads to no question.", "The link 'question:zzz' leads to no question."]);
    for (const { line, column } of problems) {
      assert.match(text.split('\n')[line - 1]!.slice(column - 1), /^\]\(question:(gone|zzz)\)/);
    }
  });

  it('reports a dead link in every way to write one', () => {
    const body = '## Answer\n\n[a](question:one "Title") [b](<question:two>) [c](question:)\n';
    assert.deepEqual(questionLinks(body).map(({ target }) => target), ['one', 'two', '']);
    assert.equal(check(file('a', '', body)).length, 3);
  });

  it('counts two links of one line by their columns', () => {
    assert.deepEqual(questionLinks('\n[a](question:a) [b](question:b)'), [
      { target: 'a', line: 2, column: 3 },
      { target: 'b', line: 2, column: 19 },
    ]);
  });

  it('takes no other link for a link to a question', () => {
    assert.deepEqual(questionLinks('[a](https://question:1/) question:a (question:b) [c](xquestion:c)'), []);
  });
});
