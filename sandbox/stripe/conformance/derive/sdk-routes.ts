import Stripe from 'stripe';
import type { HttpMethod } from '../schema-format.ts';

export interface Route {
  method: HttpMethod;
  path: string;
}

/**
 * Calls SDK methods with an HTTP client that sends nothing and remembers what it was asked for, so
 * that routes are the SDK's own.
 *
 * @param ids what to pass for each id that comes before the params of a method.
 */
export async function recordRoutes(
  methods: readonly { name: string; ids: number }[],
  ids = 'path_id',
): Promise<Map<string, Route>> {
  const requests: Route[] = [];
  const stripe = new Stripe('sk_test_routes', {
    maxNetworkRetries: 0,
    telemetry: false,
    httpClient: {
      getClientName: () => 'recording',
      makeRequest: (_host, _port, path, method) => {
        if (method !== 'GET' && method !== 'POST' && method !== 'DELETE') {
          throw new Error(`Unexpected HTTP method ${method}.`);
        }
        requests.push({ method, path: path.split('?')[0] ?? path });
        return Promise.resolve(emptyAnswer);
      },
    },
  });
  const routes = new Map<string, Route>();
  for (const method of methods) {
    await callByName(stripe, method.name, Array<string>(method.ids).fill(ids));
    const request = requests.pop();
    if (!request) throw new Error(`${method.name} made no request.`);
    routes.set(method.name, request);
  }
  return routes;
}

const emptyAnswer = {
  getStatusCode: () => 200,
  getHeaders: () => ({}),
  getRawResponse: () => ({}),
  toStream: () => ({}),
  toJSON: () => Promise.resolve({ object: 'list', data: [], has_more: false }),
};

/** Only files.create looks at its params before it sends them: it wants a file. */
const anyParams = { file: { name: 'empty.txt', data: '', type: 'text/plain' } };

/** Calls `stripe.<name>(...ids, params)`. */
async function callByName(stripe: Stripe, name: string, ids: string[]): Promise<void> {
  const keys = name.split('.');
  const method = keys.pop() ?? '';
  let owner: object = stripe;
  for (const key of keys) {
    const next: unknown = Reflect.get(owner, key);
    if (typeof next !== 'object' || next === null) throw new Error(`No SDK resource ${name}.`);
    owner = next;
  }
  const call: unknown = Reflect.get(owner, method);
  if (typeof call !== 'function') throw new Error(`No SDK method ${name}.`);
  await Reflect.apply(call, owner, [...ids, anyParams]);
}

/** `/v1/invoices/path_id/lines/path_id` -> `/v1/invoices/{invoice}/lines/{line}`. */
export function namePathParams(path: string, ids = 'path_id'): string {
  const segments = path.split('/');
  return segments
    .map((segment, index) =>
      segment === ids ? `{${(segments[index - 1] ?? '').replace(/s$/, '')}}` : segment,
    )
    .join('/');
}
