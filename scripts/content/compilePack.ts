import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CompiledExercise } from '../../src/core/exercises/compiledExercise';
import { fileExtension, type ScratchLanguage } from '../../src/core/exercises/languages';
import { lintBuiltIn } from '../../src/core/questions/builtInLint';
import { fences } from '../../src/core/questions/markdownBlocks';
import type { Pack } from '../../src/core/questions/pack';
import type { QuestionFile } from '../../src/core/questions/parseQuestion';
import type { Problem } from '../../src/core/questions/problem';
import { readPack } from '../../src/core/questions/readPack';
import { createMarkdownRenderer } from '../../src/core/questions/renderMarkdown';
import { renderQuestion } from '../../src/core/questions/renderQuestion';
import { buildTextIndex, storeTextIndex } from '../../src/core/questions/textIndex';
import { drawDiagram } from './drawDiagram';
import { folderOnDisk } from './folderOnDisk';

/** What compiling found; nothing was written when there is an error among the problems. */
export interface Compiled {
  readonly pack?: Pack;
  readonly problems: readonly Problem[];
  readonly diagrams: number;
}

/**
 * Compiles a built-in pack to what the extension reads: `<out>/<question>.json` with a rendered body
 * each, `<out>/exercises/<id>.json`, and `<out>/text.json`, the search index over all texts in the order
 * of the pack's questions. The caller writes the packs' summaries to one index.
 * @param lint holds the files to the built-in packs' own rules as well
 */
export async function compilePack(root: string, out: string, lint: boolean): Promise<Compiled> {
  const folder = folderOnDisk(root);
  const contents = await readPack(folder, () => Promise.resolve());
  const problems: Problem[] = [...contents.problems];
  const { pack, files } = contents;
  if (!pack) return { problems, diagrams: 0 };
  if (lint) for (const entry of files) problems.push(...lintBuiltIn(entry));

  let diagrams = 0;
  const bodies = new Map<string, string>();
  const texts: string[] = [];
  for (const entry of files) {
    const { question, file } = entry;
    let drawn = 0;
    const renderer = createMarkdownRenderer((mermaid) => {
      try {
        const drawing = drawDiagram(mermaid, `d${drawn + 1}`);
        drawn++;
        return drawing;
      } catch (error) {
        problems.push({
          file,
          line: lineOfFence(entry, mermaid),
          column: 1,
          severity: 'error',
          message: `The diagram cannot be drawn: ${(error as Error).message.replace(/\.$/, '')}.`,
          mend: 'Use the syntax that content/README.md lists.',
        });
        return undefined;
      }
    });
    const source = await folder.read(file);
    bodies.set(question.id, JSON.stringify(renderQuestion(question, source, renderer)));
    texts.push([question.prompt, ...question.sections.map(({ markdown }) => markdown)].join('\n'));
    diagrams += drawn;
  }
  const exercises = new Map<string, CompiledExercise>();
  for (const exercise of contents.exercises) {
    const read = async (role: 'starter' | 'solution', language: ScratchLanguage): Promise<[string, string]> => {
      const path = `exercises/${exercise.id}/${role}.${fileExtension(language)}`;
      try {
        return [language, await folder.read(path)];
      } catch {
        const message = `The exercise '${exercise.id}' has no ${role} for ${language}.`;
        const mend = `Add ${path}, or take the language out of exercise.yaml.`;
        problems.push({ file: path, line: 1, column: 1, severity: 'error', message, mend });
        return [language, ''];
      }
    };
    const { id, title, languages } = exercise;
    const all = (role: 'starter' | 'solution') => Promise.all(languages.map((language) => read(role, language)));
    exercises.set(id, {
      id,
      title,
      starters: Object.fromEntries(await all('starter')),
      solutions: Object.fromEntries(await all('solution')),
    });
  }
  if (problems.some(({ severity }) => severity === 'error') || (lint && problems.length > 0)) {
    return { pack, problems, diagrams };
  }
  await mkdir(join(out, 'exercises'), { recursive: true });
  await Promise.all([...bodies].map(([id, body]) => writeFile(join(out, `${id}.json`), body)));
  await Promise.all(
    [...exercises].map(([id, exercise]) => writeFile(join(out, 'exercises', `${id}.json`), JSON.stringify(exercise))),
  );
  await writeFile(join(out, 'text.json'), JSON.stringify(storeTextIndex(buildTextIndex(texts))));
  return { pack, problems, diagrams };
}

/** The line of the file on which a code block opens. */
function lineOfFence({ question, promptLine }: QuestionFile, code: string): number {
  for (const { markdown, line } of [{ markdown: question.prompt, line: promptLine }, ...question.sections]) {
    const fence = fences(markdown).find((block) => block.code.trim() === code.trim());
    if (fence) return line + fence.line - 1;
  }
  return promptLine;
}
