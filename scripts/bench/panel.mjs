import { setTimeout as delay } from 'node:timers/promises';
import { rotated, within, withHost } from './host.mjs';
import { median } from './statistics.mjs';
import { CLOSE_KEY } from './subjects.mjs';

const READY_TIMEOUT_MS = 60_000;
const SHOWN_TIMEOUT_MS = 20_000;
/** Between two measurements, so that the one does not see the tail of the other. */
const REST_MS = 400;
/** How often a panel is opened again in each round. */
const LATER = 3;
const FRAME_MS = 1000 / 60;

/**
 * What a frame of the window tells, with times that all frames share.
 * @typedef {{event: 'key', key: string, at: number}
 *   | {event: 'shown', title: string, at: number}
 *   | {event: 'uncovered', ms: number}} Sighting
 */

/**
 * Opens panels by key and uncovers answers by key, each round in a fresh host.
 * @param {import('playwright-core').Browser} browser
 * @param {Awaited<ReturnType<typeof import('./subjects.mjs').writeSubjects>>} subjects
 * @param {{rounds: number}} options
 * @returns {Promise<{panel: import('./statistics.mjs').Report, reveal: import('./statistics.mjs').Report}>}
 */
export async function measurePanel(browser, { warmUp, staticPage, ours }, { rounds }) {
  const [builtIn] = ours;
  const largest = ours.at(-1);
  if (!builtIn || !largest) throw new Error('There is no extension to measure.');
  const subjects = [staticPage, builtIn, largest];
  /** @type {Map<string, number[]>} */
  const samples = new Map();
  for (let round = 0; round < rounds; round++) {
    await withHost(browser, {}, async ({ page }) => {
      const watch = await Watch.start(page);
      await watch.untilReady(warmUp);
      /** @param {string} figure @param {import('./subjects.mjs').Subject} subject @param {number} value */
      const add = (figure, { id }, value) => samples.set(`${figure} ${id}`, [...(samples.get(`${figure} ${id}`) ?? []), value]);
      const order = rotated(subjects, round);
      for (const subject of order) {
        add('first', subject, await watch.open(subject.key, subject.title));
        await watch.closeAll();
      }
      /** @type {Map<string, number[]>} */
      const later = new Map(order.map(({ id }) => [id, []]));
      for (let time = 0; time < LATER; time++) {
        for (const subject of order) {
          later.get(subject.id)?.push(await watch.open(subject.key, subject.title));
          if (time === 0) add('reveal', subject, await watch.uncover());
          if (time === 1 && subject !== staticPage) add('next', subject, await watch.open('n', undefined));
          await watch.closeAll();
        }
      }
      for (const subject of order) add('later', subject, median(later.get(subject.id) ?? []));
    });
    process.stdout.write('.');
  }
  const of = (/** @type {string} */ figure, /** @type {{id: string}} */ { id }) => samples.get(`${figure} ${id}`) ?? [];
  const rows = (/** @type {string} */ figure, /** @type {string} */ words) =>
    subjects.map((subject) => ({ label: `${words}: ${subject.label}`, unit: 'ms', samples: of(figure, subject), baseline: of(figure, staticPage) }));
  const ratio = (/** @type {string} */ figure) => median(of(figure, builtIn)) / median(of(figure, staticPage));
  return {
    panel: {
      title: 'From the key of a command to the page painted',
      rows: [
        ...rows('first', 'first time'),
        ...rows('later', 'panel opened again'),
        ...[builtIn, largest].map((subject) => ({ label: `next question, same panel: ${subject.label}`, unit: 'ms', samples: of('next', subject), baseline: of('later', staticPage) })),
      ],
      aims: [
        { label: 'first question visible, against a static webview', value: ratio('first'), atMost: 1.15, unit: 'x' },
        { label: 'later question visible, against a static webview', value: ratio('later'), atMost: 1.15, unit: 'x' },
      ],
    },
    reveal: {
      title: 'From the key to the answer laid out',
      rows: [
        ...rows('reveal', 'Space'),
        ...subjects.map((subject) => ({ label: `in frames of 60 Hz: ${subject.label}`, unit: 'frames', samples: of('reveal', subject).map((ms) => ms / FRAME_MS) })),
      ],
      aims: [{ label: 'answer after the key', value: median(of('reveal', builtIn)) / FRAME_MS, atMost: 1, unit: ' frames' }],
    },
  };
}

