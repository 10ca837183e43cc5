import { ID_PATTERN } from '../questions/questionId';
import type { QuestionRef } from '../questions/question';
import { fileExtension, languageOfExtension, type SheetLanguage } from './languages';

/** One scratch file: a question's attempt in a language. Attempts count from 1. */
export interface ScratchFile extends QuestionRef {
  readonly language: SheetLanguage;
  readonly attempt: number;
}

/**
 * Where a scratch file lies below the scratch folder. Each attempt has a folder of its own, since Go and
 * Java take all files of a folder for one package.
 */
export function scratchPath({ packId, id, language, attempt }: ScratchFile): readonly string[] {
  return [packId, id, attemptFolder(attempt), `${id}.${fileExtension(language)}`];
}

/** Tells which scratch file a path below the scratch folder is; undefined for any other file. */
export function parseScratchPath(segments: readonly string[]): ScratchFile | undefined {
  if (segments.length !== 4) return undefined;
  const [packId, id, folder, name] = segments as [string, string, string, string];
  const attempt = parseAttemptFolder(folder);
  const language = name.startsWith(`${id}.`) ? languageOfExtension(name.slice(id.length + 1)) : undefined;
  if (attempt === undefined || !language) return undefined;
  if (!ID_PATTERN.test(packId) || !ID_PATTERN.test(id)) return undefined;
  return { packId, id, language, attempt };
}

export function attemptFolder(attempt: number): string {
  return `attempt-${attempt}`;
}

/** The attempt's number, or undefined for a folder of another name. */
export function parseAttemptFolder(name: string): number | undefined {
  const match = /^attempt-([1-9]\d{0,5})$/.exec(name);
  return match ? Number(match[1]) : undefined;
}
