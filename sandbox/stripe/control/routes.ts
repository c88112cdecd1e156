import { StripeApiError } from '../engine/errors.ts';
import type { Kind } from '../engine/objects/tables.ts';
import { isParams } from '../engine/params.ts';
import type { Params } from '../engine/params.ts';
import type { UnknownRequest } from '../http/api.ts';
import type { Exchange, Reply } from '../http/exchange.ts';
import { json, page, seeOther } from '../http/exchange.ts';
import { decodeForm } from '../http/form.ts';
import { ACTIONS } from './actions.ts';
import type { Controls } from './controls.ts';
import { refusal } from './guard.ts';
import { controlPage } from './page.ts';
import { problemPage } from './problem-page.ts';
import { STYLES } from './styles.ts';

const DUE_LISTED = 100;

/** Answers everything under `/_sandbox`. */
export function answerControl(
  controls: Controls,
  exchange: Exchange,
  unknown: UnknownRequest[],
): Reply {
  const { method, path } = exchange;
  const refused = refusal(exchange, controls.engine.settings.publicUrl);
  if (refused !== null) return problem(exchange, 403, refused);
  if (method === 'GET' && (path === '/_sandbox' || path === '/_sandbox/')) {
    return page(200, controlPage(controls, unknown));
  }
  if (method === 'GET' && path === '/_sandbox/control.css') {
    return { status: 200, headers: { 'Content-Type': 'text/css; charset=utf-8' }, body: STYLES };
  }
  if (method === 'GET' && path === '/_sandbox/state') return json(200, state(controls, unknown));
  if (method === 'GET' && path === '/_sandbox/due') return json(200, due(controls));
  const name = path.slice('/_sandbox/'.length);
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (method !== 'POST' || !action) {
    return problem(exchange, 404, `No such control: ${method} ${path}`);
  }
  try {
    const result = action(controls, paramsOf(exchange));
    return isBrowser(exchange) ? seeOther('/_sandbox/') : json(200, result);
  } catch (error) {
    if (error instanceof StripeApiError) {
      return isBrowser(exchange)
        ? problem(exchange, error.details.status, error.message)
        : json(error.details.status, error.body());
    }
    if (error instanceof SyntaxError) return problem(exchange, 400, error.message);
    throw error;
  }
}

function problem(exchange: Exchange, status: number, message: string): Reply {
  if (isBrowser(exchange)) return page(status, problemPage(message));
  return json(status, { error: { type: 'invalid_request_error', message } });
}

function isBrowser({ headers }: Exchange): boolean {
  return headers.accept?.includes('text/html') ?? false;
}

function paramsOf({ headers, body }: Exchange): Params {
  if (!(headers['content-type']?.startsWith('application/json') ?? false)) return decodeForm(body);
  const parsed: unknown = JSON.parse(body === '' ? '{}' : body);
  return isParams(parsed) ? parsed : {};
}

/** Everything the sandbox holds, oldest first, for tests. */
function state(controls: Controls, unknownRequests: UnknownRequest[]): object {
  const { engine, faults, apiFaults } = controls;
  const tables: Partial<Record<Kind, object[]>> = {};
  for (const object of engine.store.all()) (tables[object.object] ??= []).push(engine.show(object));
  return {
    now: engine.now(),
    faults: faults.state(),
    apiFaults: apiFaults.state(),
    unknownRequests,
    tables,
  };
}

/** What will happen by itself, and when. */
function due(controls: Controls): object {
  return {
    now: controls.engine.now(),
    due: controls.upcoming(DUE_LISTED).map(({ at, object }) => ({
      at,
      id: object.id,
      object: object.object,
      ...(object.object === 'sandbox.follow_up'
        ? { kind: object.kind, target: object.target, outcome: object.outcome }
        : {}),
    })),
  };
}
