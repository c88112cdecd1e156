import type { IncomingMessage, ServerResponse } from 'node:http';

const MAX_BODY_BYTES = 6_000_000;

/** One HTTP request, read whole. */
export interface Exchange {
  method: string;
  path: string;
  query: string;
  body: string;
  /** The same before it was taken for text. */
  bytes: Buffer;
  headers: IncomingMessage['headers'];
}

export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export async function readExchange(request: IncomingMessage): Promise<Exchange> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > MAX_BODY_BYTES) throw new RangeError('The request is too large');
    chunks.push(bytes);
  }
  const bytes = Buffer.concat(chunks);
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.search.slice(1),
    body: bytes.toString('utf8'),
    bytes,
    headers: request.headers,
  };
}

export function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, {
    'Content-Length': String(Buffer.byteLength(reply.body)),
    ...reply.headers,
  });
  response.end(reply.body);
}

export function json(status: number, body: object, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers },
    body: JSON.stringify(body, null, 2),
  };
}

/** A page with no script and no outside resource, so the policy can be strict. */
export function page(status: number, html: string): Reply {
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'",
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
    body: html,
  };
}

export function seeOther(location: string): Reply {
  return { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' }, body: '' };
}
