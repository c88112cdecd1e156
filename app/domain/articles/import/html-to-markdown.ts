import TurndownService from 'turndown';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { tableRules } from './html-tables.ts';

/**
 * Turns a document as Word, Google Docs and web pages put it on the clipboard into Markdown. It is
 * read, never run or shown; what is not text, structure or a link to the web is left behind.
 * `unreadable`: longer or deeper than any document that somebody wrote.
 */
export function htmlToMarkdown(html: string, pictureWord: string): Result<string, 'unreadable'> {
  const source = html
    // Pictures inside a document are most of its weight.
    .replace(/\bdata:[a-z0-9/+.-]+;base64,[a-z0-9+/=\s]*/gi, '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
  if (source.length > longest || depthOf(source) > deepest) return fail('unreadable');
  return ok(tidy(converter(pictureWord).turndown(source)));
}

/** Some three hundred pages. */
const longest = 2_000_000;
/** Deeper than any document that somebody wrote: the library calls itself for each level. */
const deepest = 300;

/** How deep elements stand in each other, at most; of those that end by themselves none is counted. */
function depthOf(html: string): number {
  let depth = 0;
  let most = 0;
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (/^(p|li|td|th|tr|dd|dt|br|hr|img|meta|link|col|input|wbr|o|option)$/i.test(name)) continue;
    depth = end ? Math.max(0, depth - 1) : depth + 1;
    most = Math.max(most, depth);
  }
  return most;
}

/** What isn't text, or isn't the document's. Deletions that were tracked are gone. */
const dropped =
  /^(script|style|title|head|noscript|template|iframe|object|embed|canvas|audio|video|form|select|button|textarea|input|map|link|meta|del)$/i;

