import assert from 'node:assert/strict';
import { parseExercise } from '../../src/core/exercises/exercise';
import { messages, places } from './support/questions';

const FILE = 'exercises/rate-limiter/exercise.yaml';
const read = (text: string) => parseExercise(text, FILE);
const GOOD = 'id: rate-limiter\ntitle: A rate limiter\nquestion: build-a-rate-limiter\nlanguages: [python, go]\n';

const refused = (text: string, message: RegExp, place?: string): void => {
  const { exercise, problems } = read(text);
  assert.equal(exercise, undefined, text);
  assert.ok(problems.length > 0);
  assert.match(messages(problems).join('\n'), message);
  if (place !== undefined) assert.deepEqual(places(problems), [`${FILE}:${place}`]);
  for (const { severity, mend } of problems) assert.ok(severity === 'error' && mend !== '');
};

describe('exercise.yaml', () => {
  const expected = { id: 'rate-limiter', title: 'A rate limiter', question: 'build-a-rate-limiter', languages: ['python', 'go'] };

  it('tells which exercise belongs to which question, in which languages', () => {
    assert.deepEqual(read(GOOD), { problems: [], exercise: expected });
  });

  it('may have Windows line ends, a byte order mark and comments', () => {
    assert.deepEqual(read(GOOD.replaceAll('\n', '\r\n')).exercise, expected);
    assert.deepEqual(read(`\ufeff${GOOD}`).exercise, expected);
    assert.deepEqual(read(`# Mine\n${GOOD}`).exercise, expected);
  });

  it('may name a single language as a word', () => {
    assert.deepEqual(read(GOOD.replace('[python, go]', 'sql')).exercise?.languages, ['sql']);
  });

  it('is refused without an id, a title, a question or a language, each named', () => {
    refused(GOOD.replace(/^id.*\n/m, ''), /'id' is missing/, '1:1');
    refused(GOOD.replace(/^title.*\n/m, ''), /'title' is missing/, '1:1');
    refused(GOOD.replace(/^question.*\n/m, ''), /'question' is missing/, '1:1');
    refused(GOOD.replace(/^languages.*\n/m, ''), /no language/, '1:1');
    refused(GOOD.replace('[python, go]', '[]'), /no language/, '4:1');
  });

  it('is refused with an id that cannot be a file name', () => {
    for (const id of ['../up', 'Rate', 'a--b', '-a', 'a b', 'a/b']) refused(GOOD.replace('rate-limiter', `"${id}"`), /cannot be an id/);
  });

  it('is refused with a language that there is not, at its line', () => {
    refused(GOOD.replace('go]', 'cobol]'), /'cobol' is no language/, '4:1');
    refused(GOOD.replace('go]', 'markdown]'), /'markdown' is no language/, '4:1');
    refused(GOOD.replace('go]', '{a: b}]'), /must be a list of words/);
  });

  it('is refused when it is no YAML mapping', () => {
    for (const text of ['', '- a\n', 'text', 'id: [', '42', 'null', `a: &a [x]\nb: ${'[*a, '.repeat(50)}`]) refused(text, /./);
  });

  it("is refused with another id than its folder's name, since starters are looked for there", () => {
    refused(GOOD.replace('rate-limiter', 'other'), /not the name of the folder 'rate-limiter'/, '1:1');
  });

  it('names all that is wrong at once', () => {
    assert.equal(read('id: A B\nlanguages: [cobol]\n').problems.length, 6);
  });
});
