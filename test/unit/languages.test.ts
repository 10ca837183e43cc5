import assert from 'node:assert/strict';
import { exerciseLanguages } from '../../src/core/exercises/compiledExercise';
import {
  asScratchLanguage, commentMark, fileExtension, languageName, languageOfExtension, SCRATCH_LANGUAGES, type SheetLanguage,
} from '../../src/core/exercises/languages';

const ALL: readonly SheetLanguage[] = [...SCRATCH_LANGUAGES, 'markdown'];

describe('The languages of scratch files', () => {
  it('have names, file endings and comment marks that fit them', () => {
    assert.deepEqual(
      Object.fromEntries(ALL.map((language) => [language, [languageName(language), fileExtension(language), commentMark(language)]])),
      {
        javascript: ['JavaScript', 'js', '//'],
        typescript: ['TypeScript', 'ts', '//'],
        python: ['Python', 'py', '#'],
        go: ['Go', 'go', '//'],
        java: ['Java', 'java', '//'],
        sql: ['SQL', 'sql', '--'],
        markdown: ['Markdown', 'md', '>'],
      },
    );
  });

  it('are known by their file endings', () => {
    for (const language of ALL) assert.equal(languageOfExtension(fileExtension(language)), language);
  });

  it('are not known by any other ending', () => {
    for (const ending of ['', 'JS', '.js', 'jsx', 'mjs', 'txt', 'javascript', 'constructor', '__proto__']) {
      assert.equal(languageOfExtension(ending), undefined, ending);
    }
  });

  it('are read by name from anywhere', () => {
    for (const language of SCRATCH_LANGUAGES) assert.equal(asScratchLanguage(language), language);
  });

  it('are not read from anything else, and Markdown is none of them', () => {
    for (const value of [undefined, null, 0, '', 'ask', 'markdown', 'Python', 'js', ' go', ['go'], {}, 'toString', '__proto__']) {
      assert.equal(asScratchLanguage(value), undefined, JSON.stringify(value));
    }
  });

  it('of a compiled exercise are those of its starters', () => {
    const exercise = (starters: object) => ({ id: 'a', title: 'A', starters, solutions: {} });
    assert.deepEqual(exerciseLanguages(exercise({ go: 'package main', python: '' })), ['go', 'python']);
    assert.deepEqual(exerciseLanguages(exercise({ cobol: '', markdown: '', sql: '' })), ['sql']);
    assert.deepEqual(exerciseLanguages(exercise({})), []);
  });
});
