import assert from 'node:assert/strict';
import { parseFrontMatter } from '../../src/core/questions/frontMatter';
import type { Problem } from '../../src/core/questions/problem';
import { messages } from './support/questions';

const read = (text: string) => {
  const problems: Problem[] = [];
  return { document: parseFrontMatter(text, 'a.md', problems), problems };
};

const good = (text: string) => {
  const { document, problems } = read(text);
  assert.deepEqual(problems, []);
  assert.ok(document);
  return document;
};

const refused = (text: string): Problem => {
  const { document, problems } = read(text);
  assert.equal(document, undefined);
  assert.equal(problems.length, 1, JSON.stringify(problems));
  assert.equal(problems[0]!.severity, 'error');
  return problems[0]!;
};

describe('Front matter', () => {
  it('is taken off the text, and the text keeps its place in the file', () => {
    const { fields, content, contentLine } = good('---\nid: a\ntitle: A\n---\nFirst line.\nSecond.\n');
    assert.equal(fields.text('title', true), 'A');
    assert.equal(content, 'First line.\nSecond.\n');
    assert.equal(contentLine, 5);
  });

  it("may be marked as '---yaml', with the lines still counted right", () => {
    const { fields, content, contentLine } = good('---yaml\nid: a\nlevel: x\n---\nText');
    assert.deepEqual(fields.position('level'), { line: 3, column: 1 });
    assert.equal(content, 'Text');
    assert.equal(contentLine, 5);
  });

  it('may be followed by spaces after its dashes', () => {
    const { fields, contentLine } = good('---  \nid: a\n---\t \nText');
    assert.equal(fields.text('id', true), 'a');
    assert.ok(contentLine <= 4);
  });

  it('may be all there is in the file', () => {
    assert.equal(good('---\nid: a\n---').content, '');
    assert.equal(good('---\nid: a\n---\n').content, '');
  });

  describe('in a language other than YAML', () => {
    const pwned = (): unknown => (globalThis as Record<string, unknown>)['__drillPwned'];
    afterEach(() => {
      delete (globalThis as Record<string, unknown>)['__drillPwned'];
    });
    const languages = ['js', 'javascript', 'json', 'coffee', 'cson', 'toml', 'constructor', 'toString', 'hasOwnProperty', '__proto__', 'JS', ' js', 'js '];
    for (const language of languages) {
      it(`is refused unread: '---${language}'`, () => {
        const payload = '{ "title": (globalThis.__drillPwned = true, "x") }';
        for (const text of [
          `---${language}\n${payload}\n---\n## Answer\n\nYes.`,
          `---${language}\r\n${payload}\r\n---\r\nText`,
          `\uFEFF---${language}\n${payload}\n---\nText`,
        ]) {
          const { message, line } = refused(text);
          assert.equal(message, `Front matter in '${language.trim()}' is not read.`);
          assert.equal(line, 1);
        }
        assert.equal(pwned(), undefined);
      });
    }

    it('is not evaluated through a YAML tag either', () => {
      const { document } = read("---\ntitle: !!js/function 'function () { globalThis.__drillPwned = true; }'\nx: !!js/undefined ''\n---\n");
      document?.fields.text('title', true);
      assert.equal(pwned(), undefined);
    });
  });

  it('that is broken fails again when read again, whatever was cached', () => {
    const broken = '---\ntitle: [a\n---\nText';
    const first = messages(read(broken).problems);
    assert.equal(first.length > 0, true);
    assert.deepEqual(messages(read(broken).problems), first);
    assert.equal(read(broken).document, undefined);
  });

  it('that is good gives the same when read again', () => {
    const text = '---\nid: a\n---\nText';
    assert.equal(good(text).fields.text('id', true), 'a');
    assert.equal(good(text).fields.text('id', true), 'a');
  });

  for (const [name, end] of [['CRLF', '\r\n'], ['lone CR', '\r']] as const) {
    it(`with ${name} line ends reads as with LF`, () => {
      const { fields, content, contentLine } = good(['---', '', '# note', 'id: a', 'level: wrong', '---', 'One', 'Two'].join(end));
      assert.equal(fields.text('level', true), 'wrong');
      assert.deepEqual(fields.position('level'), { line: 5, column: 1 });
      assert.equal(content, 'One\nTwo');
      assert.equal(contentLine, 7);
    });
  }

  it('may follow a byte order mark', () => {
    const { fields } = good('\uFEFF---\nid: a\n---\nText');
    assert.equal(fields.text('id', true), 'a');
    assert.deepEqual(fields.position('id'), { line: 2, column: 1 });
  });

  it('keeps dates as they are written', () => {
    const { fields } = good('---\nday: 2024-05-06\ntime: 2024-05-06T07:08:09Z\n---\n');
    assert.equal(fields.raw('day'), '2024-05-06');
    assert.equal(fields.raw('time'), '2024-05-06T07:08:09Z');
  });

  it("keeps 'no', 'on' and 'yes' as words", () => {
    assert.deepEqual(good('---\ntags: [no, on, yes]\n---\n').fields.list('tags'), ['no', 'on', 'yes']);
  });

  it('with a key that stands twice is an error at the second', () => {
    const { line, column, message } = refused('---\nid: a\ntitle: A\nid: b\n---\n');
    assert.match(message, /unique/i);
    assert.deepEqual([line, column], [4, 1]);
  });

  it('with an alias bomb is refused', () => {
    const levels = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(', ')}]`);
    refused(`---\nl0: &l0 [x]\n${levels.join('\n')}\n---\n`);
  });

  it('with an alias to itself is harmless', () => {
    assert.doesNotThrow(() => read('---\na: &a [*a]\ntitle: A\n---\n').document?.fields.list('a'));
  });

  describe('nested very deeply', function () {
    this.timeout(30_000);
    // Mocha keeps whole stacks, which costs seconds for the thousands of errors inside the YAML reader.
    const { stackTraceLimit } = Error;
    before(() => {
      Error.stackTraceLimit = 10;
    });
    after(() => {
      Error.stackTraceLimit = stackTraceLimit;
    });
    for (const [name, nest] of [
      ['lists in brackets', '['.repeat(2000)],
      ['mappings in braces', '{a: '.repeat(2000)],
      ['lists of lists', `${'- '.repeat(2000)}x`],
      ['keys that are mappings', `${'? '.repeat(500)}x`],
      ['keys that are lists', `${'[? '.repeat(200)}x${']'.repeat(200)}`],
    ] as const) {
      it(`as ${name} is refused and neither exhausts the stack nor takes for ever`, () => {
        for (const yaml of [nest, `id: a\nx: ${nest}`, `id: a\nx:\n  ${nest}`]) {
          const { document, problems } = read(`---\n${yaml}\n---\nText`);
          assert.equal(document, undefined);
          assert.ok(problems.length > 0 && problems.length <= 5);
        }
      });
    }
  });

  it('with a list as the name of a field is refused where the list stands', () => {
    const { message, line, column } = refused('---\nid: a\nx: { ? [a, b] : c }\n---\n');
    assert.match(message, /name of a field/);
    assert.deepEqual([line, column], [3, 8]);
  });

  it('of a size that no question needs is refused before it is searched', () => {
    assert.match(refused(`---\nid: a\n${'\n'.repeat(300_000)}---\nText`).message, /longer/);
  });

  it("with a key '__proto__' changes no object", () => {
    const { fields } = good('---\nid: a\n__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }\n---\n');
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    assert.equal(fields.text('polluted', false), undefined);
    assert.equal(fields.text('id', true), 'a');
    assert.equal(fields.raw('toString'), undefined);
    assert.equal(fields.raw('hasOwnProperty'), undefined);
  });

  for (const [name, text] of [
    ['never closes', '---\nid: a\ntitle: A\n\nText\n'],
    ['closes with two dashes only', '---\nid: a\n--\nText\n'],
    ['is closed in an indented line only', '---\nid: a\n ---\nText\n'],
    ['begins and ends the file with its dashes', '---'],
  ] as const) {
    it(`that ${name} is refused with advice`, () => {
      const { message, mend } = refused(text);
      assert.equal(message, 'The front matter does not end.');
      assert.match(mend, /---/);
    });
  }

  for (const [name, text] of [
    ['an empty file', ''],
    ['plain text', 'Hello\n---\nid: a\n---\n'],
    ['a blank line first', '\n---\nid: a\n---\n'],
    ['four dashes', '----\nid: a\n----\n'],
    ['two byte order marks', '\uFEFF\uFEFF---\nid: a\n---\n'],
  ] as const) {
    it(`is missing in ${name}`, () => {
      assert.equal(refused(text).message, 'There is no front matter.');
    });
  }

  for (const [name, text] of [
    ['nothing', '---\n---\nText'],
    ['blank lines', '---\n\n  \n---\nText'],
    ['comments', '---\n# one\n# two\n---\nText'],
  ] as const) {
    it(`that holds ${name} is refused as empty`, () => {
      assert.equal(refused(text).message, 'The front matter is empty.');
    });
  }

  for (const [name, yaml] of [['a list', '- a\n- b'], ['a word', 'hello'], ['null', 'null']] as const) {
    it(`that is ${name} has no fields`, () => {
      assert.equal(refused(`---\n${yaml}\n---\n`).message, 'There are no fields.');
    });
  }

  it('is read up to the first closing dashes, and a rule in the text stays in the text', () => {
    assert.equal(good('---\nid: a\n---\nOne\n\n---\n\nTwo').content, 'One\n\n---\n\nTwo');
  });

  it('shows a syntax error where it stands', () => {
    const { problems } = read('---\nid: a\n\n# why\ntitle: b: c\n---\n');
    assert.equal(problems[0]!.line, 5);
    assert.match(problems[0]!.message, /^The YAML cannot be read: .*\.$/);
    assert.match(problems[0]!.mend, /quote/i);
  });

  it('tells line and column of an indented or quoted key', () => {
    const { fields } = good('---\n\n\n"id": a\n? level\n: x\n---\n');
    assert.deepEqual(fields.position('id'), { line: 4, column: 1 });
    assert.deepEqual(fields.position('level'), { line: 5, column: 3 });
    assert.deepEqual(fields.position('missing'), { line: 1, column: 1 });
  });
});
