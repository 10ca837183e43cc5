import assert from 'node:assert/strict';
import { LONGEST_QUESTION_FILE, parseQuestion, sectionText } from '../../src/core/questions/parseQuestion';
import { SECTION_NAMES } from '../../src/core/questions/question';
import { createMarkdownRenderer } from '../../src/core/questions/renderMarkdown';
import { renderQuestion } from '../../src/core/questions/renderQuestion';
import { FULL_QUESTION, messages, places, read, readGood, smallQuestion } from './support/questions';
import { below, pick, seededRandom } from './support/seededRandom';

const lineOf = (text: string, start: string): number => text.split('\n').findIndex((line) => line.startsWith(start)) + 1;

describe('A question file', () => {
  it('gives all its fields', () => {
    const { problems, parsed } = read(FULL_QUESTION);
    assert.deepEqual(problems, []);
    const { sections, prompt, ...fields } = parsed!.question;
    assert.deepEqual(fields, {
      packId: 'backend',
      id: 'idempotency-key',
      title: 'What does an Idempotency-Key header do?',
      short: 'Idempotency-Key',
      category: 'apis',
      level: 'intermediate',
      kind: 'practical',
      tags: ['http', 'retries'],
      technologies: ['redis', 'postgresql'],
      related: ['safe-retries', 'idempotency'],
      aliases: ['idempotent-post'],
      exercise: 'idempotent-endpoint',
    });
    assert.equal(prompt, 'A client times out and sends the payment again.\n\nHow do you avoid charging twice?');
    assert.deepEqual(
      sections.map(({ name }) => name),
      SECTION_NAMES.filter((name) => name !== 'Level rubric'),
    );
    assert.equal(sectionText(parsed!.question, 'One-liner'), 'Same key, same response.');
    assert.equal(sectionText(parsed!.question, 'Level rubric'), '');
  });

  it('tells the line on which prompt and sections start', () => {
    for (const text of [FULL_QUESTION, FULL_QUESTION.replaceAll('\n', '\r\n'), `\uFEFF${FULL_QUESTION}`]) {
      const { question, promptLine } = readGood(text);
      assert.equal(promptLine, lineOf(FULL_QUESTION, 'A client times out'));
      const answer = question.sections.find(({ name }) => name === 'Answer')!;
      assert.equal(answer.line, lineOf(FULL_QUESTION, 'Store the key'));
      const references = question.sections.find(({ name }) => name === 'References')!;
      assert.equal(references.line, lineOf(FULL_QUESTION, 'RFC 9110'));
    }
  });

  it('needs no more than a title and an answer', () => {
    const { question } = readGood('---\ntitle: Why?\n---\n## Answer\nBecause.', 'apis/why-not.md');
    assert.deepEqual(question, {
      packId: 'backend',
      id: 'why-not',
      title: 'Why?',
      category: 'apis',
      tags: [],
      technologies: [],
      related: [],
      aliases: [],
      prompt: '',
      sections: [{ name: 'Answer', markdown: 'Because.', line: 5 }],
    });
  });

  it('reads the same with CRLF as with LF', () => {
    assert.deepEqual(readGood(FULL_QUESTION.replaceAll('\n', '\r\n')).question, readGood(FULL_QUESTION).question);
  });

  it('takes its id from its name, in lower case, when it gives none', () => {
    assert.equal(readGood(smallQuestion('title: T'), 'apis/Rate-Limits.MD').question.id, 'rate-limits');
  });

  for (const name of ['apis/two words.md', 'apis/under_score.md', 'apis/ümlaut.md', 'apis/-x.md', 'apis/.md', 'apis/a--b.md']) {
    it(`cannot take its id from the name '${name}'`, () => {
      const { parsed, problems } = read(smallQuestion('title: T'), name);
      assert.equal(parsed, undefined);
      assert.match(problems[0]!.message, /cannot be an id/);
    });
  }

  for (const id of ['Upper', 'a b', '../x', 'a/b', 'a_b', '-a', 'a-', 'a--b', 'a.b', '"é"', '"a\\nb"', '"__proto__"']) {
    it(`with the id ${id} is refused at that line`, () => {
      const { parsed, problems } = read(smallQuestion(`title: T\nid: ${id}`));
      assert.equal(parsed, undefined);
      assert.match(problems[0]!.message, /cannot be an id/);
      assert.deepEqual(places(problems), ['apis/idempotency-key.md:3:1']);
    });
  }

  it('may have a number for an id, a title or a tag', () => {
    const { question } = readGood(smallQuestion('id: 418\ntitle: 404\ntags: [500, api]\naliases: 503'));
    assert.deepEqual([question.id, question.title, question.tags, question.aliases], ['418', '404', ['500', 'api'], ['503']]);
  });

  for (const title of ['', ' ""', ' "   "', ' ~', ' null', ' |\n\n']) {
    it(`without a title is refused: 'title:${title.replaceAll('\n', '\\n')}'`, () => {
      const { parsed, problems } = read(smallQuestion(`id: a\ntitle:${title}`));
      assert.equal(parsed, undefined);
      assert.deepEqual(messages(problems), ["The field 'title' is missing."]);
    });
  }

  it('whose title is a list or a mapping is refused at that line', () => {
    for (const title of ['[a, b]', '{ a: b }']) {
      const { parsed, problems } = read(smallQuestion(`id: a\n\n# note\ntitle: ${title}`));
      assert.equal(parsed, undefined);
      assert.deepEqual(places(problems), ['apis/idempotency-key.md:5:1']);
    }
  });

  for (const [field, value] of [['level', 'expert'], ['level', 'Beginner'], ['level', '[beginner]'], ['kind', 'quiz'], ['kind', '{}'], ['level', '3']] as const) {
    it(`with '${field}: ${value}' is refused at that line`, () => {
      const { parsed, problems } = read(smallQuestion(`id: a\ntitle: T\n${field}: ${value}`));
      assert.equal(parsed, undefined);
      assert.deepEqual(places(problems), ['apis/idempotency-key.md:4:1']);
    });
  }

  for (const field of ['tags', 'technologies', 'related', 'aliases']) {
    it(`says where '${field}' is no list of words`, () => {
      for (const value of ['{ a: b }', '[[a]]', '[{ a: b }]', '[true]', '[null]']) {
        const { problems } = read(smallQuestion(`id: a\ntitle: T\n${field}: ${value}`));
        assert.deepEqual(messages(problems), [`The field '${field}' must be a list of words.`]);
        assert.deepEqual(places(problems), ['apis/idempotency-key.md:4:1']);
      }
    });
  }

  it('may give one word where a list is asked for, and leave a list empty', () => {
    const { question } = readGood(smallQuestion('title: T\ntags: http\ntechnologies:\nrelated: []\naliases: [" a ", ""]'));
    assert.deepEqual([question.tags, question.technologies, question.related, question.aliases], [['http'], [], [], ['a']]);
  });

  it('with an unknown field is a question, with a warning at that field', () => {
    const { parsed, problems } = read(smallQuestion('title: T\nauthor: me\nLevel: beginner'));
    assert.ok(parsed);
    assert.deepEqual(places(problems), ['apis/idempotency-key.md:3:1', 'apis/idempotency-key.md:4:1']);
    assert.ok(problems.every(({ severity }) => severity === 'warning'));
  });

  it('with an unknown section is a question, with a warning at that section', () => {
    const { parsed, problems } = read(smallQuestion('title: T', 'Prompt\n\n## Answer\n\nYes.\n\n## Summary\n\nNo.\n'));
    assert.deepEqual(parsed!.question.sections.map(({ name }) => name), ['Answer']);
    assert.deepEqual(messages(problems), ["The section 'Summary' is not known and is not shown."]);
    assert.equal(problems[0]!.line, 10);
    assert.equal(problems[0]!.severity, 'warning');
  });

  it('may write section names in any case and close them with hashes', () => {
    const { question } = readGood(smallQuestion('title: T', '## answer ##\n\nYes.\n\n##   KEY POINTS  \n\n- a\n'));
    assert.deepEqual(question.sections.map(({ name }) => name), ['Answer', 'Key points']);
  });

  it('with a section that stands twice is refused at the second', () => {
    const { parsed, problems } = read(smallQuestion('title: T', '## Answer\n\nYes.\n\n## answer\n\nNo.\n'));
    assert.equal(parsed, undefined);
    assert.deepEqual(messages(problems), ["The section 'Answer' stands twice."]);
    assert.equal(problems[0]!.line, 8);
  });

  for (const [name, body] of [
    ['no section', 'Prompt only.\n'],
    ['no Answer', '## Example\n\nx\n'],
    ['an empty Answer', '## Answer\n\n## Example\n\nx\n'],
    ['an Answer of blanks', '## Answer\n  \n\t\n'],
    ['an Answer that is a first-level heading', '# Answer\n\nYes.\n'],
    ['an Answer inside a code block', '```text\n## Answer\n\nYes.\n```\n'],
    ['nothing', ''],
  ] as const) {
    it(`with ${name} is refused`, () => {
      const { parsed, problems } = read(smallQuestion('title: T', body));
      assert.equal(parsed, undefined);
      assert.deepEqual(messages(problems).filter((message) => message.includes('Answer')), ["The section 'Answer' is missing or empty."]);
    });
  }

  for (const [name, open, close] of [
    ['backticks', '```', '```'],
    ['tildes', '~~~', '~~~'],
    ['more than three backticks', '`````', '`````'],
    ['a language', '```markdown', '```'],
    ['indentation', '  ```', '  ```'],
    ['a longer closing fence', '```', '``````  '],
  ] as const) {
    it(`keeps '## ' as text inside a code block with ${name}`, () => {
      const body = `## Answer\n\nYes.\n\n${open}\n## Example\n${close}\n\n## In depth\n\nMore.\n`;
      const { question } = readGood(smallQuestion('title: T', body));
      assert.deepEqual(question.sections.map(({ name: section }) => section), ['Answer', 'In depth']);
      assert.ok(sectionText(question, 'Answer').includes('## Example'));
    });
  }

  it('does not close a code block at another fence inside it', () => {
    const body = '## Answer\n\n````markdown\n~~~~\n```text\n## Example\n```\n## Hints\n````\n\n## In depth\n\nx\n';
    assert.deepEqual(readGood(smallQuestion('title: T', body)).question.sections.map(({ name }) => name), ['Answer', 'In depth']);
  });

  it('takes what follows an unclosed code block for code', () => {
    const { question } = readGood(smallQuestion('title: T', '## Answer\n\nYes.\n\n```text\n## Example\n\nx\n'));
    assert.deepEqual(question.sections.map(({ name }) => name), ['Answer']);
  });

  it('takes deeper headings and lines that only look like headings for text', () => {
    const { question, problems } = { ...readGood(smallQuestion('title: T', '## Answer\n\n### Example\n\n##Example\n\n    ## Example\n')), problems: [] };
    assert.deepEqual(question.sections.map(({ name }) => name), ['Answer']);
    assert.deepEqual(problems, []);
  });

  it('longer than any question needs is refused unread', () => {
    const long = smallQuestion('title: T') + 'x'.repeat(LONGEST_QUESTION_FILE);
    const { parsed, problems } = read(long);
    assert.equal(parsed, undefined);
    assert.equal(problems.length, 1);
    assert.match(problems[0]!.message, /longer than/);
    const longest = smallQuestion('title: T');
    assert.ok(read(longest + 'x'.repeat(LONGEST_QUESTION_FILE - longest.length)).parsed);
  });

  it('with an endless line is read in no time worth speaking of', function () {
    // Without care each of these takes minutes.
    this.timeout(30_000);
    const blank = ' '.repeat(200_000);
    for (const line of [`## a${blank}b`, `## a${' #'.repeat(100_000)}b`, `- ${blank}b`, `**${blank}`, '`'.repeat(200_000), `[a${'](question:'.repeat(18_000)}`]) {
      assert.ok(read(smallQuestion('title: T', `## Answer\n\nYes.\n\n${line}\n`)).parsed);
    }
  });

  it('reports each of several mistakes', () => {
    const { problems } = read('---\nid: A B\nlevel: x\nkind: y\ncolour: red\n---\n## Answer\n');
    assert.deepEqual(
      problems.map(({ line, severity }) => `${line} ${severity}`).toSorted(),
      ['1 error', '2 error', '3 error', '4 error', '5 warning', '7 error'],
    );
  });

  it('never throws, whatever 500 random mutations make of it, and always says why it is no question', function () {
    this.timeout(30_000);
    const random = seededRandom(20_240_901);
    const renderer = createMarkdownRenderer();
    const nasty = [
      '---', '\n---\n', '---js\n', '\r', '\r\n', '\u0000', '\uFEFF', '\u2028', '`', '```', '~~~\n', '## ', '\n## Answer\n', '\n## Hints\n', ': ', '- ', '[', ']', '{', '}',
      '&a ', '*a', '!!set ', '? ', '|', '>', "'", '"', '\t', '%', '<script>', '](javascript:x)', '\ud800', '😀', '__proto__: 1\n', 'x'.repeat(2000), '**', '|---|', '#', '<<: *a\n',
    ];
    let questions = 0;
    for (let run = 0; run < 500; run++) {
      let text = run % 5 === 0 ? FULL_QUESTION.replaceAll('\n', '\r\n') : FULL_QUESTION;
      for (let left = 1 + below(random, 6); left > 0; left--) {
        const at = below(random, text.length);
        // Half of the mutations strike the front matter.
        const place = random() < 0.5 ? Math.min(at, below(random, 350)) : at;
        const length = below(random, 40);
        text = pick(random, [
          () => text.slice(0, place) + text.slice(place + length),
          () => text.slice(0, place) + pick(random, nasty) + text.slice(place),
          () => text.slice(0, place) + text.slice(at, at + length) + text.slice(place),
          () => text.slice(0, place) + String.fromCharCode(below(random, 0x3000)) + text.slice(place + 1),
          () => text.slice(0, Math.max(place, 1)),
        ])();
      }
      const context = `run ${run}: ${JSON.stringify(text)}`;
      const { parsed, problems } = read(text);
      const lines = text.split(/\r\n|\r|\n/).length;
      for (const { line, column, message, mend } of problems) {
        assert.ok(line >= 1 && line <= lines + 1 && column >= 1, context);
        assert.ok(message !== '' && mend !== '', context);
      }
      if (!parsed) {
        assert.ok(problems.some(({ severity }) => severity === 'error'), context);
        continue;
      }
      questions++;
      assert.match(parsed.question.id, /^[a-z0-9-]+$/, context);
      assert.notEqual(parsed.question.title, '', context);
      const { prompt, sections, hints } = renderQuestion(parsed.question, '', renderer);
      const html = JSON.stringify([prompt, sections, hints]);
      assert.ok(!/<script|href=\\"javascript:|style=|onerror=\\"/i.test(html), context);
    }
    assert.ok(questions > 50 && questions < 450, `${questions} of 500 were still questions, so the mutations test little`);
  });

  it('never throws for text that was never meant to be a question', function () {
    this.timeout(30_000);
    const random = seededRandom(7);
    for (let run = 0; run < 300; run++) {
      const text = Array.from({ length: below(random, 200) }, () => pick(random, ['-', '\n', ':', ' ', '#', '`', 'a', '[', '{', '&', '*', '\r', '|', '>', '"', '!', '\u0000'])).join('');
      for (const whole of [text, `---\n${text}\n---\n${text}`]) assert.doesNotThrow(() => parseQuestion(whole, 'a/b.md', 'p', 'a'), JSON.stringify(whole));
    }
  });
});
