/** The page of the question panel: shows what the host sends, and tells it what the user does. */

import { type Reveal, revealAll, revealHint, revealStep } from '../core/sessions/reveal';
import type { FromPanel, PanelState, PanelStrings, ToPanel } from '../protocol/questionPanel';
import { parsePanelState } from '../protocol/questionPanel';
import { fitDiagrams } from './diagrams';
import { effectOf } from './keys';
import { keysDialog } from './keysDialog';
import { missingView, type QuestionView, questionView, type ViewEvents } from './questionView';

interface VsCodeApi {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: PanelState): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
const app = document.getElementById('app')!;
const strings = JSON.parse(app.dataset['strings']!) as PanelStrings;
const first = JSON.parse(app.dataset['first']!) as ToPanel;

type Show = Extract<ToPanel, { type: 'show' }>;
let shown: { message: Show; view: QuestionView; reveal: Reveal } | undefined;
const dialog = keysDialog(strings);

document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  vscode.postMessage({ type: 'violation', directive: `${violatedDirective} ${blockedURI}` });
});

const events: ViewEvents = {
  reveal: () => setReveal(revealAll),
  step: () => setReveal(revealStep),
  hint: () => setReveal(revealHint),
  keys: () => dialog.showModal(),
  act: (action) => vscode.postMessage({ type: 'action', action }),
  open: (question) => vscode.postMessage({ type: 'open', question }),
};

function setReveal(change: (reveal: Reveal, hintCount: number) => Reveal): void {
  if (!shown) return;
  const reveal = change(shown.reveal, shown.message.question.hints.length);
  if (reveal.stage === shown.reveal.stage && reveal.hints === shown.reveal.hints) return;
  applyReveal(reveal, true);
  vscode.postMessage({ type: 'revealed', reveal });
}

function applyReveal(reveal: Reveal, byUser: boolean): void {
  if (!shown) return;
  const before = shown.reveal;
  shown.reveal = reveal;
  shown.view.setReveal(reveal, shown.message.revealMode);
  fitDiagrams(shown.view.root);
  remember();
  if (!byUser || reveal.stage === before.stage) return;
  // The answer comes into sight and screen readers go on from its heading.
  const heading =
    before.stage === 'answer'
      ? shown.view.root.querySelector<HTMLElement>('.section-in-depth h2')
      : shown.view.answerHeading(reveal);
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'nearest' });
  const top = heading?.getBoundingClientRect().top ?? 0;
  if (top > window.innerHeight * 0.6) heading?.scrollIntoView({ block: 'start' });
}

function remember(): void {
  if (!shown) return;
  const { packId, id } = shown.message.question;
  vscode.setState({ question: { packId, id }, topic: shown.message.position.topic, reveal: shown.reveal });
}

function show(message: Show): void {
  const isSame = shown?.message.question.packId === message.question.packId && shown.message.question.id === message.question.id;
  const view = questionView(message, strings, events);
  shown = { message, view, reveal: message.reveal };
  view.setReveal(message.reveal, message.revealMode);
  view.setMarks(message.marks);
  app.replaceChildren(view.root, dialog);
  fitDiagrams(view.root);
  remember();
  if (!isSame) {
    window.scrollTo(0, 0);
    // Screen readers read the new question; sighted users see no ring, since nothing can be done there.
    if (document.hasFocus()) view.root.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }
}

function receive(message: ToPanel): void {
  switch (message.type) {
    case 'show':
      show(message);
      break;
    case 'missing':
      shown = undefined;
      app.replaceChildren(missingView(message, strings, events), dialog);
      break;
    case 'marks':
      shown?.view.setMarks(message.marks);
      break;
    case 'settings':
      if (!shown) break;
      shown.message = { ...shown.message, revealMode: message.revealMode };
      shown.view.setReveal(shown.reveal, message.revealMode);
      break;
    case 'reveal':
      applyReveal(message.reveal, true);
      break;
    case 'keys':
      if (!dialog.open) dialog.showModal();
      break;
  }
}

window.addEventListener('message', (event: MessageEvent<ToPanel>) => receive(event.data));

window.addEventListener('keydown', (event) => {
  const target = event.target instanceof Element ? event.target : document.body;
  const effect = effectOf({
    key: event.key,
    shift: event.shiftKey,
    modified: event.ctrlKey || event.altKey || event.metaKey,
    onControl: target.closest('button, a[href], summary') !== null,
    inScroller: target.closest('[tabindex="0"]') !== null,
  });
  // An open dialog has the keyboard to itself; the browser closes it on Escape.
  if (!effect || dialog.open) return;
  if (effect.do === 'close') return;
  if (effect.do === 'reveal') {
    // With nothing left to uncover, Space scrolls as on any page.
    if (!shown || shown.reveal.stage === 'depth') return;
    (shown.message.revealMode === 'all' ? events.reveal : events.step)();
  } else if (effect.do === 'action') {
    if (effect.action === 'scratch' && !shown?.message.question.hasExercise) return;
    events.act(effect.action);
  } else {
    events[effect.do]();
  }
  event.preventDefault();
});

// All links go through the host, which decides where they may lead.
document.addEventListener(
  'click',
  (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    vscode.postMessage({ type: 'link', href: link.getAttribute('href')! });
  },
  true,
);

for (const type of ['focus', 'blur']) {
  window.addEventListener(type, () => vscode.postMessage({ type: 'focus', focused: document.hasFocus() }));
}

window.addEventListener('resize', () => shown && fitDiagrams(shown.view.root));

// A page that is loaded anew was made for an earlier question; then the host is asked what to show.
const remembered = parsePanelState(vscode.getState());
const isFresh =
  !remembered ||
  first.type !== 'show' ||
  (remembered.question.id === first.question.id && remembered.question.packId === first.question.packId);
if (isFresh) receive(first);
vscode.postMessage({ type: 'focus', focused: document.hasFocus() });
vscode.postMessage({ type: 'ready', drawn: isFresh });
