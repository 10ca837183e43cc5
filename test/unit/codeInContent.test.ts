import { transform } from 'esbuild';
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fences } from '../../src/core/questions/markdownBlocks';
import { parseQuestion } from '../../src/core/questions/parseQuestion';
import { inRepository } from './support/repository';

const PACK = 'content/backend';
/** A block that takes longer waits for something. */
const LONGEST_RUN_MS = 30_000;
/** How many processes run at once. */
const AT_ONCE = 2;

type Runnable = 'javascript' | 'typescript' | 'python';

interface Block {
  readonly language: Runnable;
  readonly code: string;
  /** `path:line` of the fence. */
  readonly place: string;
}

interface QuestionCode {
  readonly id: string;
  readonly blocks: readonly Block[];
}

interface Outcome {
  readonly code: number | string;
  readonly output: string;
}

function readQuestions(): QuestionCode[] {
  const files = readdirSync(inRepository(PACK), { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  return files
    .filter((name) => /^[^/]+\/[^/]+\.md$/.test(name))
    .toSorted()
    .flatMap((name): QuestionCode[] => {
      const { parsed } = parseQuestion(readFileSync(inRepository(PACK, name), 'utf8'), name, 'backend', name.split('/')[0]!);
      if (!parsed) return [];
      const { question, promptLine } = parsed;
      const texts = [{ markdown: question.prompt, line: promptLine }, ...question.sections];
      const blocks = texts.flatMap(({ markdown, line }) =>
        fences(markdown).flatMap(({ language, code, line: within }): Block[] =>
          language === 'javascript' || language === 'typescript' || language === 'python'
            ? [{ language, code, place: `${PACK}/${name}:${line + within - 1}` }]
            : [],
        ),
      );
      return [{ id: question.id, blocks }];
    });
}

const questions = readQuestions();
const exercises = readdirSync(inRepository(PACK, 'exercises')).toSorted();

/** The files of exercises in one language, `<exercise>/<role>.<extension>`. */
function exerciseFiles(extension: string): string[] {
  return exercises.flatMap((id) =>
    readdirSync(inRepository(PACK, 'exercises', id))
      .filter((name) => name.endsWith(`.${extension}`))
      .toSorted()
      .map((name) => `${id}/${name}`),
  );
}

const exercisePath = (file: string): string => inRepository(PACK, 'exercises', file);

/** The exercises that have files in a language. */
const exercisesIn = (extension: string): string[] => [...new Set(exerciseFiles(extension).map((file) => file.split('/')[0]!))];

function run(command: string, args: readonly string[], cwd: string, input = ''): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd, timeout: LONGEST_RUN_MS, killSignal: 'SIGKILL' as const, env: { ...process.env, NODE_OPTIONS: '' } };
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      const code = error ? (error.killed ? `stopped after ${LONGEST_RUN_MS} ms` : (error.code ?? 'no exit code')) : 0;
      resolve({ code, output: `${stdout}${stderr}` });
    });
    // A child that reads nothing may be gone before the input is through.
    child.stdin!.on('error', () => undefined).end(input);
  });
}

/** Runs tasks, so many at once. */
async function inTurn<T>(items: readonly T[], task: (item: T, index: number) => Promise<void>): Promise<void> {
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) await task(item, index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function toModule(code: string, language: 'javascript' | 'typescript'): Promise<string> {
  if (language === 'javascript') return code;
  return (await transform(code, { loader: 'ts', format: 'esm', target: 'node20' })).code;
}

/** Python's own path, past launchers that take longer than it; undefined when there is none as new as the content asks for. */
const python = ((): string | undefined => {
  const script = 'import sys; print(sys.executable if sys.version_info >= (3, 11) else "")';
  const { status, stdout } = spawnSync('python3', ['-I', '-c', script], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() || undefined : undefined;
})();
const NO_PYTHON = 'there is no Python 3.11 or later on the PATH';

const has = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).error === undefined;

function skipBecause(context: Mocha.Context, reason: string): void {
  context.test!.title += ` (skipped: ${reason})`;
  context.skip();
}

let folder: string;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'interview-drills-'));
});

after(() => rm(folder, { recursive: true, force: true }));

