import * as vscode from 'vscode';
import type { Library, TopicRef } from '../../core/questions/library';
import { parseLink } from '../../core/questions/links';
import { type QuestionRef, type QuestionSummary, refKey, shortTitle } from '../../core/questions/question';
import { NOTHING_REVEALED, type Reveal } from '../../core/sessions/reveal';
import { neighbour } from '../../core/sessions/topicWalk';
import { COMMANDS, type CommandId, CONTEXT_KEYS } from '../../platform/ids';
import type { Opened } from '../../platform/openQuestion';
import type { Services } from '../../platform/services';
import { onDidChangeSetting, setting } from '../../platform/settings';
import { kindWord, levelWord, topicTitle } from '../../platform/words';
import type { FromPanel, PanelAction, PanelMarks, PanelState, ToPanel } from '../../protocol/questionPanel';
import { QuestionPanel } from './questionPanel';

/** What the panel's buttons and keys run. */
const ACTIONS: Readonly<Record<PanelAction, CommandId>> = {
  next: COMMANDS.nextQuestion,
  previous: COMMANDS.previousQuestion,
  random: COMMANDS.randomQuestion,
  goTo: COMMANDS.goToQuestion,
  bookmark: COMMANDS.toggleBookmark,
  done: COMMANDS.toggleDone,
  scratch: COMMANDS.openScratchFile,
  answerSheet: COMMANDS.openAnswerSheet,
  source: COMMANDS.openSource,
  copy: COMMANDS.copyAsMarkdown,
};

