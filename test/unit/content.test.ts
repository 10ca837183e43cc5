import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { folderOnDisk } from '../../scripts/content/folderOnDisk';
import { fileExtension } from '../../src/core/exercises/languages';
import { lintBuiltIn } from '../../src/core/questions/builtInLint';
import { fences } from '../../src/core/questions/markdownBlocks';
import { formatProblem } from '../../src/core/questions/problem';
import { type PackContents, readPack } from '../../src/core/questions/readPack';
import { inRepository, readRepositoryJson } from './support/repository';

/** The entries of the two lists of questions that the pack has to answer all. */
const ENTRIES = [
  ...numbers(15).map((number) => `000#${number}`),
  ...numbers(5).map((number) => `000#RF${number}`),
  ...numbers(30).map((number) => `001#${number}`),
];

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

describe('The built-in pack', () => {
  let contents: PackContents;

  before(async () => {
    contents = await readPack(folderOnDisk(inRepository('content/backend')), () => Promise.resolve());
  });

  it('is read without a problem', () => {
    assert.deepEqual(contents.problems.map(formatProblem), []);
    assert.equal(contents.pack?.id, 'backend');
  });

  it('keeps the rules for built-in questions', () => {
    assert.deepEqual(contents.files.flatMap(lintBuiltIn).map(formatProblem), []);
  });

  it('holds at least 60 questions', () => {
    assert.ok(contents.files.length >= 60, String(contents.files.length));
  });

  it('names each of its categories and leaves none of them empty', () => {
    for (const { id, description } of contents.pack!.categories) {
      assert.notEqual(description, '', id);
      assert.ok(contents.files.some(({ question }) => question.category === id), id);
    }
  });

  it('has questions of every level and every kind', () => {
    const count = (values: readonly (string | undefined)[]): number => new Set(values).size;
    assert.equal(count(contents.files.map(({ question }) => question.level)), 3);
    assert.equal(count(contents.files.map(({ question }) => question.kind)), 5);
  });

  it('asks at least 8 practical questions with an exercise', () => {
    const practical = contents.files.filter(({ question }) => question.kind === 'practical' && question.exercise);
    assert.ok(practical.length >= 8, String(practical.length));
  });

  it('draws at least 10 diagrams', () => {
    const all = contents.files.flatMap(({ question }) => question.sections.flatMap(({ markdown }) => fences(markdown)));
    const diagrams = all.filter(({ language }) => language === 'mermaid');
    assert.ok(diagrams.length >= 10, String(diagrams.length));
  });

  it('gives each exercise to the one question that names it', () => {
    for (const { id, question } of contents.exercises) {
      const asking = contents.files.filter((file) => file.question.exercise === id).map((file) => file.question.id);
      assert.deepEqual(asking, [question], id);
    }
  });

  it('has a starter and a solution for each language of an exercise, and nothing else', async () => {
    const folders = await readdir(inRepository('content/backend/exercises'));
    assert.deepEqual(folders.toSorted(), contents.exercises.map(({ id }) => id).toSorted());
    for (const { id, languages } of contents.exercises) {
      const files = await readdir(inRepository('content/backend/exercises', id));
      const wanted = languages.map(fileExtension).flatMap((extension) => [`starter.${extension}`, `solution.${extension}`]);
      assert.deepEqual(files.toSorted(), ['exercise.yaml', ...wanted].toSorted(), id);
    }
  });

  it('has line ends and characters that every editor shows alike', async () => {
    const folder = folderOnDisk(inRepository('content/backend'));
    for (const path of await folder.list()) {
      const text = await readFile(inRepository('content/backend', path), 'utf8');
      assert.doesNotMatch(text, /\r|\uFEFF|\uFFFD|[\u200B-\u200F\u202A-\u202E\u2066-\u2069]|\u00e2\u20ac/, path);
      assert.ok(text.endsWith('\n'), path);
    }
  });
});

describe('The built-in pack and the questions it was asked to answer', () => {
  let coverage: Record<string, string>;

  before(async () => {
    coverage = await readRepositoryJson('test/fixtures/coverage.json');
  });

  it('answer to each other entry by entry, all 50 of them', () => {
    assert.equal(ENTRIES.length, 50);
    assert.deepEqual(Object.keys(coverage).toSorted(), ENTRIES.toSorted());
  });

  it('meet in questions that exist', async () => {
    const { files } = await readPack(folderOnDisk(inRepository('content/backend')), () => Promise.resolve());
    const ids = new Set(files.map(({ question }) => question.id));
    assert.deepEqual(Object.entries(coverage).filter(([, id]) => !ids.has(id)), []);
  });
});
