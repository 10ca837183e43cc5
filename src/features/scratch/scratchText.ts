import * as vscode from 'vscode';
import type { SheetLanguage } from '../../core/exercises/languages';
import { answerSheet, codeScratch } from '../../core/exercises/scratchTemplate';
import type { QuestionBody, QuestionSummary } from '../../core/questions/question';
import { levelWord } from '../../platform/words';

/** The text of a new scratch file or answer sheet. */
export function scratchText(
  question: QuestionSummary,
  body: QuestionBody,
  language: SheetLanguage,
  attempt: number,
  starter: string,
): string {
  const subtitle = [levelWord(question.level), vscode.l10n.t('attempt {0}', attempt), 'Interview Drills']
    .filter(Boolean)
    .join(' · ');
  const head = { title: question.title, subtitle, prompt: body.promptSource };
  if (language === 'markdown') return answerSheet(head, vscode.l10n.t('My answer'));
  return codeScratch(language, head, starter);
}