function converter(pictureWord: string): TurndownService {
  const service = new TurndownService({
    ...{ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-', hr: '---' },
    ...{ emDelimiter: '*', strongDelimiter: '**' },
  });
  const escape = service.escape.bind(service);
  service.escape = (text) =>
    escape(text)
      .replace(/<(?=[a-z/!?])/gi, '\\<')
      .replace(/~~/g, '\\~~');
  service.addRule('styled', {
    filter: (node) => /^(B|STRONG|I|EM|SPAN|FONT)$/.test(node.nodeName),
    replacement: (content, node) => emphasise(content, node),
  });
  service.addRule('struck', {
    filter: (node) => /^(S|STRIKE)$/.test(node.nodeName),
    replacement: (content) => (content.trim() === '' ? content : `~~${content}~~`),
  });
  service.addRule('heading', {
    filter: (node) =>
      /^H[1-6]$/.test(node.nodeName) || /(^|\s)(MsoTitle|title)(\s|$)/.test(node.className),
    replacement(content, node) {
      const level = /^H[1-6]$/.test(node.nodeName) ? Number(node.nodeName[1]) : 1;
      const line = oneLine(content);
      return line === '' ? '' : `\n\n${'#'.repeat(level)} ${line}\n\n`;
    },
  });
  service.addRule('link', {
    filter: 'a',
    replacement(content, node) {
      const target = node.getAttribute('href') ?? '';
      if (target.startsWith('#cmnt')) return '';
      const address = webAddress(target);
      const line = oneLine(content);
      return address === null || line === '' ? content : `[${line}](${address})`;
    },
  });
  service.addRule('picture', {
    filter: (node) => /^(img|svg)$/i.test(node.nodeName),
    replacement(_, node) {
      const alt = oneLine(node.getAttribute('alt') ?? '');
      return `\n\n\\[${pictureWord}${alt === '' ? '' : `: ${service.escape(alt)}`}\\]\n\n`;
    },
  });
  service.addRule('quoted', {
    filter: (node) => /\bMso(Intense)?Quote\b/.test(node.className),
    replacement: (content) => `\n\n${content.trim().replace(/^/gm, '> ')}\n\n`,
  });
  // Google's lists put a deeper list beside its item, not into it.
  service.addRule('deeper list', {
    filter: (node) => isList(node) && node.parentNode !== null && isList(node.parentNode),
    replacement: (content) => `\n${content.trim().replace(/^(?=.)/gm, '    ')}\n`,
  });
  service.addRule('list item of Word', {
    filter: (node) => node.nodeName === 'P' && wordListLevel(node) > 0,
    replacement(content, node) {
      const element = node;
      const mark = Array.from(element.querySelectorAll('span')).find((span) =>
        /mso-list:\s*ignore/i.test(styleOf(span)),
      );
      const isOrdered = /^\s*\(?(\d+|[a-z]{1,4})[.)]/i.test(mark?.textContent ?? '');
      const indent = '    '.repeat(wordListLevel(element) - 1);
      return `\n${indent}${isOrdered ? '1. ' : '- '}${oneLine(content)}\n`;
    },
  });
  tableRules(service);
  // The last rule comes first: what is left out is left out whatever it is.
  service.addRule('left out', { filter: isLeftOut, replacement: () => '' });
  return service;
}

function emphasise(content: string, node: HTMLElement): string {
  const inner = content.trim();
  // Marks around several paragraphs would be shown as they are.
  if (inner === '' || /\n\s*\n/.test(inner)) return content;
  const isPlain = isWithin(node, (each) => /^(H[1-6]|TH|PRE|CODE)$/.test(each.nodeName));
  if (isPlain) return content;
  const marks =
    (isBold(node) && !isWithin(node, isBold) ? '**' : '') +
    (isItalic(node) && !isWithin(node, isItalic) ? '*' : '');
  const [before = '', after = ''] = [/^\s*/.exec(content)?.[0], /\s*$/.exec(content)?.[0]];
  return `${before}${marks}${inner}${marks}${after}`;
}

function isBold(node: HTMLElement): boolean {
  const weight = /font-weight:\s*([a-z0-9]+)/i.exec(styleOf(node))?.[1];
  if (weight) return /^(bold|bolder|[6-9]00)$/i.test(weight);
  return node.nodeName === 'B' || node.nodeName === 'STRONG';
}

function isItalic(node: HTMLElement): boolean {
  const style = /font-style:\s*([a-z]+)/i.exec(styleOf(node))?.[1];
  if (style) return /^(italic|oblique)$/i.test(style);
  return node.nodeName === 'I' || node.nodeName === 'EM';
}

function isWithin(node: HTMLElement, is: (each: HTMLElement) => boolean): boolean {
  for (let each = node.parentNode; each?.nodeType === 1; each = each.parentNode) {
    if (is(each as HTMLElement)) return true;
  }
  return false;
}

/** Text that no reader of the document was to see: hidden, comments in the margin, Word's own marks. */
function isLeftOut(node: HTMLElement): boolean {
  if (dropped.test(node.nodeName)) return true;
  const style = styleOf(node);
  if (/display:\s*none|mso-hide:\s*all|mso-list:\s*ignore|mso-element:\s*comment/i.test(style))
    return true;
  if (/\bMsoComment/.test(node.className)) return true;
  return (
    node.nodeName === 'P' &&
    (node.querySelector('a')?.getAttribute('href') ?? '').startsWith('#cmnt_ref')
  );
}

/** Only http, https and mailto; Google's detour over its own address is undone. null = no such address. */
function webAddress(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  const beyond =
    /(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url'
      ? url.searchParams.get('q')
      : null;
  if (beyond !== null && beyond !== href) return webAddress(beyond);
  if (!/^(https?|mailto):$/.test(url.protocol)) return null;
  return url.href.replace(
    /[()<>\\\s]/g,
    (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

function wordListLevel(node: HTMLElement): number {
  const level = /mso-list:[^;]*\blevel(\d)/i.exec(styleOf(node))?.[1];
  return level ? Math.max(1, Number(level)) : 0;
}

const styleOf = (node: Element) => node.getAttribute('style') ?? '';
const isList = (node: Node) => node.nodeName === 'UL' || node.nodeName === 'OL';
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function tidy(markdown: string): string {
  return (
    markdown
      // Bold that Word and Google cut into pieces is one again.
      .replace(/(?<![\\*])\*{4}(?!\*)/g, '')
      .replace(/[ \u00a0]{2,}/g, (run) => (run.includes('\u00a0') ? ' ' : run))
      .replace(/^[ \u00a0]+$/gm, '')
      // One space at a line's end means nothing, and two before a blank line neither.
      .replace(/(?<! ) $/gm, '')
      .replace(/ +\n\n/g, '\n\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}
