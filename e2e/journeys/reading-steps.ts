import type { APIRequestContext } from '@playwright/test';
import { readDemoContent } from '../../sandbox/demo/content/read-content.ts';

/** What the demo newsroom publishes. */
export const content = readDemoContent();

/** One answer of the site, as it came. */
export interface Answer {
  readonly address: string;
  readonly status: number;
  readonly body: string;
}

const atOnce = 4;
/** Their links are the same on every visit, one for each story and currency: seen, not followed. */
const leaves = /^(\/uk)?\/(donate|join|sign-in|sign-out)(\.data)?\?/;
const written = /^(text\/|application\/(json|xml|rss\+xml|javascript))/;

/**
 * Every answer that can be reached from some addresses by links, each page with its data address.
 * Pictures are left out.
 * @param isFollowing false takes the starts alone
 */
export async function crawl(
  request: APIRequestContext,
  starts: readonly string[],
  { isFollowing = true } = {},
): Promise<Answer[]> {
  const origin = process.env['E2E_BASE_URL'] ?? '';
  const known = new Set<string>();
  const waiting: string[] = [];
  const answers: Answer[] = [];
  const note = (link: string, from: string) => {
    const url = new URL(link, new URL(from, origin));
    if (url.origin !== origin || url.pathname.startsWith('/media/')) return;
    for (const address of [url.pathname + url.search, dataAddress(url)]) {
      if (address === null || known.has(address)) continue;
      known.add(address);
      waiting.push(address);
    }
  };
  const visit = async () => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const answer = await request.get(address, { maxRedirects: 0 });
      const headers = answer.headers();
      const isWritten = written.test(headers['content-type'] ?? '');
      const body = isWritten ? await answer.text() : '';
      answers.push({ address, status: answer.status(), body });
      if (headers['location']) note(headers['location'], address);
      if (!isFollowing || leaves.test(address)) continue;
      for (const link of linksIn(body)) note(link, address);
    }
  };
  for (const start of starts) note(start, '/');
  // Whoever finds nothing to do ends while others may still find links: hence once more.
  while (waiting.length > 0) await Promise.all(Array.from({ length: atOnce }, visit));
  return answers;
}

/** Where the loaders' data of a page can be had raw; null for what is not a page. */
function dataAddress({ pathname, search }: URL): string | null {
  if (/\.\w+$/.test(pathname)) return null;
  return `${pathname === '/' ? '/_root' : pathname.replace(/\/$/, '')}.data${search}`;
}

function linksIn(body: string): string[] {
  const attributes = body.matchAll(/\s(?:href|src|action)="([^"]*)"/g);
  const elements = body.matchAll(/<(?:loc|link|guid)\b[^>]*>([^<]+)</g);
  const lines = body.matchAll(/^(?:Sitemap|Disallow): (\S+)$/gm);
  return [...attributes, ...elements, ...lines]
    .map(([, link = '']) => link.replaceAll('&amp;', '&').trim())
    .filter((link) => URL.canParse(link, 'http://nowhere'));
}

const named: Record<string, string> = { amp: '&', quot: '"', apos: "'", rsquo: '’', nbsp: ' ' };

/**
 * The words of a text and nothing else, so that no way of escaping or typesetting hides a sentence:
 * JSON and HTML escapes are undone (twice: feeds hold HTML inside XML), tags, punctuation and case
 * taken away.
 */
export function wordsOf(text: string): string {
  const unescape = (escaped: string) =>
    escaped
      .replace(/\\+u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
      .replace(/\\+[nrt]/g, ' ')
      .replace(/&#x([0-9a-f]{1,5});/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
      .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replace(/&(\w+);/g, (entity, name: string) => named[name] ?? entity);
  return unescape(unescape(text))
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .toLowerCase()
    .replace(/['’‘ʼ`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** Every run of six words of a sentence: even a part of it must not get out, as in a search excerpt. */
export function partsOf(sentence: string): string[] {
  const words = wordsOf(sentence).trim().split(' ');
  return words.slice(5).map((_, index) => words.slice(index, index + 6).join(' '));
}

/** The path of a story's page in its own language. */
export function pathOf(slug: string): string {
  const article = content.articles.find((candidate) => candidate.slug === slug);
  if (!article) throw new Error(`There is no story "${slug}"`);
  return `${article.language === 'uk' ? '/uk' : ''}/${article.section}/${slug}`;
}
