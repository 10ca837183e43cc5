/** Something wrong in a pack, said so that its author can mend it. Problems are data, never exceptions. */
export interface Problem {
  /** Path inside the pack, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** What to do about it, as a sentence. */
  readonly mend: string;
}

/** One line a person can act on: `apis/x.md:3:1 error: message Mend.` */
export function formatProblem(problem: Problem): string {
  const { file, line, column, severity, message, mend } = problem;
  return `${file}:${line}:${column} ${severity}: ${message} ${mend}`;
}
