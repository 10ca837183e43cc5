import { parseQuestion, type ParsedQuestion, type QuestionFile } from '../../../src/core/questions/parseQuestion';
import type { Problem } from '../../../src/core/questions/problem';
import type { QuestionSummary } from '../../../src/core/questions/question';

/** A question file with every field and every section, to which the built-in lint has no objection. */
export const FULL_QUESTION = `---
id: idempotency-key
title: What does an Idempotency-Key header do?
short: Idempotency-Key
level: intermediate
kind: practical
tags: [http, retries]
technologies: [redis, postgresql]
related: [safe-retries, idempotency]
aliases: [idempotent-post]
exercise: idempotent-endpoint
---
A client times out and sends the payment again.

How do you avoid charging twice?

## Answer

Store the key with the response and replay it.

## In depth

| Step | Who |
| --- | :-: |
| Send the key | client |

\`\`\`mermaid
sequenceDiagram
  accTitle: A retry
  accDescr: The client sends the same key twice.
  A->>B: POST
\`\`\`

## Key points

- The client makes the key
- The server stores key and response
- A retry gets the stored response

## Trade-offs

It costs a write for each request.

## Example

\`\`\`http
POST /payments HTTP/1.1
Idempotency-Key: 42

{"amount": 10}
\`\`\`

\`\`\`json
{"amount": 10}
\`\`\`

## Common mistakes

- Making the key from the body.

## One-liner

Same key, same response.

## Keywords

idempotent, retry, at-least-once

## Hints

1. What does the server remember?
2. Who makes the key?

## Follow-ups

- **How long do you keep it?** A day, as long as clients retry.
- **What if two requests come at once?** A unique index lets one of them win.

## References

RFC 9110, section 9.2.2
`;

/** Reads a text as a file of the category 'apis' in the pack 'backend'. */
export function read(text: string, file = 'apis/idempotency-key.md'): ParsedQuestion {
  return parseQuestion(text, file, 'backend', file.split('/')[0]!);
}

/** Reads a text that must be a question. */
export function readGood(text: string, file?: string): QuestionFile {
  const { parsed, problems } = read(text, file);
  if (!parsed) throw new Error(`No question: ${JSON.stringify(problems)}`);
  return parsed;
}

/** A short file that any pack may hold. */
export function smallQuestion(fields: string, body = 'Prompt.\n\n## Answer\n\nYes.\n'): string {
  return `---\n${fields}\n---\n${body}`;
}

/** A summary with nothing special about it but what a test names. */
export function summary(id: string, more: Partial<QuestionSummary> = {}): QuestionSummary {
  return { packId: 'backend', id, title: `About ${id}`, category: 'apis', tags: [], technologies: [], aliases: [], ...more };
}

export function messages(problems: readonly Problem[]): string[] {
  return problems.map(({ message }) => message);
}

export function places(problems: readonly Problem[]): string[] {
  return problems.map(({ file, line, column }) => `${file}:${line}:${column}`);
}
