import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deriveSchema } from './derive/derive-schema.ts';
import { formatSchema } from './derive/format-schema.ts';
import { recordRoutes } from './derive/sdk-routes.ts';
import { matchOperation, operations } from './operations.ts';
import { schema } from './schema.ts';

describe('schema.json', () => {
  it('is what the generator makes of the installed SDK', async () => {
    const committed = readFileSync(new URL('./schema.json', import.meta.url), 'utf8');
    const derived = formatSchema(await deriveSchema());
    // Compared as a whole first: a difference of 900 kB is not worth printing.
    const same = derived === committed.replaceAll('\r\n', '\n');
    expect(same, 'run: npx tsx sandbox/stripe/conformance/generate.ts').toBe(true);
  }, 60_000);

  it('mentions no type that it does not describe', () => {
    const expressions = [
      ...Object.values(schema.types).flatMap((type) =>
        typeof type === 'string' ? [type] : Object.values(type),
      ),
      ...schema.operations.flatMap(({ params, response }) => [params ?? 'never', response]),
      ...Object.values(schema.objects),
      ...Object.values(schema.deleted),
      ...Object.values(schema.events),
    ];
    const names = expressions.flatMap(
      (expression) => expression.replaceAll(/'[^']*'/g, '').match(/\b[A-Z][\w.]*/g) ?? [],
    );
    const constructors = ['Array', 'Map', 'Emptyable', 'ApiList', 'ApiSearchResult', 'OtherString'];
    const missing = new Set(
      names.filter((name) => !constructors.includes(name) && schema.types[name] === undefined),
    );
    expect([...missing]).toEqual([]);
  });
});

describe('operations', () => {
  it('match every route that the SDK calls', async () => {
    const methods = operations.map(({ name, path }) => ({
      name,
      ids: path.split('{').length - 1,
    }));
    for (const [name, route] of await recordRoutes(methods, 'id 1/a')) {
      const match = matchOperation(route.method, route.path);
      expect(match?.operation.name).toBe(name);
      for (const value of Object.values(match?.pathParams ?? {})) expect(value).toBe('id 1/a');
    }
  });

  it('name their path parameters', () => {
    expect(matchOperation('GET', '/v1/customers/cus_1')).toMatchObject({
      operation: { name: 'customers.retrieve', path: '/v1/customers/{customer}' },
      pathParams: { customer: 'cus_1' },
    });
  });

  it('tell a literal segment from an id', () => {
    expect(matchOperation('POST', '/v1/invoices/create_preview')?.operation.name).toBe(
      'invoices.createPreview',
    );
    expect(matchOperation('POST', '/v1/invoices/in_1')?.operation.name).toBe('invoices.update');
  });

  it('do not match what Stripe does not have', () => {
    expect(matchOperation('GET', '/v1/invoices/upcoming/lines/x')).toBeNull();
    expect(matchOperation('PUT', '/v1/customers/cus_1')).toBeNull();
    expect(matchOperation('GET', '/v1/customers/')).toBeNull();
  });
});
