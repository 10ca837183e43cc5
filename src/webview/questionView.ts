import type { QuestionRef } from '../core/questions/question';
import { isRevealed, type Reveal } from '../core/sessions/reveal';
import type { PanelAction, PanelMarks, PanelStrings, ToPanel } from '../protocol/questionPanel';
import { element, format, icon, type IconName, withHtml } from './dom';

type Show = Extract<ToPanel, { type: 'show' }>;
type Missing = Extract<ToPanel, { type: 'missing' }>;

/** What the page's controls call. */
export interface ViewEvents {
  readonly reveal: () => void;
  readonly step: () => void;
  readonly hint: () => void;
  readonly keys: () => void;
  readonly act: (action: PanelAction) => void;
  readonly open: (question: QuestionRef) => void;
}

/** The parts of the page that change without the question changing. */
export interface QuestionView {
  readonly root: HTMLElement;
  /** Shows what is uncovered. */
  setReveal(reveal: Reveal, revealMode: Show['revealMode']): void;
  setMarks(marks: PanelMarks): void;
  /** The first heading of what was uncovered last, to take the focus. */
  answerHeading(reveal: Reveal): HTMLElement | undefined;
}

/** Builds the page of one question. */
export function questionView(message: Show, strings: PanelStrings, events: ViewEvents): QuestionView {
  const { question, position } = message;
  const facts = element('dl', { class: 'facts' });
  const fact = (name: string, value: string | undefined, kind: string): void => {
    if (value) facts.append(element('div', { class: kind }, element('dt', {}, name), element('dd', {}, value)));
  };
  fact(strings.level, question.level, 'level');
  fact(strings.kind, question.kind, 'kind');
  fact(strings.tags, [...new Set([...question.technologies, ...question.tags])].join(' · '), 'tags');

  const hints = element('ol', { class: 'hints' });
  const announce = element('p', { class: 'visually-hidden', role: 'status' });
  const revealButton = button(strings.revealAnswer, 'primary', events.reveal, strings.space);
  const stepButton = button(strings.stepByStep, 'secondary', events.step, `⇧ ${strings.space}`);
  const hintButton = button('', 'secondary', events.hint, 'H');
  const actions = element('div', { class: 'actions' }, revealButton, hintButton, stepButton);

  const sections = question.sections.map(({ name, html }) => {
    const heading = element('h2', { tabindex: '-1' }, strings.sections[name]);
    const className = `section section-${name.toLowerCase().replace(/[^a-z]+/g, '-')}`;
    const body = withHtml(element('div', { class: 'prose' }), html);
    return { name, heading, root: element('section', { class: className }, heading, body) };
  });
  const related = question.related.map(({ id, title }) => {
    const link = element('button', { type: 'button', class: 'link' }, title);
    link.addEventListener('click', () => events.open({ packId: question.packId, id }));
    return element('li', {}, link);
  });
  const relatedSection = element(
    'section',
    { class: 'section section-related' },
    element('h2', {}, strings.related),
    element('ul', {}, ...related),
  );
  const answer = element('div', { class: 'answer' }, ...sections.map(({ root }) => root), relatedSection);

  const bookmark = toolButton('bookmark', strings.bookmark, 'B', () => events.act('bookmark'));
  const done = toolButton('done', strings.done, 'D', () => events.act('done'));
  const tools = element(
    'div',
    { class: 'tools', role: 'toolbar', 'aria-label': strings.questionTools },
    toolButton('previous', strings.previous, 'P', () => events.act('previous')),
    toolButton('next', strings.next, 'N', () => events.act('next')),
    toolButton('random', strings.random, 'R', () => events.act('random')),
    toolButton('goTo', strings.goTo, 'G', () => events.act('goTo')),
    element('span', { class: 'gap' }),
    bookmark,
    done,
    question.hasExercise ? toolButton('scratch', strings.scratch, 'S', () => events.act('scratch')) : undefined,
    toolButton('answerSheet', strings.answerSheet, 'A', () => events.act('answerSheet')),
    toolButton('source', strings.source, 'O', () => events.act('source')),
    toolButton('copy', strings.copy, 'C', () => events.act('copy')),
    toolButton('keys', strings.keys, '?', events.keys),
  );
  const scratchCall = question.hasExercise
    ? button(strings.scratch, 'secondary', () => events.act('scratch'), 'S')
    : undefined;
  if (scratchCall) actions.append(scratchCall);

  const root = element(
    'main',
    {},
    element(
      'header',
      {},
      element(
        'p',
        { class: 'crumbs' },
        element('span', {}, position.topicTitle),
        element('span', { class: 'position' }, format(strings.position, position.number, position.total)),
      ),
      element('h1', { tabindex: '-1' }, question.title),
      facts,
    ),
    withHtml(element('div', { class: 'prompt prose' }), question.prompt),
    hints,
    actions,
    announce,
    answer,
    tools,
  );

  return {
    root,
    setReveal(reveal, revealMode) {
      for (const { name, root: section } of sections) section.hidden = !isRevealed(name, reveal);
      relatedSection.hidden = reveal.stage !== 'depth' || related.length === 0;
      answer.hidden = reveal.stage === 'asked';
      while (hints.children.length < reveal.hints) {
        const number = hints.children.length;
        hints.append(
          element(
            'li',
            {},
            element('span', { class: 'hint-number' }, format(strings.hintNumber, number + 1)),
            withHtml(element('div', { class: 'prose' }), question.hints[number] ?? ''),
          ),
        );
      }
      hints.hidden = reveal.hints === 0;
      const hintsLeft = question.hints.length - reveal.hints;
      revealButton.hidden = reveal.stage !== 'asked';
      stepButton.hidden = reveal.stage === 'depth';
      setLabel(stepButton, reveal.stage === 'answer' ? strings.nextStep : strings.stepByStep);
      setLabel(hintButton, format(strings.hint, hintsLeft));
      hintButton.hidden = reveal.stage !== 'asked' || hintsLeft <= 0;
      // Where the user wants steps, the key that reveals takes one.
      setKey(revealButton, revealMode === 'all' ? strings.space : '');
      setKey(stepButton, revealMode === 'all' && reveal.stage === 'asked' ? `⇧ ${strings.space}` : strings.space);
      revealButton.classList.toggle('primary', revealMode === 'all');
      stepButton.classList.toggle('primary', revealMode === 'stepByStep' || reveal.stage === 'answer');
      if (scratchCall) scratchCall.hidden = reveal.stage !== 'asked';
      actions.hidden = reveal.stage === 'depth';
      // 'In depth' is asked for below the answer, not above it.
      (reveal.stage === 'answer' ? answer : hints).after(actions);
      announce.textContent = reveal.stage === 'asked' ? '' : strings.answerShown;
    },
    setMarks(marks) {
      setPressed(bookmark, marks.bookmarked, marks.bookmarked ? strings.removeBookmark : strings.bookmark, 'B');
      setPressed(done, marks.done, marks.done ? strings.notDone : strings.done, 'D');
    },
    answerHeading(reveal) {
      if (reveal.stage === 'asked') return undefined;
      const wanted = reveal.stage === 'answer' ? 'Answer' : undefined;
      return (sections.find(({ name }) => name === wanted) ?? sections[0])?.heading;
    },
  };
}

