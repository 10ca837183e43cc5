import * as vscode from 'vscode';
import type { Library, Topic, TopicRef } from '../../core/questions/library';
import { type QuestionSummary, refKey, shortTitle } from '../../core/questions/question';
import { COMMANDS, CONTEXT_KEYS } from '../../platform/ids';
import type { Services } from '../../platform/services';
import { kindWord, levelWord, topicTitle } from '../../platform/words';

export interface TopicNode {
  readonly topic: Topic;
  readonly questions: readonly QuestionSummary[];
}

export interface QuestionNode {
  readonly question: QuestionSummary;
  readonly parent: TopicNode;
}

export type Node = TopicNode | QuestionNode;

/** How many lines of the prompt a tooltip shows. */
const TOOLTIP_LINES = 6;
const LONGEST_TOOLTIP = 500;

/** After a mark changed, how long counts may lag behind, in ms; a run of changes is shown once. */
const REFRESH_DELAY = 150;

/** The sidebar's tree: groups, then their questions, as far as the filter lets them through. */
export class QuestionTreeProvider implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Node | undefined>();
  private readonly subscriptions: vscode.Disposable[];
  private topics: readonly TopicNode[] | undefined;
  private pending: ReturnType<typeof setTimeout> | undefined;

  private readonly arranged = new vscode.EventEmitter<{ readonly shown: number; readonly total: number }>();

  readonly onDidChangeTreeData = this.changed.event;

  /** Fires when the tree was arranged anew: how many questions pass the filter, of how many. */
  readonly onDidArrange = this.arranged.event;

  constructor(private readonly services: Services) {
    const { questions, filter, marks } = services;
    this.subscriptions = [
      questions.onDidChange(() => this.refresh()),
      filter.onDidChange(() => this.refresh()),
      marks.onDidChange(() => {
        this.pending ??= setTimeout(() => this.refresh(), REFRESH_DELAY);
      }),
    ];
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node === undefined) return [...(await this.load())];
    if ('parent' in node) return [];
    return node.questions.map((question) => ({ question, parent: node }));
  }

  getParent(node: Node): Node | undefined {
    return 'parent' in node ? node.parent : undefined;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return 'parent' in node ? this.questionItem(node) : this.topicItem(node);
  }

  /** Adds the prompt's first lines when a tooltip is asked for. */
  async resolveTreeItem(item: vscode.TreeItem, node: Node): Promise<vscode.TreeItem> {
    if (!('parent' in node)) return item;
    const { question } = node;
    const facts = [levelWord(question.level), kindWord(question.kind), ...question.tags].filter(Boolean).join(' · ');
    // Text is appended as text: a pack from elsewhere must not bring links or pictures into a tooltip.
    const tooltip = new vscode.MarkdownString().appendText(question.title);
    if (facts) tooltip.appendMarkdown('\n\n').appendText(facts);
    try {
      const { promptSource } = await this.services.questions.body(question);
      tooltip.appendMarkdown('\n\n---\n\n').appendText(firstLines(promptSource));
    } catch (error) {
      this.services.log.error(`No tooltip for ${refKey(question)}`, error);
    }
    item.tooltip = tooltip;
    return item;
  }

  /** The row of an open question, if the filter lets it through. */
  find(question: QuestionSummary, preferred: TopicRef): QuestionNode | undefined {
    const holding = this.topics?.filter(({ questions }) => questions.includes(question)) ?? [];
    const parent =
      holding.find(({ topic }) => topic.by === preferred.by && topic.key === preferred.key) ?? holding[0];
    return parent && { question, parent };
  }

  dispose(): void {
    clearTimeout(this.pending);
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
    this.arranged.dispose();
  }

  private refresh(): void {
    clearTimeout(this.pending);
    this.pending = undefined;
    this.changed.fire(undefined);
  }

  private async load(): Promise<readonly TopicNode[]> {
    let library: Library;
    try {
      [library] = await Promise.all([this.services.questions.library(), this.services.marks.load()]);
    } catch (error) {
      this.services.log.error('Cannot read the questions', error);
      this.tellEmpty('failed');
      this.topics = [];
      return [];
    }
    const matches = this.services.filter.matches();
    this.topics = library
      .group(this.services.filter.grouping)
      .map((topic) => ({ topic, questions: topic.questions.filter(matches) }))
      .filter(({ questions }) => questions.length > 0);
    this.tellEmpty(this.topics.length > 0 ? '' : 'filtered');
    this.arranged.fire({ shown: library.questions.filter(matches).length, total: library.questions.length });
    return this.topics;
  }

  private tellEmpty(reason: '' | 'filtered' | 'failed'): void {
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.emptyView, reason);
  }

  private topicItem(node: TopicNode): vscode.TreeItem {
    const { topic, questions } = node;
    const title = topicTitle(topic);
    const { done } = this.services.marks.marks;
    const finished = questions.filter((question) => done.has(refKey(question))).length;
    const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `${topic.by}:${topic.key}`;
    item.description = finished > 0 ? `${finished}/${questions.length}` : String(questions.length);
    item.contextValue = 'topic';
    if (topic.description) item.tooltip = new vscode.MarkdownString().appendText(topic.description);
    item.accessibilityInformation = {
      label: vscode.l10n.t('{0}, {1} questions, {2} done', title, questions.length, finished),
    };
    return item;
  }

  private questionItem({ question, parent }: QuestionNode): vscode.TreeItem {
    const key = refKey(question);
    const { seen, done, bookmarked } = this.services.marks.marks;
    const item = new vscode.TreeItem(shortTitle(question));
    item.id = `${parent.topic.by}:${parent.topic.key}>${key}`;
    const level = levelWord(question.level);
    item.description = bookmarked.has(key) ? `★ ${level}` : level;
    const [icon, state] = done.has(key)
      ? [new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('charts.green')), vscode.l10n.t('done')]
      : seen.has(key)
        ? [new vscode.ThemeIcon('circle-filled', new vscode.ThemeColor('descriptionForeground')), vscode.l10n.t('seen')]
        : [new vscode.ThemeIcon('circle-outline'), vscode.l10n.t('not seen')];
    item.iconPath = icon;
    item.contextValue = question.kind === 'practical' ? 'question exercise' : 'question';
    item.accessibilityInformation = {
      label: [shortTitle(question), level, state, bookmarked.has(key) ? vscode.l10n.t('bookmarked') : '']
        .filter(Boolean)
        .join(', '),
    };
    item.command = {
      command: COMMANDS.openQuestion,
      title: vscode.l10n.t('Open Question'),
      arguments: [{ question, topic: { by: parent.topic.by, key: parent.topic.key } }],
    };
    return item;
  }
}

/** The first lines of a prompt. */
function firstLines(prompt: string): string {
  const lines = prompt.split('\n').filter((line) => line.trim() !== '');
  const kept = lines.slice(0, TOOLTIP_LINES).join('\n');
  return kept.length > LONGEST_TOOLTIP || lines.length > TOOLTIP_LINES ? `${kept.slice(0, LONGEST_TOOLTIP)} …` : kept;
}
