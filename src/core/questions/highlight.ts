import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import go from 'highlight.js/lib/languages/go';
import http from 'highlight.js/lib/languages/http';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import yaml from 'highlight.js/lib/languages/yaml';

const LANGUAGES = {
  bash,
  dockerfile,
  go,
  http,
  java,
  javascript,
  json,
  python,
  sql,
  typescript,
  yaml,
};

for (const [name, definition] of Object.entries(LANGUAGES)) hljs.registerLanguage(name, definition);

/** Languages whose code is coloured; others are shown plain. */
export const HIGHLIGHTED_LANGUAGES: readonly string[] = Object.keys(LANGUAGES);

/** Longer code stays plain: the time that some languages take grows with the square of a line's length. */
const LONGEST_CODE = 50_000;
const LONGEST_LINE = 1_000;

/** Colours code as HTML with `hljs-` classes, or gives undefined for an unknown language and code without end. */
export function highlight(code: string, language: string): string | undefined {
  if (!hljs.getLanguage(language)) return undefined;
  if (code.length > LONGEST_CODE || code.split('\n').some((line) => line.length > LONGEST_LINE)) return undefined;
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
}
