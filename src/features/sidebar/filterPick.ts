import * as vscode from 'vscode';
import type { Filter } from '../../core/questions/filter';
import type { Library } from '../../core/questions/library';
import { KINDS, LEVELS } from '../../core/questions/question';
import { kindWord, levelWord } from '../../platform/words';

interface Choice extends vscode.QuickPickItem {
  /** What choosing it adds to the filter. */
  readonly adds?: Partial<Filter>;
}

/** Lets the user tick what to see. Undefined when they leave without choosing. */
export async function pickFilter(library: Library, current: Filter): Promise<Filter | undefined> {
  const counts = new Map<string, number>();
  const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { level, kind, technologies } of library.questions) {
    count(`level ${level}`);
    count(`kind ${kind}`);
    for (const name of technologies) count(`technology ${name}`);
  }
  const group = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const choice = (label: string, picked: boolean, adds: Partial<Filter>, key?: string): Choice => ({
    label,
    picked,
    adds,
    ...(key !== undefined && { description: String(counts.get(key) ?? 0) }),
  });
  const technologies = library
    .group('technology')
    .filter(({ key }) => key !== '')
    .toSorted((a, b) => b.questions.length - a.questions.length || (a.key < b.key ? -1 : 1));
  const choices: Choice[] = [
    group(vscode.l10n.t('Progress')),
    choice(vscode.l10n.t('not seen yet'), current.seen === 'unseen', { seen: 'unseen' }),
    choice(vscode.l10n.t('seen'), current.seen === 'seen', { seen: 'seen' }),
    choice(vscode.l10n.t('bookmarked'), current.bookmarked, { bookmarked: true }),
    group(vscode.l10n.t('Level')),
    ...LEVELS.map((level) =>
      choice(levelWord(level), current.levels.includes(level), { levels: [level] }, `level ${level}`),
    ),
    group(vscode.l10n.t('Kind')),
    ...KINDS.map((kind) => choice(kindWord(kind), current.kinds.includes(kind), { kinds: [kind] }, `kind ${kind}`)),
    group(vscode.l10n.t('Technology')),
    ...technologies.map(({ key }) =>
      choice(key, current.technologies.includes(key), { technologies: [key] }, `technology ${key}`),
    ),
  ];
  const chosen = await vscode.window.showQuickPick(choices, {
    canPickMany: true,
    title: vscode.l10n.t('Filter Questions'),
    placeHolder: vscode.l10n.t('Tick what you want to see; nothing ticked shows everything'),
  });
  if (!chosen) return undefined;
  const adds = chosen.map((item) => item.adds ?? {});
  const seen = new Set(adds.map((part) => part.seen).filter(Boolean));
  return {
    text: current.text,
    levels: adds.flatMap((part) => part.levels ?? []),
    kinds: adds.flatMap((part) => part.kinds ?? []),
    technologies: adds.flatMap((part) => part.technologies ?? []),
    // Seen and unseen together ask for nothing.
    seen: seen.size === 1 ? [...seen][0]! : 'any',
    bookmarked: adds.some((part) => part.bookmarked),
  };
}

/** The active filter in a few words, for the view's head. Empty when there is none. */
export function filterWords(filter: Filter): string {
  return [
    ...(filter.text.trim() ? [`“${filter.text.trim()}”`] : []),
    ...(filter.seen === 'unseen' ? [vscode.l10n.t('not seen yet')] : []),
    ...(filter.seen === 'seen' ? [vscode.l10n.t('seen')] : []),
    ...(filter.bookmarked ? [vscode.l10n.t('bookmarked')] : []),
    ...filter.levels.map(levelWord),
    ...filter.kinds.map(kindWord),
    ...filter.technologies,
  ].join(', ');
}