/** Runs blocks, each in a process of its own, and fails with all that did not end well. */
async function runAlone(id: string, blocks: readonly Block[]): Promise<void> {
  const failures: string[] = [];
  await inTurn(blocks, async ({ language, code, place }, index) => {
    const file = path.join(folder, `${id}-${index}.${language === 'python' ? 'py' : 'mjs'}`);
    await writeFile(file, language === 'python' ? code : await toModule(code, language));
    const outcome = language === 'python' ? await run(python!, ['-I', file], folder) : await run(process.execPath, [file], folder);
    if (outcome.code !== 0) failures.push(`${place} (${language}) ended with ${outcome.code}:\n${outcome.output}`);
  });
  assert.equal(failures.join('\n\n'), '');
}

function describeBlocks(title: string, wanted: readonly Runnable[], prepare: (context: Mocha.Context) => void): void {
  describe(title, () => {
    for (const { id, blocks: all } of questions) {
      const blocks = all.filter(({ language }) => wanted.includes(language));
      if (blocks.length === 0) continue;
      it(`run as they stand in ${id}`, async function () {
        this.timeout((LONGEST_RUN_MS + 5000) * Math.ceil(blocks.length / AT_ONCE));
        prepare(this);
        await runAlone(id, blocks);
      });
    }
  });
}

describe('Code in the questions', () => {
  it('is found', () => {
    assert.ok(questions.length >= 60);
    for (const wanted of ['javascript', 'typescript', 'python']) {
      assert.ok(questions.some(({ blocks }) => blocks.some(({ language }) => language === wanted)), wanted);
    }
  });
});

describeBlocks('JavaScript and TypeScript blocks', ['javascript', 'typescript'], () => undefined);

describeBlocks('Python blocks', ['python'], (context) => {
  if (!python) skipBecause(context, NO_PYTHON);
});

