import type { MailWords } from '../domain/ports/mail-samples.ts';
import type { Block } from './mail.ts';
import { oneLine } from './plain-words.ts';

export interface WordedContent {
  readonly subject: string;
  readonly blocks: readonly Block[];
  /** What may stand in braces in the newsroom's own words, besides its name. */
  readonly values?: Readonly<Record<string, string>>;
}

/**
 * A mail with the newsroom's own words in it. Facts, links and what the law wants stay as they are:
 * an opening takes the place of the first words only where those are marked as mere thanks.
 */
export function withOwnWords(
  content: WordedContent,
  { newsroom, words }: { readonly newsroom: string; readonly words: MailWords | null | undefined },
): { readonly subject: string; readonly blocks: readonly Block[] } {
  if (!words) return content;
  const values = { newsroom, ...content.values };
  const subject = oneLine(fillIn(words.subject, values)) || content.subject;
  const opening = paragraphs(fillIn(words.opening, values));
  const closing = paragraphs(fillIn(words.closing, values));
  const { blocks } = content;
  const lead = blocks.findIndex((block) => block.kind === 'paragraph' && block.role === 'lead');
  // Without a lead of its own the opening comes behind the greeting.
  const at = lead >= 0 ? lead : isGreeting(blocks[0]) ? 1 : 0;
  const isLeadReplaced = lead >= 0 && opening.length > 0;
  return {
    subject,
    blocks: [
      ...blocks.slice(0, at),
      ...opening,
      ...blocks.slice(isLeadReplaced ? at + 1 : at),
      ...closing,
    ],
  };
}

function isGreeting(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && block.role === 'greeting';
}

/** Only what is known: braces that are not stay, so that no value can bring any of its own. */
function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (typed, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? typed) : typed,
  );
}

/** An empty line begins a paragraph; "[words](https://…)" alone on a line is a link. */
function paragraphs(text: string): Block[] {
  const blocks: Block[] = [];
  for (const part of text.split(/\n\s*\n/)) {
    let lines: string[] = [];
    const close = () => {
      const said = lines.join(' ').trim();
      if (said !== '') blocks.push({ kind: 'paragraph', text: said });
      lines = [];
    };
    for (const line of part.split('\n')) {
      const link = /^\s*\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)\s*$/.exec(line);
      if (!link?.[1] || !link[2] || !URL.canParse(link[2])) {
        lines.push(line.trim());
        continue;
      }
      close();
      blocks.push({ kind: 'link', label: link[1], href: link[2] });
    }
    close();
  }
  return blocks;
}
