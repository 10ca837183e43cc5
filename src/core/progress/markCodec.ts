import { MARK_TYPES, type MarkEvent } from './marks';

/** First line of each log file; a file of a later version is left alone. */
const HEADER = { format: 'interview-drills-marks', version: 1 };

/** What a log file held, and which lines could not be read (counted from 1). */
export interface DecodedLog {
  readonly events: readonly MarkEvent[];
  readonly damaged: readonly number[];
  /** True when the file was written by a later version of the format. */
  readonly future: boolean;
}

/** Writes a log as JSON lines: a header, then an event a line, each line whole in itself. */
export function encodeMarkLog(events: readonly MarkEvent[]): string {
  return `${[HEADER, ...events].map((line) => JSON.stringify(line)).join('\n')}\n`;
}

/** Reads a log. Never throws: a damaged line costs that line only. */
export function decodeMarkLog(text: string): DecodedLog {
  const events: MarkEvent[] = [];
  const damaged: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const value = parseObject(line);
    if (value?.['format'] === HEADER.format) {
      if (typeof value['version'] === 'number' && value['version'] > HEADER.version) {
        return { events: [], damaged: [], future: true };
      }
      continue;
    }
    const event = value && asEvent(value);
    if (event) events.push(event);
    else damaged.push(index + 1);
  }
  return { events, damaged, future: false };
}

function parseObject(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function asEvent(value: Record<string, unknown>): MarkEvent | undefined {
  const { id, at, question } = value;
  const type = MARK_TYPES.find((known) => known === value['type']);
  if (typeof id !== 'string' || typeof at !== 'number' || !Number.isFinite(at) || typeof question !== 'string' || !type) return undefined;
  return { id, at, question, type };
}
