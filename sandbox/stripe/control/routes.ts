import { StripeApiError, invalidRequest } from '../engine/errors.ts';
import type { Kind } from '../engine/objects/tables.ts';
import { integer, isParams, requiredText } from '../engine/params.ts';
import type { Params } from '../engine/params.ts';
import type { UnknownRequest } from '../http/api.ts';
import type { Exchange, Reply } from '../http/exchange.ts';
import { json, page, seeOther } from '../http/exchange.ts';
import { decodeForm } from '../http/form.ts';
import type { Controls } from './controls.ts';
import { controlPage } from './page.ts';

type Action = (controls: Controls, params: Params) => object;

/** `POST /_sandbox/<name>` with a form or JSON; new faults are added here. */
const ACTIONS: Record<string, Action> = {
  advance: (controls, params) => ({ now: controls.advance(integer(params, 'seconds') ?? 0) }),
  redeliver: (controls, params) => ({
    deliveries: controls.redeliver(requiredText(params, 'event')),
  }),
  'retry-deliveries': (controls) => {
    controls.retryDeliveries();
    return {};
  },
  'pause-delivery': (controls) => {
    controls.faults.pause();
    return controls.faults.state();
  },
  'resume-delivery': (controls) => {
    controls.faults.resume();
    return controls.faults.state();
  },
  'drop-next': (controls, params) => {
    controls.faults.drop(integer(params, 'count') ?? 1);
    return controls.faults.state();
  },
  'duplicate-next': (controls, params) => {
    controls.faults.duplicate(integer(params, 'count') ?? 1);
    return controls.faults.state();
  },
  'close-dispute': (controls, params) => {
    const result = requiredText(params, 'result');
    if (result !== 'won' && result !== 'lost')
      throw invalidRequest('Invalid result: must be won or lost', 'result');
    controls.closeDispute(requiredText(params, 'dispute'), result);
    return {};
  },
  'open-dispute': (controls, params) => {
    controls.openDispute(requiredText(params, 'charge'));
    return {};
  },
  'replace-card': (controls, params) => ({
    payment_method: controls.replaceCard(
      requiredText(params, 'customer'),
      requiredText(params, 'number'),
    ),
  }),
  reset: (controls) => {
    controls.reset();
    return {};
  },
};

/** Answers everything under `/_sandbox`. */
export function answerControl(
  controls: Controls,
  exchange: Exchange,
  unknown: UnknownRequest[],
): Reply {
  const { method, path } = exchange;
  if (method === 'GET' && (path === '/_sandbox' || path === '/_sandbox/')) {
    return page(200, controlPage(controls));
  }
  if (method === 'GET' && path === '/_sandbox/state') return json(200, state(controls, unknown));
  const name = path.slice('/_sandbox/'.length);
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (method !== 'POST' || !action) {
    return json(404, {
      error: { type: 'invalid_request_error', message: `No such control: ${method} ${path}` },
    });
  }
  try {
    const isJson = exchange.headers['content-type']?.startsWith('application/json') ?? false;
    const params: Params = isJson ? jsonParams(exchange.body) : decodeForm(exchange.body);
    const result = action(controls, params);
    const isBrowser = exchange.headers.accept?.includes('text/html') ?? false;
    return isBrowser ? seeOther('/_sandbox/') : json(200, result);
  } catch (error) {
    if (error instanceof StripeApiError) return json(error.details.status, error.body());
    if (error instanceof SyntaxError) {
      return json(400, { error: { type: 'invalid_request_error', message: error.message } });
    }
    throw error;
  }
}

function jsonParams(body: string): Params {
  const parsed: unknown = JSON.parse(body === '' ? '{}' : body);
  return isParams(parsed) ? parsed : {};
}

/** Everything the sandbox holds, oldest first, for tests. */
function state(controls: Controls, unknownRequests: UnknownRequest[]): object {
  const { engine, faults } = controls;
  const tables: Partial<Record<Kind, object[]>> = {};
  for (const object of engine.store.all()) (tables[object.object] ??= []).push(engine.show(object));
  return { now: engine.now(), faults: faults.state(), unknownRequests, tables };
}
