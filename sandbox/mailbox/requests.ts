import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { readAttachment } from './message.ts';
import { listPage, messagePage, noSuchPage } from './pages.ts';
import type { MessageFilter, MessageStore } from './store.ts';
import { stylesheet } from './stylesheet.ts';

const waitMs = 30_000;
const listLimit = 200;
const fontFiles = /^(literata|onest)-(latin|cyrillic)-wght-normal\.woff2$/;

interface Answer {
  readonly status?: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Record<string, string>;
}

const json = (body: unknown, status = 200): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});
const html = (body: string, status = 200): Answer => ({
  status,
  type: 'text/html; charset=utf-8',
  body,
  headers: {
    // Mails style themselves inline and may show pictures; nothing in them may run.
    'content-security-policy':
      "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data: http: https:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  },
});

/** The mailbox's pages (`/`, `/messages/:id`), every mail there is (`/gallery`), and its API for tests (`/api/...`). */
export function createMailboxHandler(store: MessageStore) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(store, request, response).then(
      ({ status = 200, type, body, headers }) => {
        response
          .writeHead(status, {
            'content-type': type,
            'x-content-type-options': 'nosniff',
            ...headers,
          })
          .end(request.method === 'HEAD' ? undefined : body);
      },
      (error: unknown) => {
        process.stderr.write(`mailbox: ${error instanceof Error ? error.stack : String(error)}\n`);
        response.writeHead(500, { 'content-type': 'text/plain' }).end('Something went wrong.\n');
      },
    );
  };
}

async function answer(
  store: MessageStore,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Answer> {
  // A page elsewhere could otherwise read mails by pointing its own name at this machine.
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) {
    return {
      status: 421,
      type: 'text/plain',
      body: 'This mailbox only answers on this machine.\n',
    };
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [area = '', ...rest] = url.pathname.slice(1).split('/');
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
  if (area === 'api') return answerApi(store, method, rest, url, response);
  if (method !== 'GET')
    return { status: 405, type: 'text/plain', body: 'Only GET is answered here.\n' };
  if (area === '') {
    const to = url.searchParams.get('to') ?? '';
    return html(listPage(store.list({ to }).slice(0, listLimit), to));
  }
  if (area === 'style.css') return { type: 'text/css; charset=utf-8', body: stylesheet };
  if (area === 'fonts' && rest[0]) return (await font(rest[0])) ?? html(noSuchPage(), 404);
  if (area === 'gallery' && rest.length <= 1) {
    // Only now: the templates bring the app's catalogue of messages along.
    const { galleryPage } = await import('../mail-gallery/gallery.ts');
    const shown = galleryPage(rest[0], url.searchParams);
    return shown === null ? html(noSuchPage(), 404) : html(shown);
  }
  if (area === 'messages' && rest[0]) {
    if (rest[1] === 'attachments')
      return (await attachment(store, rest[0], rest[2])) ?? html(noSuchPage(), 404);
    const message = await store.read(rest[0]);
    if (message && rest.length === 1) return html(messagePage(message));
  }
  return html(noSuchPage(), 404);
}

async function answerApi(
  store: MessageStore,
  method: string,
  [what, id]: readonly string[],
  url: URL,
  response: ServerResponse,
): Promise<Answer> {
  const filter = readFilter(url.searchParams);
  if (!filter) return json({ error: 'since must be a date, such as 2026-01-31T12:00:00Z' }, 400);
  if (what === 'wait' && method === 'GET') {
    const gaveUp = new AbortController();
    response.once('close', () => gaveUp.abort());
    const timeout = Math.min(Number(url.searchParams.get('timeout') ?? waitMs) || waitMs, 120_000);
    const found = await store.wait(
      filter,
      AbortSignal.any([gaveUp.signal, AbortSignal.timeout(timeout)]),
    );
    return found
      ? json(await store.read(found.id))
      : json({ error: 'no such message has arrived' }, 408);
  }
  if (what === 'messages' && !id && method === 'GET') {
    const found = store.list(filter).slice(0, listLimit);
    return json(await Promise.all(found.map((entry) => store.read(entry.id))));
  }
  if (what === 'messages' && !id && method === 'DELETE') {
    await store.clear();
    return { status: 204, type: 'text/plain', body: '' };
  }
  if (what === 'messages' && id && method === 'GET') {
    const message = await store.read(id);
    if (message) return json(message);
  }
  return json({ error: 'no such address' }, 404);
}

function readFilter(query: URLSearchParams): MessageFilter | null {
  const since = query.get('since') ? new Date(query.get('since') ?? '') : undefined;
  if (since && Number.isNaN(since.getTime())) return null;
  return { to: query.get('to') ?? undefined, subject: query.get('subject') ?? undefined, since };
}

async function attachment(store: MessageStore, id: string, place = ''): Promise<Answer | null> {
  const raw = await store.readRaw(id);
  const part = raw && (await readAttachment(raw, Number(place)));
  if (!part) return null;
  return {
    // Downloaded, never shown: an attached page must not run on this address.
    type: 'application/octet-stream',
    body: part.content,
    headers: {
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(part.filename)}`,
    },
  };
}

async function font(name: string): Promise<Answer | null> {
  const family = fontFiles.exec(name)?.[1];
  if (!family) return null;
  const file = createRequire(import.meta.url).resolve(
    `@fontsource-variable/${family}/files/${name}`,
  );
  return {
    type: 'font/woff2',
    body: await readFile(file),
    headers: { 'cache-control': 'max-age=86400' },
  };
}
