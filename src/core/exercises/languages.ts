/** The languages that scratch files are written in. */
export const SCRATCH_LANGUAGES = ['javascript', 'typescript', 'python', 'go', 'java', 'sql'] as const;
export type ScratchLanguage = (typeof SCRATCH_LANGUAGES)[number];

/** What a scratch file may be: code, or a plain answer in Markdown. */
export type SheetLanguage = ScratchLanguage | 'markdown';

interface LanguageFacts {
  readonly name: string;
  /** Ending of the file's name, without the dot. */
  readonly extension: string;
  /** What begins a comment that ends with the line. */
  readonly comment: string;
}

const FACTS: Readonly<Record<SheetLanguage, LanguageFacts>> = {
  javascript: { name: 'JavaScript', extension: 'js', comment: '//' },
  typescript: { name: 'TypeScript', extension: 'ts', comment: '//' },
  python: { name: 'Python', extension: 'py', comment: '#' },
  go: { name: 'Go', extension: 'go', comment: '//' },
  java: { name: 'Java', extension: 'java', comment: '//' },
  sql: { name: 'SQL', extension: 'sql', comment: '--' },
  markdown: { name: 'Markdown', extension: 'md', comment: '>' },
};

/** The name that people know a language by. */
export function languageName(language: SheetLanguage): string {
  return FACTS[language].name;
}

export function fileExtension(language: SheetLanguage): string {
  return FACTS[language].extension;
}

/** What begins a line of comment. */
export function commentMark(language: SheetLanguage): string {
  return FACTS[language].comment;
}

/** The language of a file ending, without the dot. */
export function languageOfExtension(extension: string): SheetLanguage | undefined {
  return (Object.keys(FACTS) as SheetLanguage[]).find((language) => FACTS[language].extension === extension);
}

/** Reads a language from settings, storage or a file, where anything may stand. */
export function asScratchLanguage(value: unknown): ScratchLanguage | undefined {
  return SCRATCH_LANGUAGES.find((language) => language === value);
}
