import { type Result, fail, ok } from '../../../kernel/result.ts';
import { plainText } from '../markdown.ts';
import { cleanMarkdown, takeHeadline } from './clean-markdown.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';

/** A document as an article begins with it. */
export interface ImportedDocument {
  readonly headline: string;
  /** Markdown as the editor takes it: without raw HTML, and without blocks of ours. */
  readonly body: string;
}

export type ImportFault = 'empty' | 'unreadable' | 'too_long';

const headlineLimit = 199;
/** In characters: what the editor's form carries, in any alphabet. */
const bodyLimit = 150_000;
/** Some three hundred pages of words. */
const longest = 600_000;

/**
 * Reads a pasted or uploaded text. Nothing of it is trusted.
 * @param input.pictureWord what stands where the document had a picture: "Picture"
 */
export function readDocument(input: {
  readonly content: string;
  readonly kind: 'html' | 'text';
  readonly pictureWord: string;
}): Result<ImportedDocument, ImportFault> {
  const { content, kind, pictureWord } = input;
  if (kind === 'text' && content.length > longest) return fail('too_long');
  const front = kind === 'text' ? takeFrontMatter(content) : { title: null, rest: content };
  const markdown =
    kind === 'html'
      ? htmlToMarkdown(content, pictureWord)
      : ok(withoutExtras(front.rest, pictureWord));
  if (!markdown.ok) return markdown;
  const { headline, rest } = takeHeadline(markdown.value);
  const body = cleanMarkdown(rest);
  const title = headline ?? front.title ?? cut(plainText(body.split(/\n\s*\n/)[0] ?? ''));
  if (title === '') return fail('empty');
  if (body.length > bodyLimit) return fail('too_long');
  return ok({ headline: cut(title), body });
}

/** Does a text that was pasted as it is look like the source of a page? */
export function looksLikeHtml(text: string): boolean {
  return /^\s*<(!doctype html|html|head|body|meta|p|div|h[1-6]|b|span|article|section|ul|ol|table)[\s>]/i.test(
    text,
  );
}

/** What tools for Markdown put into files, and readers never see. */
function withoutExtras(text: string, pictureWord: string): string {
  return withoutComments(text)
    .replace(/<br\s*\/?>/gi, '  \n')
    .replace(
      /(?<!\\)!\[([^\]\n]{0,500})\]\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,200}){0,3}\)/g,
      (_match, alt: string) => `\\[${pictureWord}${alt.trim() === '' ? '' : `: ${alt.trim()}`}\\]`,
    );
}

function withoutComments(text: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) break;
    kept.push(text.slice(at, start));
    at = end + 3;
  }
  return kept.join('') + text.slice(at);
}

/** The block of facts with which files of static sites begin. */
function takeFrontMatter(text: string): { title: string | null; rest: string } {
  const found = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  if (!found || !/^[\w-]+:/m.test(found[1] ?? '')) return { title: null, rest: text };
  const title = /^title:[ \t]*(.+)$/m
    .exec(found[1] ?? '')?.[1]
    ?.trim()
    .replace(/^(["'])(.*)\1$/, '$2');
  return { title: title ?? null, rest: text.slice(found[0].length) };
}

/** As much as a headline may hold, up to a word's end. */
function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= headlineLimit) return line;
  const short = line.slice(0, headlineLimit);
  return `${short.slice(0, Math.max(short.lastIndexOf(' '), headlineLimit / 2)).trim()}…`;
}