/** Presses keys in a window and learns from its frames when what they ask for can be seen. */
class Watch {
  /** @type {(sighting: Sighting) => void} */
  #tell = () => {};

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
  }

  /** @param {import('playwright-core').Page} page */
  static async start(page) {
    const watch = new Watch(page);
    await page.exposeFunction('drillBench', (/** @type {Sighting} */ sighting) => watch.#tell(sighting));
    // For the frames to come, and for the window that is there already.
    await page.addInitScript(watchFrame);
    await page.evaluate(watchFrame);
    return watch;
  }

  /** Waits until the keys of the extensions are known and a first panel was shown. @param {import('./subjects.mjs').Subject} warmUp */
  async untilReady(warmUp) {
    await this.page.locator('.part.statusbar .statusbar-item').first().waitFor({ timeout: READY_TIMEOUT_MS });
    const deadline = Date.now() + READY_TIMEOUT_MS;
    for (;;) {
      try {
        await this.open(warmUp.key, warmUp.title, 4_000);
        break;
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
    }
    await this.closeAll();
    await delay(3_000);
  }

  /**
   * Presses a key; resolves to the ms from then until a page with this title (or a new one) is painted.
   * @param {string} key
   * @param {string | undefined} title
   */
  async open(key, title, timeout = SHOWN_TIMEOUT_MS) {
    const last = key.split('+').at(-1);
    let pressed = Number.NaN;
    /** @type {Promise<number>} */
    const shown = new Promise((resolve) => {
      this.#tell = (sighting) => {
        if (sighting.event === 'key' && sighting.key === last) pressed = sighting.at;
        if (sighting.event === 'shown' && (title === undefined || sighting.title === title)) resolve(sighting.at);
      };
    });
    await this.page.keyboard.press(key);
    const at = await within(shown, timeout, `Showing '${title ?? 'another question'}'`);
    await delay(REST_MS);
    return at - pressed;
  }

  /** Presses Space; resolves to the ms from then until the answer is laid out. */
  async uncover() {
    /** @type {Promise<number>} */
    const uncovered = new Promise((resolve) => {
      this.#tell = (sighting) => sighting.event === 'uncovered' && resolve(sighting.ms);
    });
    await this.page.keyboard.press('Space');
    const ms = await within(uncovered, SHOWN_TIMEOUT_MS, 'Uncovering the answer');
    await delay(REST_MS);
    return ms;
  }

  async closeAll() {
    await this.page.keyboard.press(CLOSE_KEY);
    await this.page.locator('iframe.webview').waitFor({ state: 'detached' });
    await delay(REST_MS);
  }
}

/**
 * Runs in every frame; must stand alone. A webview is a frame whose inner frame, 'active-frame', holds the page once it
 * is shown; VS Code writes it anew and thereby ends whatever ran inside, so the outer one looks. It looks once a frame,
 * which costs each subject the same.
 */
function watchFrame() {
  const scope = /** @type {any} */ (globalThis);
  let title = '';
  /** @type {number | undefined} */
  let spaceAt;
  const onKey = (/** @type {any} */ event) => {
    const at = event.view.performance.timeOrigin + event.timeStamp;
    scope.drillBench({ event: 'key', key: event.key, at });
    if (event.key === ' ') spaceAt = at;
  };
  const now = () => performance.timeOrigin + performance.now();
  const look = () => {
    scope.requestAnimationFrame(look);
    const inner = scope.document.getElementById('active-frame')?.contentWindow;
    // Adding a listener twice does nothing.
    (inner ?? scope).addEventListener('keydown', onKey, true);
    const laidOut = (/** @type {string} */ selector) => {
      const element = inner?.document.querySelector(selector);
      return element?.getBoundingClientRect().height > 0 ? element : undefined;
    };
    const heading = laidOut('h1')?.textContent ?? title;
    if (heading !== title) {
      title = heading;
      // This callback runs before the frame with the title is painted, the next one after.
      scope.requestAnimationFrame(() => scope.drillBench({ event: 'shown', title: heading, at: now() }));
    }
    if (spaceAt !== undefined && laidOut('.section-answer')) {
      scope.drillBench({ event: 'uncovered', ms: now() - spaceAt });
      spaceAt = undefined;
    }
  };
  look();
}
