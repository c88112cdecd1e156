import type { ActionFunctionArgs } from '@remix-run/node';
import { type Receipt, receiveEvent } from '../../webhooks/receive-event.server.ts';

/** Stripe's largest events are some tens of kilobytes. */
const maxBytes = 512 * 1024;

const statuses: Record<Receipt, number> = { stored: 200, seen_before: 200, bad_signature: 400 };

export async function action({ request, context: { services } }: ActionFunctionArgs) {
  if (request.method !== 'POST')
    return new Response(null, { status: 405, headers: { Allow: 'POST' } });
  const signature = request.headers.get('Stripe-Signature');
  if (!signature) return new Response('No signature.\n', { status: 400 });
  const rawBody = await readBody(request);
  if (rawBody === null) return new Response('Too large, or not UTF-8.\n', { status: 400 });
  const receipt = await receiveEvent(services, services.verifyWebhook, { rawBody, signature });
  if (receipt === 'bad_signature') services.log.warn('a webhook with a bad signature was refused');
  return new Response(null, { status: statuses[receipt] });
}

export function loader() {
  return new Response(null, { status: 405, headers: { Allow: 'POST' } });
}

/** The body as it was signed; null when it is too large or not UTF-8. */
async function readBody(request: Request): Promise<string | null> {
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
  } catch {
    return null;
  }
}
