import type { Engine } from '../engine/engine.ts';
import { StripeApiError } from '../engine/errors.ts';
import { API_VERSION } from '../engine/objects/platform.ts';
import type { Params } from '../engine/params.ts';
import type { Conformance } from './conformance.ts';
import type { Exchange, Reply } from './exchange.ts';
import { json } from './exchange.ts';
import { decodeForm } from './form.ts';
import { boundaryOf, decodeMultipart } from './multipart.ts';

/** A request that nothing answers: a test run should fail over one. */
export interface UnknownRequest {
  method: string;
  path: string;
}

/** Where a test run learns what went wrong without an answer saying so. */
export interface ApiObservers {
  unknownRequests: UnknownRequest[];
  conformance: Conformance | null;
}

/** Answers `/v1/...` as Stripe's API does, errors always as `{ error: { ... } }`. */
export function answerApi(
  engine: Engine,
  exchange: Exchange,
  { unknownRequests, conformance }: ApiObservers,
): Reply {
  const { method, path, headers } = exchange;
  try {
    checkKey(headers.authorization);
    checkVersion(headers['stripe-version']);
  } catch (error) {
    if (!(error instanceof StripeApiError)) throw error;
    return json(error.details.status, error.body(), { 'Request-Id': engine.ids.next('req') });
  }
  const key = headers['idempotency-key'];
  const answer = engine.handle({
    method,
    path,
    params: paramsOf(exchange),
    ...(typeof key === 'string' && method === 'POST' ? { idempotencyKey: key } : {}),
  });
  if (answer.unknown) unknownRequests.push({ method, path });
  conformance?.answered(method, path, answer);
  return json(answer.status, answer.body, {
    'Request-Id': answer.requestId,
    'Stripe-Version': API_VERSION,
    ...(typeof key === 'string' ? { 'Idempotency-Key': key } : {}),
    ...(answer.replayed
      ? { 'Idempotent-Replayed': 'true', 'Original-Request': answer.requestId }
      : {}),
  });
}

function paramsOf({ method, query, body, bytes, headers }: Exchange): Params {
  if (method !== 'POST') return decodeForm(query);
  const boundary = boundaryOf(headers['content-type']);
  return boundary === null ? decodeForm(body) : decodeMultipart(bytes, boundary);
}

function checkKey(authorization: string | undefined): void {
  const bearer = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
  const basic = /^Basic (\S+)$/.exec(authorization ?? '')?.[1];
  const key = bearer ?? (basic && Buffer.from(basic, 'base64').toString('utf8').split(':')[0]);
  if (key === undefined || key === '') {
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    );
  }
  if (!/^[sr]k_test_\w+$/.test(key)) {
    throw unauthorized(
      key.startsWith('sk_live_')
        ? 'The sandbox refuses live keys. Use any key that begins with sk_test_.'
        : `Invalid API Key provided: ${key.slice(0, 8)}***`,
    );
  }
}

function checkVersion(version: string | string[] | undefined): void {
  if (version === API_VERSION) return;
  throw new StripeApiError({
    status: 400,
    type: 'invalid_request_error',
    message: `The sandbox speaks API version ${API_VERSION} only; this request asked for ${String(version ?? 'none')}. Set apiVersion in the client.`,
  });
}

function unauthorized(message: string): StripeApiError {
  return new StripeApiError({ status: 401, type: 'invalid_request_error', message });
}
