import { type Exercise, parseExercise } from '../exercises/exercise';
import { checkPack } from './checkPack';
import type { Category, Pack } from './pack';
import { parsePackInfo, RESERVED_FOLDERS, titleFromId } from './parsePackInfo';
import { parseQuestion, type QuestionFile } from './parseQuestion';
import { ID_PATTERN } from './questionId';
import type { Problem } from './problem';
import type { QuestionSummary } from './question';

/** A folder that holds a pack; paths are relative to it and use forward slashes. */
export interface PackFolder {
  /** Paths of all files, in any order. */
  list(): Promise<readonly string[]>;
  /** The text of a file; rejects when it cannot be read. */
  read(path: string): Promise<string>;
}

/** What a folder held. `pack` is missing when there was no usable `pack.yaml`. */
export interface PackContents {
  readonly pack?: Pack;
  readonly files: readonly QuestionFile[];
  readonly exercises: readonly Exercise[];
  readonly problems: readonly Problem[];
}

/** More files than this are no pack that a person drills; the rest is left out with a problem. */
const MOST_FILES = 50_000;

/** How many files are read at once. */
const BATCH = 64;

/**
 * Reads a pack from a folder: `pack.yaml`, `<category>/<question>.md`, `exercises/<id>/exercise.yaml`.
 * A bad file costs that file only. Never throws for what the files hold; an unreadable file is a problem.
 * @param pause awaited between batches, so that a large pack does not hold up the editor
 */
export async function readPack(folder: PackFolder, pause: () => Promise<void>): Promise<PackContents> {
  const problems: Problem[] = [];
  const unreadable = (file: string, error: unknown): void => {
    problems.push({
      file,
      line: 1,
      column: 1,
      severity: 'error',
      message: `The file cannot be read: ${(error as Error).message}.`,
      mend: 'Check that it exists and that you may read it.',
    });
  };
  let text: string;
  try {
    text = await folder.read('pack.yaml');
  } catch (error) {
    unreadable('pack.yaml', error);
    return { files: [], exercises: [], problems };
  }
  const { info, problems: infoProblems } = parsePackInfo(text);
  problems.push(...infoProblems);
  if (!info) return { files: [], exercises: [], problems };

  const paths = (await folder.list()).toSorted();
  if (paths.length > MOST_FILES) {
    problems.push({
      file: 'pack.yaml',
      line: 1,
      column: 1,
      severity: 'error',
      message: `The folder holds ${paths.length} files; only the first ${MOST_FILES} are read.`,
      mend: 'Choose the folder of one pack.',
    });
  }
  const files: QuestionFile[] = [];
  const exercises: Exercise[] = [];
  const wanted = paths.slice(0, MOST_FILES).filter(isPackFile);
  for (let start = 0; start < wanted.length; start += BATCH) {
    const batch = wanted.slice(start, start + BATCH);
    const texts = await Promise.all(
      batch.map((path) => folder.read(path).catch((error: unknown) => unreadable(path, error))),
    );
    for (const [index, path] of batch.entries()) {
      const content = texts[index];
      if (content === undefined) continue;
      if (path.startsWith('exercises/')) {
        const { exercise, problems: found } = parseExercise(content, path);
        problems.push(...found);
        if (exercise) exercises.push(exercise);
      } else {
        const { parsed, problems: found } = parseQuestion(content, path, info.id, path.split('/')[0]!);
        problems.push(...found);
        if (parsed) files.push(parsed);
      }
    }
    await pause();
  }
  problems.push(...checkPack(files, new Set(exercises.map(({ id }) => id))));

  const unique = new Map<string, QuestionFile>();
  for (const entry of files) if (!unique.has(entry.question.id)) unique.set(entry.question.id, entry);
  const kept = [...unique.values()];
  const known = new Set(info.categories.map(({ id }) => id));
  const unlisted = [...new Set(kept.map(({ question }) => question.category))].filter((id) => !known.has(id));
  const categories: Category[] = [
    ...info.categories,
    ...unlisted.map((id) => ({ id, title: titleFromId(id), description: '' })),
  ];
  return {
    pack: { ...info, categories, questions: kept.map(({ question }) => summaryOf(question)) },
    files: kept,
    exercises,
    problems,
  };
}

function isPackFile(path: string): boolean {
  const segments = path.split('/');
  if (segments.some((segment) => segment.startsWith('.'))) return false;
  if (segments.length === 3) return segments[0] === 'exercises' && segments[2] === 'exercise.yaml';
  return (
    segments.length === 2 &&
    ID_PATTERN.test(segments[0]!) &&
    !RESERVED_FOLDERS.includes(segments[0]!) &&
    /\.md$/i.test(segments[1]!) &&
    !/^readme\.md$/i.test(segments[1]!)
  );
}

/** The part of a question that lists and search hold on to. */
export function summaryOf(question: QuestionSummary): QuestionSummary {
  const { packId, id, title, short, category, level, kind, tags, technologies, aliases, exercise } = question;
  return {
    packId,
    id,
    title,
    ...(short !== undefined && { short }),
    category,
    ...(level && { level }),
    ...(kind && { kind }),
    tags,
    technologies,
    aliases,
    ...(exercise && { exercise }),
  };
}
