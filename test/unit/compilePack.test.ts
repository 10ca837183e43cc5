import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { QuestionBody } from '../../src/core/questions/question';
import { inRepository } from './support/repository';

const BROKEN = 'test/fixtures/packs/broken';

/** What a pack must be refused for, under the pack's folder. */
const FAULTS: Readonly<Record<string, readonly RegExp[]>> = {
  'yaml-syntax': [/^apis\/retries\.md:3:8 error: The YAML cannot be read: .+ Mend the YAML/],
  'missing-answer': [/^apis\/retries\.md:5:1 error: The section 'Answer' is missing or empty\. Add /],
  'dead-related': [/^apis\/retries\.md:5:1 error: There is no question 'no-such-question'\. Mend /],
  'dead-link': [/^apis\/retries\.md:10:13 error: The link 'question:no-such-question' leads to no question\. Mend /],
  'undrawable-diagram': [/^apis\/retries\.md:13:1 error: The diagram cannot be drawn: .*gantt.* Use the syntax /],
  'missing-starter': [
    /^exercises\/retry\/starter\.py:1:1 error: The exercise 'retry' has no starter for python\. Add exercises\/retry\/starter\.py/,
    /^exercises\/retry\/solution\.py:1:1 error: The exercise 'retry' has no solution for python\. Add exercises\/retry\/solution\.py/,
  ],
};

interface Run {
  readonly status: number | null;
  readonly output: string;
  readonly complaints: readonly string[];
}

function compile(content: string, out: string, ...options: string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [inRepository('out/scripts/compile.mjs'), content, out, ...options], {
    cwd: inRepository(),
    encoding: 'utf8',
  });
  return { status, output: stdout, complaints: stderr.split('\n').filter(Boolean) };
}

/** The complaints about one pack, each from the file's path inside the pack on. */
function about(pack: string, { complaints }: Run): string[] {
  const prefix = `${BROKEN}/${pack}/`;
  return complaints.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
}

const written = (out: string): Promise<string[]> => readdir(out, { recursive: true });

describe('Compiling a pack with a fault', function () {
  this.timeout(60_000);
  let folder: string;
  let out: string;
  let run: Run;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'interview-drills-'));
    out = path.join(folder, 'out');
    // Without the rules for built-in packs, each pack has the one fault that it is named after.
    run = compile(BROKEN, out, '--no-lint');
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it('exits with 1 and says how many problems there are', () => {
    assert.equal(run.status, 1);
    const count = Object.values(FAULTS).flat().length;
    assert.equal(run.complaints.at(-1), `${count} problems in the content.`);
    assert.equal(run.complaints.length, count + 1);
  });

  for (const [pack, expected] of Object.entries(FAULTS)) {
    it(`names file, line and column, and what to do, for ${pack}, and writes no question of it`, async () => {
      const complaints = about(pack, run);
      assert.equal(complaints.length, expected.length, complaints.join('\n'));
      for (const [index, pattern] of expected.entries()) assert.match(complaints[index]!, pattern);
      assert.deepEqual((await written(out)).filter((file) => file.startsWith(pack)), []);
    });
  }

  it('holds built-in packs to rules of their own, as that code names its language', async () => {
    const linted = path.join(folder, 'linted');
    const { status, complaints } = compile(BROKEN, linted);
    assert.equal(status, 1);
    const complaint = "apis/retries.md:13:1 error: The code block's language is ''. Name one of ";
    assert.ok(about('code-without-language', { status, output: '', complaints }).some((line) => line.startsWith(complaint)), complaints.join('\n'));
    assert.deepEqual(await written(linted), ['index.json']);
  });

  it('takes a pack from elsewhere with code that names no language', async () => {
    assert.deepEqual(about('code-without-language', run), []);
    assert.ok((await written(out)).includes(path.join('code-without-language', 'retries.json')));
  });

  it('writes nothing at all when it is only to check', async () => {
    const checked = path.join(folder, 'checked');
    assert.equal(compile(BROKEN, checked, '--check').status, 1);
    await assert.rejects(readdir(checked), { code: 'ENOENT' });
  });

  it('refuses a pack whose id is not its folder', async () => {
    const content = path.join(folder, 'misnamed');
    await mkdir(path.join(content, 'here', 'apis'), { recursive: true });
    await writeFile(path.join(content, 'here', 'pack.yaml'), 'id: there\ntitle: There\n');
    const { status, complaints } = compile(content, path.join(folder, 'misnamed-out'));
    assert.equal(status, 1);
    assert.equal(complaints[0], `${content}/here/pack.yaml:1:1 error: The id 'there' is not the folder's name. Rename one.`);
  });
});

