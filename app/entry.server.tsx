import { PassThrough } from 'node:stream';
import {
  type EntryContext,
  type HandleErrorFunction,
  createReadableStreamFromReadable,
} from '@remix-run/node';
import { RemixServer, isRouteErrorResponse } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import './web/context.ts';

const renderTimeoutMs = 5_000;
export const streamTimeout = renderTimeoutMs;

/** Remix itself would print the whole error, and a failed query's holds people's addresses. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  // A wrong address or method is the asker's own: the answer says so.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  if (!request.signal.aborted) context.services.log.error({ err: error }, 'a page failed');
};

/** Renders a page whole before its first byte: small pages, right status codes, nothing that needs a script to arrive. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer context={context} url={request.url} abortDelay={renderTimeoutMs} />,
      {
        onAllReady() {
          const body = new PassThrough();
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          if (!isbot(request.headers.get('user-agent'))) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
          status = 500;
        },
      },
    );
    setTimeout(abort, renderTimeoutMs + 1_000).unref();
  });
}
