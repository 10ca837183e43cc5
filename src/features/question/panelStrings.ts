import * as vscode from 'vscode';
import type { PanelStrings } from '../../protocol/questionPanel';

/** The panel's words in the user's language. */
export function panelStrings(): PanelStrings {
  const { t } = vscode.l10n;
  return {
    sections: {
      Answer: t('Answer'),
      'In depth': t('In depth'),
      'Key points': t('Key points'),
      'Trade-offs': t('Trade-offs'),
      Example: t('Example'),
      'Common mistakes': t('Common mistakes'),
      'One-liner': t('One-liner'),
      Keywords: t('Keywords'),
      Hints: t('Hints'),
      'Follow-ups': t('Follow-ups'),
      'Level rubric': t('What each level says'),
      References: t('References'),
    },
    revealAnswer: t('Reveal answer'),
    stepByStep: t('Step by step'),
    nextStep: t('In depth'),
    hint: t('Hint ({0} left)'),
    hintNumber: t('Hint {0}'),
    answerShown: t('The answer is shown.'),
    previous: t('Previous question'),
    next: t('Next question'),
    random: t('Random question'),
    goTo: t('Go to question'),
    bookmark: t('Bookmark'),
    removeBookmark: t('Remove bookmark'),
    done: t('Mark as done'),
    notDone: t('Mark as not done'),
    scratch: t('Open scratch file'),
    answerSheet: t('Write an answer first'),
    source: t('Open source document'),
    copy: t('Copy as Markdown'),
    keys: t('All keys'),
    close: t('Close'),
    related: t('Related questions'),
    openInstead: t('Open “{0}” instead'),
    questionTools: t('Question tools'),
    level: t('Level'),
    kind: t('Kind'),
    tags: t('Tags'),
    position: t('{0} of {1}'),
    space: t('Space'),
    or: t('or'),
  };
}