const FIRST = `---
id: retries
title: When do retries hurt?
short: Retries
level: intermediate
kind: practical
tags: [http, load]
related: [backoff, jitter]
exercise: retry
---
A client retries **at once**.

## Answer

When all clients do, the server stays down.

## In depth

\`\`\`mermaid
sequenceDiagram
  accTitle: Retry & give up <early>
  accDescr: The client asks "twice" and gives up.
  participant C as Client
  participant S as Server
  C->>S: GET /orders
  S-->>C: 503
\`\`\`

\`\`\`mermaid
flowchart LR
  accTitle: Layers of retries
  accDescr: Each layer multiplies the calls of the layer above.
  subgraph edge [Edge]
    A[Client] -->|3 calls| B{Gateway}
  end
  B -->|9 calls| C[(Database)]
\`\`\`

\`\`\`python
print('<3')
\`\`\`

## Key points

- One
- Two
- Three

## Trade-offs

It costs time, see [backoff](question:backoff).

## Example

Three layers with three tries each make 27 calls.

## Common mistakes

- Retrying a POST.

## One-liner

Wait before you ask again.

## Keywords

backoff, jitter

## Hints

1. What do all clients do **together**?
2. What does the server see?

## Follow-ups

- **How long?** Twice as long each time.
- **How often?** Three times.

## References

RFC 9110, section 9.2.2
`;

/** Another question of the pack, without an exercise. */
function other(id: string, related: string): string {
  return FIRST.replace('id: retries', `id: ${id}`)
    .replace('kind: practical', 'kind: concept')
    .replace('[backoff, jitter]', `[retries, ${related}]`)
    .replace('exercise: retry\n', '')
    .replace('(question:backoff)', '(question:retries)');
}

