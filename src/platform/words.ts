import * as vscode from 'vscode';
import type { Grouping, Topic } from '../core/questions/library';
import type { Kind, Level } from '../core/questions/question';

/** The user's words for the fixed words of questions. */
export function levelWord(level: Level | undefined): string {
  switch (level) {
    case 'beginner':
      return vscode.l10n.t('beginner');
    case 'intermediate':
      return vscode.l10n.t('intermediate');
    case 'advanced':
      return vscode.l10n.t('advanced');
    case undefined:
      return '';
  }
}

export function kindWord(kind: Kind | undefined): string {
  switch (kind) {
    case 'concept':
      return vscode.l10n.t('concept');
    case 'comparison':
      return vscode.l10n.t('comparison');
    case 'scenario':
      return vscode.l10n.t('scenario');
    case 'design':
      return vscode.l10n.t('design');
    case 'practical':
      return vscode.l10n.t('practical');
    case undefined:
      return '';
  }
}

export function groupingWord(grouping: Grouping): string {
  switch (grouping) {
    case 'category':
      return vscode.l10n.t('Category');
    case 'level':
      return vscode.l10n.t('Level');
    case 'technology':
      return vscode.l10n.t('Technology');
  }
}

/** The name of a group, also of those that gather what has no level or technology. */
export function topicTitle({ by, key, title }: Topic): string {
  if (by === 'level') {
    const word = key === '' ? vscode.l10n.t('No level') : levelWord(key as Level);
    return word.charAt(0).toUpperCase() + word.slice(1);
  }
  if (by === 'technology' && key === '') return vscode.l10n.t('No particular technology');
  return title;
}
