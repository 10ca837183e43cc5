import type * as vscode from 'vscode';

const PATIENCE_MS = 8_000;
const POLL_MS = 25;

type Answer<T> = T | undefined | null | false;

/**
 * Waits for something to become true and gives it.
 * @param what for the error when it does not
 * @param events after which to look again; without any, it looks every few milliseconds
 */
export async function until<T>(
  what: string,
  condition: () => Answer<T> | Thenable<Answer<T>>,
  ...events: vscode.Event<never>[]
): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    // Listen before looking, so that nothing happens unheard in between.
    const { happened, dispose } = next(events, deadline - Date.now());
    try {
      const answer = await condition();
      if (answer !== undefined && answer !== null && answer !== false) return answer;
      if (Date.now() >= deadline) throw new Error(`Waited ${PATIENCE_MS} ms in vain: ${what}`);
      await happened;
    } finally {
      dispose();
    }
  }
}

function next(events: readonly vscode.Event<never>[], patience: number): { happened: Promise<void>; dispose: () => void } {
  const subscriptions: vscode.Disposable[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const happened = new Promise<void>((resolve) => {
    for (const event of events) subscriptions.push(event(() => resolve()));
    timer = setTimeout(resolve, events.length > 0 ? Math.max(patience, 0) : POLL_MS);
  });
  return {
    happened,
    dispose: () => {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

/** Gives what settles within a time, or `undefined`. */
export function within<T>(milliseconds: number, promise: Thenable<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), milliseconds);
    promise.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
