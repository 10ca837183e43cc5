import type axe from 'axe-core';
import type { Frame } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { repositoryRoot } from './hostScripts';

let source: Promise<string> | undefined;

/**
 * Runs axe in a page or frame and returns one line for each violation.
 * @param within a CSS selector; default: the whole document
 */
export async function accessibilityViolations(frame: Frame, within?: string): Promise<string[]> {
  source ??= readFile(path.join(repositoryRoot, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
  // Evaluated, since the panel's content security policy refuses a script element.
  await frame.evaluate(await source);
  const violations = await frame.evaluate(async (selector) => {
    const { axe: run } = globalThis as unknown as { axe: typeof axe };
    const results = await run.run(selector ? { include: [[selector]] } : document);
    return results.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
    }));
  }, within);
  return violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.join('\n  ').replaceAll('\n', '\n  ')}`);
}