/** Builds the page for a question that is gone. */
export function missingView(message: Missing, strings: PanelStrings, events: ViewEvents): HTMLElement {
  const { nearest } = message;
  const actions = element('div', { class: 'actions' });
  if (nearest) {
    actions.append(button(format(strings.openInstead, nearest.title), 'primary', () => events.open(nearest.question)));
  }
  actions.append(
    button(strings.goTo, nearest ? 'secondary' : 'primary', () => events.act('goTo')),
    button(strings.random, 'secondary', () => events.act('random')),
  );
  return element('main', {}, element('h1', { tabindex: '-1' }, message.message), actions);
}

function button(label: string, kind: 'primary' | 'secondary', run: () => void, key = ''): HTMLButtonElement {
  const made = element(
    'button',
    { type: 'button', class: `button ${kind}` },
    element('span', { class: 'label' }, label),
    element('kbd', { 'aria-hidden': 'true' }, key),
  );
  setKey(made, key);
  made.addEventListener('click', run);
  return made;
}

function setLabel(target: HTMLButtonElement, label: string): void {
  target.querySelector('.label')!.textContent = label;
}

function setKey(target: HTMLButtonElement, key: string): void {
  const shown = target.querySelector('kbd')!;
  shown.textContent = key;
  shown.hidden = key === '';
}

function toolButton(name: IconName, label: string, key: string, run: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: `tool tool-${name}` }, icon(name));
  describe(made, label, key);
  made.addEventListener('click', run);
  return made;
}

function setPressed(target: HTMLButtonElement, pressed: boolean, label: string, key: string): void {
  target.classList.toggle('pressed', pressed);
  describe(target, label, key);
}

function describe(target: HTMLButtonElement, label: string, key: string): void {
  target.title = `${label} (${key})`;
  target.setAttribute('aria-label', label);
  target.setAttribute('aria-keyshortcuts', key);
}