describe('TypeScript in the content', () => {
  it('has no type error', async function () {
    this.timeout(60_000);
    const types = path.join(folder, 'types');
    await mkdir(types);
    const places = new Map<string, string>();
    const add = async (code: string, place: string): Promise<void> => {
      const name = `${places.size}.ts`;
      places.set(name, place);
      await writeFile(path.join(types, name), code);
    };
    for (const { blocks } of questions) for (const { language, code, place } of blocks) if (language === 'typescript') await add(code, place);
    for (const file of exerciseFiles('ts')) await add(await readFile(exercisePath(file), 'utf8'), `${PACK}/exercises/${file}:0`);
    const compilerOptions = {
      target: 'ES2023',
      module: 'ESNext',
      moduleResolution: 'Bundler',
      moduleDetection: 'force',
      strict: true,
      skipLibCheck: true,
      noEmit: true,
      types: ['node'],
      typeRoots: [inRepository('node_modules/@types')],
    };
    await writeFile(path.join(types, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    const { code, output } = await run(process.execPath, [inRepository('node_modules/typescript/bin/tsc'), '--pretty', 'false', '--project', types], types);
    // A fence's own line is line 0 of its code.
    const told = output.replace(/^(\d+\.ts)\((\d+),(\d+)\)/gm, (_all, name: string, line: string, column: string) => {
      const [, file, start] = /^(.*):(\d+)$/.exec(places.get(name)!)!;
      return `${file}:${Number(start) + Number(line)}:${column}`;
    });
    assert.equal(code, 0, told);
  });
});

/** What a module exports, and the members of the classes among it. */
interface ModuleShape {
  readonly exports: readonly string[];
  readonly members: readonly string[];
  /** Functions and methods whose body does not say that it is still to be written. */
  readonly written: readonly string[];
  /** Functions and methods whose body says so. */
  readonly unwritten: readonly string[];
}

/** Loads modules in a process of its own and prints their shapes as JSON, by path. */
const INSPECT_MODULES = `
const shapes = {};
for (const [file, url] of JSON.parse(process.argv[2])) {
  const module = await import(url);
  const shape = { exports: Object.keys(module).sort(), members: [], written: [], unwritten: [] };
  const judge = (name, text) => shape[text.includes('not implemented') ? 'unwritten' : 'written'].push(name);
  for (const [name, value] of Object.entries(module)) {
    if (typeof value !== 'function') continue;
    const isClass = /^class\\b/.test(Function.prototype.toString.call(value));
    if (!isClass) judge(name, value.toString());
    for (const [on, prefix] of isClass ? [[value.prototype, name + '#'], [value, name + '.']] : []) {
      for (const [member, { value: method, get, set }] of Object.entries(Object.getOwnPropertyDescriptors(on))) {
        const body = method ?? get ?? set;
        if (member === 'constructor' || member.startsWith('_') || typeof body !== 'function') continue;
        shape.members.push(prefix + member);
        judge(prefix + member, body.toString());
      }
    }
  }
  shapes[file] = shape;
}
console.log(JSON.stringify(shapes));
`;

/** Compiles Python files without running them and prints their public names as JSON, by path. */
const INSPECT_PYTHON = `
import ast, json, sys

def public(nodes, prefix=""):
    names = []
    for node in nodes:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.append(node.name)
        elif isinstance(node, ast.Assign):
            names += [target.id for target in node.targets if isinstance(target, ast.Name)]
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.append(node.target.id)
    return sorted(prefix + name for name in names if not name.startswith("_"))

shapes = {}
for name, path in json.load(sys.stdin):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    tree = ast.parse(text, name)
    compile(tree, name, "exec")
    members = []
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            members += public(node.body, node.name + ".")
    shapes[name] = {"exports": public(tree.body), "members": members, "unwritten": "not implemented" in text}
print(json.dumps(shapes))
`;

for (const [language, extension] of [['javascript', 'js'], ['typescript', 'ts']] as const) {
  describe(`Exercises in ${language === 'javascript' ? 'JavaScript' : 'TypeScript'}`, () => {
    let shapes: Record<string, ModuleShape>;

    before(async function () {
      this.timeout(LONGEST_RUN_MS + 5000);
      const modules: [string, string][] = [];
      for (const file of exerciseFiles(extension)) {
        const module = path.join(folder, `${file.replace('/', '-')}.mjs`);
        await writeFile(module, await toModule(await readFile(exercisePath(file), 'utf8'), language));
        modules.push([file, pathToFileURL(module).href]);
      }
      const script = path.join(folder, `inspect-${extension}.mjs`);
      await writeFile(script, INSPECT_MODULES);
      const { code, output } = await run(process.execPath, [script, JSON.stringify(modules)], folder);
      assert.equal(code, 0, output);
      shapes = JSON.parse(output) as Record<string, ModuleShape>;
    });

    for (const id of exercisesIn(extension)) {
      it(`have a starter to write and a solution of the same shape in ${id}`, () => {
        const starter = shapes[`${id}/starter.${extension}`]!;
        const solution = shapes[`${id}/solution.${extension}`]!;
        assert.ok(starter.exports.length > 0);
        assert.ok(!starter.exports.includes('default'), 'a default export');
        assert.deepEqual(solution.exports, starter.exports);
        assert.deepEqual(starter.members.filter((member) => !solution.members.includes(member)), [], 'missing in the solution');
        assert.ok(starter.unwritten.length > 0, 'nothing is left to write');
        assert.deepEqual(starter.written, [], 'written in the starter');
        assert.deepEqual(solution.unwritten, [], 'not written in the solution');
      });
    }
  });
}

describe('Exercises in Python', () => {
  let shapes: Record<string, { exports: string[]; members: string[]; unwritten: boolean }> | undefined;

  before(async function () {
    this.timeout(LONGEST_RUN_MS + 5000);
    if (!python) return;
    const files = exerciseFiles('py').map((file) => [file, exercisePath(file)]);
    const { code, output } = await run(python, ['-I', '-c', INSPECT_PYTHON], folder, JSON.stringify(files));
    assert.equal(code, 0, output);
    shapes = JSON.parse(output) as typeof shapes;
  });

  for (const id of exercisesIn('py')) {
    it(`have a starter to write and a solution of the same shape in ${id}`, function () {
      if (!shapes) {
        skipBecause(this, NO_PYTHON);
        return;
      }
      const starter = shapes[`${id}/starter.py`]!;
      const solution = shapes[`${id}/solution.py`]!;
      assert.ok(starter.exports.length > 0);
      assert.deepEqual(solution.exports, starter.exports);
      assert.deepEqual(starter.members.filter((member) => !solution.members.includes(member)), [], 'missing in the solution');
      assert.ok(starter.unwritten, 'nothing is left to write');
      assert.ok(!solution.unwritten, 'not written in the solution');
    });
  }
});

describe('Exercises in Java', () => {
  it('compile, each file by itself', async function () {
    this.timeout(60_000);
    if (!has('javac', '-version')) {
      skipBecause(this, 'there is no javac on the PATH');
      return;
    }
    // Starter and solution name the same classes; a package each lets one javac, which is slow to start, take them all.
    const sources: string[] = [];
    for (const file of exerciseFiles('java')) {
      const source = path.join(folder, 'java', file);
      await mkdir(path.dirname(source), { recursive: true });
      const name = file.replace(/\.java$/, '').replace(/\W/g, '_');
      await writeFile(source, `package ${name}; ${await readFile(exercisePath(file), 'utf8')}`);
      sources.push(source);
    }
    assert.ok(sources.length > 0);
    const { code, output } = await run('javac', ['-encoding', 'UTF-8', '-nowarn', '-proc:none', '-d', path.join(folder, 'classes'), ...sources], folder);
    assert.equal(code, 0, output.replaceAll(`${path.join(folder, 'java')}${path.sep}`, ''));
  });

  it('leave the starter to write and the solution written', () => {
    for (const file of exerciseFiles('java')) leavesToWrite(file);
  });
});

describe('Exercises in Go', () => {
  it('are read and formatted as gofmt has it', async function () {
    this.timeout(60_000);
    if (!has('gofmt', '-h')) {
      skipBecause(this, 'there is no gofmt on the PATH');
      return;
    }
    const files = exerciseFiles('go');
    assert.ok(files.length > 0);
    assert.deepEqual(await run('gofmt', ['-e', '-l', ...files.map(exercisePath)], folder), { code: 0, output: '' });
  });

  it('leave the starter to write and the solution written', () => {
    for (const file of exerciseFiles('go')) {
      leavesToWrite(file);
      assert.match(readFileSync(exercisePath(file), 'utf8'), /^package exercise$/m, file);
    }
  });
});

function leavesToWrite(file: string): void {
  const unwritten = readFileSync(exercisePath(file), 'utf8').includes('not implemented');
  assert.equal(unwritten, file.includes('/starter.'), file);
}

/** Runs the schema and then the query of SQL files, each on a database of its own, and prints the rows by path. */
const RUN_SQL = `
import json, sqlite3, sys

rows = {}
for name, path in json.load(sys.stdin):
    with open(path, encoding="utf-8") as file:
        schema, query = file.read().split("-- query\\n")
    schema = schema[schema.index("-- schema\\n"):]
    database = sqlite3.connect(":memory:")
    try:
        database.executescript(schema)
        cursor = database.execute(query)
        columns = [column[0] for column in cursor.description]
        rows[name] = {"schema": schema.strip(), "columns": columns, "rows": cursor.fetchall()}
    except sqlite3.Error as error:
        sys.exit(f"{name}: {error}")
print(json.dumps(rows))
`;

describe('Exercises in SQL', () => {
  it('run on SQLite, and only the solution has an answer', async function () {
    this.timeout(LONGEST_RUN_MS + 5000);
    if (!python || (await run(python, ['-I', '-c', 'import sqlite3'], folder)).code !== 0) {
      skipBecause(this, `${NO_PYTHON}, or it has no sqlite3`);
      return;
    }
    const files = exerciseFiles('sql').map((file) => [file, exercisePath(file)]);
    const { code, output } = await run(python, ['-I', '-c', RUN_SQL], folder, JSON.stringify(files));
    assert.equal(code, 0, output);
    const results = JSON.parse(output) as Record<string, { schema: string; columns: string[]; rows: unknown[][] }>;
    assert.ok(exercisesIn('sql').length > 0);
    for (const id of exercisesIn('sql')) {
      const starter = results[`${id}/starter.sql`]!;
      const solution = results[`${id}/solution.sql`]!;
      assert.equal(solution.schema, starter.schema, id);
      assert.deepEqual(starter.rows, [['not implemented']], id);
      assert.ok(solution.rows.length > 1, id);
      const task = readFileSync(exercisePath(`${id}/starter.sql`), 'utf8').split('-- schema')[0]!;
      for (const column of solution.columns) assert.match(task, new RegExp(`\\b${column}\\b`), `${id} does not ask for ${column}`);
    }
  });
});