describe('Compiling a good pack', function () {
  this.timeout(60_000);
  let folder: string;
  let out: string;
  let run: Run;
  let body: QuestionBody;
  let figures: readonly string[];

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'interview-drills-'));
    const files: Record<string, string> = {
      'pack.yaml': 'id: tiny\ntitle: Tiny\ncategories: [apis]\n',
      'apis/retries.md': FIRST,
      'apis/backoff.md': other('backoff', 'jitter'),
      'apis/jitter.md': other('jitter', 'backoff'),
      'exercises/retry/exercise.yaml': 'id: retry\ntitle: Retry\nquestion: retries\nlanguages: [python, sql]\n',
      'exercises/retry/starter.py': 'starter in Python',
      'exercises/retry/solution.py': 'solution in Python',
      'exercises/retry/starter.sql': 'starter in SQL',
      'exercises/retry/solution.sql': 'solution in SQL',
    };
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(folder, 'content', 'tiny', name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    out = path.join(folder, 'out');
    run = compile(path.join(folder, 'content'), out);
    body = JSON.parse(await readFile(path.join(out, 'tiny', 'retries.json'), 'utf8')) as QuestionBody;
    const html = body.sections.find(({ name }) => name === 'In depth')!.html;
    figures = html.match(/<figure[\s\S]*?<\/figure>/g) ?? [];
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it('exits with 0 and counts questions and diagrams', () => {
    assert.deepEqual(run, { status: 0, output: 'tiny: 3 questions, 6 diagrams\n', complaints: [] });
  });

  it('writes a file for each question and exercise, the search index, and the index of packs', async () => {
    const files = (await written(out)).map((file) => file.replaceAll('\\', '/')).filter((file) => file.endsWith('.json'));
    const names = ['backoff', 'exercises/retry', 'jitter', 'retries', 'text'];
    assert.deepEqual(files.toSorted(), ['index.json', ...names.map((name) => `tiny/${name}.json`)]);
  });

  it('lists the pack with summaries, without texts', async () => {
    const index = JSON.parse(await readFile(path.join(out, 'index.json'), 'utf8')) as { packs: { questions: Record<string, unknown>[] }[] };
    const { questions } = index.packs[0]!;
    assert.deepEqual(questions.map(({ id }) => id), ['backoff', 'jitter', 'retries']);
    assert.deepEqual(questions[2], {
      packId: 'tiny',
      id: 'retries',
      title: 'When do retries hurt?',
      short: 'Retries',
      category: 'apis',
      level: 'intermediate',
      kind: 'practical',
      tags: ['http', 'load'],
      technologies: [],
      aliases: [],
      exercise: 'retry',
    });
  });

  it('renders the prompt, the sections in their order and each hint, and keeps the source', () => {
    assert.deepEqual(Object.keys(body).toSorted(), ['hints', 'prompt', 'promptSource', 'related', 'sections', 'source']);
    assert.equal(body.prompt, '<p>A client retries <strong>at once</strong>.</p>\n');
    assert.deepEqual(
      body.sections.map(({ name }) => name),
      ['Answer', 'In depth', 'Key points', 'Trade-offs', 'Example', 'Common mistakes', 'One-liner', 'Keywords', 'Follow-ups', 'References'],
    );
    assert.deepEqual(body.hints, ['<p>What do all clients do <strong>together</strong>?</p>\n', '<p>What does the server see?</p>\n']);
    assert.deepEqual(body.related, ['backoff', 'jitter']);
    assert.equal(body.source, FIRST);
  });

  it('keeps starters and solutions of an exercise by language', async () => {
    assert.deepEqual(JSON.parse(await readFile(path.join(out, 'tiny', 'exercises', 'retry.json'), 'utf8')), {
      id: 'retry',
      title: 'Retry',
      starters: { python: 'starter in Python', sql: 'starter in SQL' },
      solutions: { python: 'solution in Python', sql: 'solution in SQL' },
    });
  });

  it('draws each diagram with its title and its description in words', () => {
    assert.equal(figures.length, 2);
    assert.match(figures[0]!, /<title id="d1-t">Retry &amp; give up &lt;early&gt;<\/title><desc id="d1-d">The client asks &quot;twice&quot; and gives up\.<\/desc>/);
    assert.match(figures[0]!, /<figcaption>Retry &amp; give up &lt;early&gt;<\/figcaption>/);
    assert.match(figures[1]!, /<title id="d2-t">Layers of retries<\/title><desc id="d2-d">Each layer multiplies the calls of the layer above\.<\/desc>/);
    assert.match(figures[0]!, /Client/);
    assert.match(figures[1]!, /Database/);
  });

  it('draws diagrams without styles, scripts, handlers and addresses', () => {
    for (const figure of figures) {
      assert.doesNotMatch(figure, /<style|\sstyle=|@import|<script|<foreignObject|\son\w+=|https?:|javascript:|accTitle|accDescr/i);
    }
  });

  it('draws diagrams in colours of the theme only', () => {
    for (const figure of figures) {
      const colours = [...figure.matchAll(/\s(?:fill|stroke|stop-color)="([^"]*)"/g)].map(([, colour]) => colour!);
      assert.ok(colours.length > 0);
      assert.deepEqual(colours.filter((colour) => !/^(?:none|transparent|currentColor|var\(--[\w-]+\))$/.test(colour)), []);
    }
  });

  it('gives each diagram ids of its own, and leads every reference to one of them', () => {
    const all = figures.join('').match(/\sid="[^"]+"/g)!;
    assert.equal(new Set(all).size, all.length);
    for (const [index, figure] of figures.entries()) {
      const ids = [...figure.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!);
      assert.ok(ids.length > 2, figure);
      assert.deepEqual(ids.filter((id) => !id.startsWith(`d${index + 1}-`)), []);
      const urls = [...figure.matchAll(/url\(#([^)]+)\)|href="#([^"]+)"/g)].map(([, url, href]) => (url ?? href)!);
      const labels = [...figure.matchAll(/aria-labelledby="([^"]+)"/g)].flatMap(([, names]) => names!.split(' '));
      assert.ok(urls.length > 0, figure);
      assert.deepEqual([...urls, ...labels].filter((id) => !ids.includes(id)), []);
    }
  });
});
