/** A few assertions for both extension hosts; the web worker has no node:assert. */

export function fail(message: string): never {
  throw new Error(message);
}

export function ok(value: unknown, message = 'Expected something true'): asserts value {
  if (!value) fail(message);
}

export function equal<T>(actual: T, expected: T, about = ''): void {
  if (!Object.is(actual, expected)) fail(`${about}\n  actual:   ${show(actual)}\n  expected: ${show(expected)}`.trim());
}

/** Compares what JSON can tell of two values; sets count as their sorted elements, and no order of keys. */
export function deepEqual<T>(actual: T, expected: T, about = ''): void {
  equal(show(actual), show(expected), about);
}

export function match(actual: string | undefined, pattern: RegExp, about = ''): void {
  if (actual === undefined || !pattern.test(actual)) fail(`${about} ${show(actual)} does not match ${String(pattern)}`.trim());
}

export function noMatch(actual: string, pattern: RegExp, about = ''): void {
  const found = pattern.exec(actual);
  if (found) fail(`${about} ${String(pattern)} matches ${show(found[0])}`.trim());
}

export async function rejects(promise: Thenable<unknown>, pattern: RegExp): Promise<void> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => ({ message: error instanceof Error ? error.message : String(error) }),
  );
  ok(outcome, 'Expected a rejection');
  match(outcome.message, pattern);
}

function show(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) => plain(part), 2) ?? 'undefined'
  );
}

function plain(part: unknown): unknown {
  if (part === undefined) return '(undefined)';
  if (part instanceof Set) return [...part].toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
