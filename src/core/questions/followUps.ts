import { listItems } from './markdownBlocks';

/** What the interviewer asks next, and what to say. `reply` is empty when the author gave none. */
export interface FollowUp {
  readonly question: string;
  readonly reply: string;
}

/** Reads `- **Question?** What to say.` bullets, all Markdown kept. */
export function parseFollowUps(markdown: string): FollowUp[] {
  return listItems(markdown).map((item) => {
    const bold = /^\*\*([\s\S]+?)\*\*\s*([\s\S]*)$/.exec(item);
    return bold
      ? { question: bold[1]!.trim(), reply: bold[2]!.trim() }
      : { question: item, reply: '' };
  });
}