/** Drilling one question after the other in one panel that is used again and again. */
export class QuestionDrill implements vscode.Disposable {
  private panel: QuestionPanel | undefined;
  /** Counts requests to show something, so that a slow one cannot overtake a later one. */
  private turn = 0;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly services: Services) {
    this.subscriptions = [
      services.marks.onDidChange(() => this.updateMarks()),
      onDidChangeSetting('interviewDrills.reveal', () =>
        this.panel?.update({ type: 'settings', revealMode: setting('interviewDrills.reveal') }),
      ),
      services.questions.onDidChange(() => void this.refresh()),
    ];
  }

  /** Shows a question in the panel. Rejects with a sentence for the user when it cannot be shown. */
  async open(ref: QuestionRef, topic?: TopicRef, reveal: Reveal = NOTHING_REVEALED): Promise<void> {
    const turn = ++this.turn;
    const { questions, marks } = this.services;
    // VS Code sets the panel up while the question is read.
    const panel = this.inFront();
    // Meanwhile the user may have opened another question or closed the panel.
    const isOver = (): boolean => turn !== this.turn || this.panel !== panel;
    try {
      const library = await questions.library();
      const question = library.find(ref);
      if (!question) {
        if (!isOver()) this.showMissing(panel, library, ref);
        return;
      }
      const [message] = await Promise.all([this.showMessage(library, question, topic, reveal), marks.load()]);
      if (isOver()) return;
      panel.show(shortTitle(question), { ...message, marks: this.marksOf(question) });
      this.services.open.set({ question, topic: message.position.topic });
      if (!marks.marks.seen.has(refKey(question))) marks.add(question, 'seen');
    } catch (error) {
      if (!isOver() && panel.isEmpty) panel.dispose();
      throw error;
    }
  }

  /** Shows again, in a panel that VS Code restored, what it showed before the reload. */
  async restore(restored: vscode.WebviewPanel, state: PanelState | undefined): Promise<void> {
    // A second restored panel would fight with the first over what is open.
    if (this.panel) {
      restored.dispose();
      return;
    }
    const panel = this.adopt(QuestionPanel.restore(restored, this.services.context.extensionUri, this.services.log));
    const turn = ++this.turn;
    // Meanwhile the user may have opened a question or closed the panel.
    const isOver = (): boolean => turn !== this.turn || this.panel !== panel;
    try {
      const library = await this.services.questions.library();
      if (isOver()) return;
      const question = state && library.find(state.question);
      if (!state || !question) {
        this.showMissing(panel, library, state?.question);
        return;
      }
      const [message] = await Promise.all([
        this.showMessage(library, question, state.topic, state.reveal),
        this.services.marks.load(),
      ]);
      if (isOver()) return;
      panel.show(shortTitle(question), { ...message, marks: this.marksOf(question) });
      this.services.open.set({ question, topic: message.position.topic });
    } catch (error) {
      this.services.log.error('Cannot restore the question panel', error);
      if (isOver()) return;
      panel.show('Interview Drills', {
        type: 'missing',
        message: vscode.l10n.t('This question cannot be read: {0}', error instanceof Error ? error.message : String(error)),
      });
    }
  }

  /** Goes to the neighbour of the open question in its topic. */
  async walk(direction: 1 | -1): Promise<void> {
    const opened = this.services.open.current;
    if (!opened) return this.tellNothingOpen();
    const library = await this.services.questions.library();
    const topic = library.topic(opened.topic) ?? library.topic(library.categoryOf(opened.question));
    const next = topic && neighbour(topic.questions, opened.question, direction, this.services.filter.matches());
    if (next) await this.open(next, topic);
    else void vscode.window.showInformationMessage(vscode.l10n.t('There is no other question in this topic.'));
  }

  /** Uncovers more of the open question; `change` tells how, given the number of hints. */
  async uncover(change: (reveal: Reveal, hintCount: number) => Reveal): Promise<void> {
    const opened = this.services.open.current;
    const panel = this.panel;
    if (!opened || !panel?.uncovered) return this.tellNothingOpen();
    const { hints } = await this.services.questions.body(opened.question);
    panel.reveal();
    const reveal = change(panel.uncovered, hints.length);
    panel.update({ type: 'reveal', reveal });
    this.noteReveal(reveal);
  }

  /** Shows the list of keys in the panel. */
  showKeys(): void {
    if (!this.panel) return this.tellNothingOpen();
    this.panel.reveal();
    this.panel.update({ type: 'keys' });
  }

  tellNothingOpen(): void {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a question first: pick one in the sidebar, or run Random Question.'),
    );
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private inFront(): QuestionPanel {
    const { context, log } = this.services;
    if (!this.panel) return this.adopt(QuestionPanel.create(context.extensionUri, log));
    this.panel.reveal();
    return this.panel;
  }

  private adopt(panel: QuestionPanel): QuestionPanel {
    this.panel = panel;
    panel.onMessage((message) => {
      this.receive(message).catch((error: unknown) => {
        this.services.log.error('A message of the question panel failed', error);
      });
    });
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.services.open.set(undefined);
    });
    return panel;
  }

  private async receive(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'action':
        await vscode.commands.executeCommand(ACTIONS[message.action]);
        break;
      case 'revealed':
        this.noteReveal(message.reveal);
        break;
      case 'open':
        await vscode.commands.executeCommand(COMMANDS.openQuestion, message.question);
        break;
      case 'link':
        await this.follow(message.href);
        break;
    }
  }

  /** Opens a link of a question, if it is one that may be opened. */
  private async follow(href: string): Promise<void> {
    const target = parseLink(href);
    const packId = this.services.open.current?.question.packId;
    if (target?.kind === 'question' && packId !== undefined) {
      await vscode.commands.executeCommand(COMMANDS.openQuestion, { packId, id: target.id });
    } else if (target?.kind === 'web') {
      await vscode.env.openExternal(vscode.Uri.parse(target.url, true));
    } else {
      this.services.log.warn(`A link was not opened: ${href.slice(0, 200)}`);
      void vscode.window.showWarningMessage(
        vscode.l10n.t('This link was not opened: only web addresses and questions may be linked.'),
      );
    }
  }

  private noteReveal(reveal: Reveal): void {
    if (reveal.stage === 'asked') return;
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.answerRevealed, true);
  }

  private updateMarks(): void {
    const question = this.services.open.current?.question;
    if (question) this.panel?.update({ type: 'marks', marks: this.marksOf(question) });
  }

  /** Packs were read again: the open question may have changed, or be gone. */
  private async refresh(): Promise<void> {
    const opened = this.services.open.current;
    const { panel, turn } = this;
    if (!opened || !panel) return;
    const isOver = (): boolean => turn !== this.turn || this.panel !== panel;
    try {
      const library = await this.services.questions.library();
      if (isOver()) return;
      const question = library.find(opened.question);
      if (!question) {
        this.showMissing(panel, library, opened.question);
        return;
      }
      const message = await this.showMessage(library, question, opened.topic, panel.uncovered ?? NOTHING_REVEALED);
      if (isOver()) return;
      panel.show(shortTitle(question), message);
      this.services.open.set({ question, topic: message.position.topic } satisfies Opened);
    } catch (error) {
      this.services.log.error('Cannot show the open question again', error);
    }
  }

  private showMissing(panel: QuestionPanel, library: Library, ref: QuestionRef | undefined): void {
    const nearest = ref && library.nearest(ref);
    this.services.open.set(undefined);
    panel.show(vscode.l10n.t('Question not found'), {
      type: 'missing',
      message: ref
        ? vscode.l10n.t("The question '{0}' is not there any more: its pack was changed or removed.", refKey(ref))
        : vscode.l10n.t('This panel does not know which question it showed.'),
      ...(nearest && { nearest: { title: nearest.title, question: { packId: nearest.packId, id: nearest.id } } }),
    });
  }

  private marksOf(question: QuestionSummary): PanelMarks {
    const { bookmarked, done } = this.services.marks.marks;
    const key = refKey(question);
    return { bookmarked: bookmarked.has(key), done: done.has(key) };
  }

  private async showMessage(
    library: Library,
    question: QuestionSummary,
    wanted: TopicRef | undefined,
    reveal: Reveal,
  ): Promise<Extract<ToPanel, { type: 'show' }>> {
    const body = await this.services.questions.body(question);
    const pack = library.packs.find(({ id }) => id === question.packId);
    const category = pack?.categories.find(({ id }) => id === question.category);
    const named = wanted && library.topic(wanted);
    const topic = named?.questions.includes(question) ? named : library.topic(library.categoryOf(question))!;
    const { packId, id, title, tags, technologies } = question;
    const level = levelWord(question.level);
    const kind = kindWord(question.kind);
    return {
      type: 'show',
      question: {
        packId,
        id,
        title,
        packTitle: pack?.title ?? packId,
        categoryTitle: category?.title ?? question.category,
        ...(level && { level }),
        ...(kind && { kind }),
        tags,
        technologies,
        prompt: body.prompt,
        hints: body.hints,
        sections: body.sections,
        related: body.related.flatMap((other) => {
          const found = library.find({ packId, id: other });
          return found ? [{ id: found.id, title: found.title }] : [];
        }),
        hasExercise: question.kind === 'practical',
      },
      position: {
        topic: { by: topic.by, key: topic.key },
        topicTitle: topicTitle(topic),
        number: topic.questions.indexOf(question) + 1,
        total: topic.questions.length,
      },
      marks: this.marksOf(question),
      reveal,
      revealMode: setting('interviewDrills.reveal'),
    };
  }
}
