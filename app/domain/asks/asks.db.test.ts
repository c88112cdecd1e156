import { afterAll, beforeEach, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { newId } from '../../platform/ids.ts';
import type { AskRules } from './ask.ts';
import { listAsks, readAsk, tryAsks } from './list-asks.server.ts';
import { moveAsk, putAskToUse } from './order-asks.server.ts';
import { addAsk, changeAsk } from './write-ask.server.ts';

let product: TestProduct;
const open: TestProduct[] = [];
const actorId = newId();

beforeEach(async () => {
  product = await createTestProduct();
  open.push(product);
});
afterAll(async () => {
  for (const one of open) await one.close();
});

const words = (name: string, rules: AskRules = {}) => ({
  frequency: 'once' as const,
  ...{ actorId, reason: '', name, rules },
  ...{ heading: { en: name, uk: `${name} uk` }, body: { en: 'Body', uk: 'Текст' } },
});
async function add(name: string, rules: AskRules = {}): Promise<string> {
  return (await addAsk(product.services, words(name, rules))).askId;
}
const names = async () =>
  (await listAsks(product.services))
    .map((ask) => (ask.isActive ? ask.name : `(${ask.name})`))
    .join(' ');

it('stand in an order in which each can be moved by one, and edges hold', async () => {
  const { services } = product;
  const [a, b, c] = [await add('a'), await add('b'), await add('c')];
  const move = (askId: string, to: 'up' | 'down') => moveAsk(services, { actorId, askId, to });
  expect(await move(c, 'up')).toMatchObject({ ok: true });
  expect(await names()).toBe('a c b');
  expect(await move(a, 'up')).toMatchObject({ reason: 'at_the_edge' });
  expect(await move(b, 'down')).toMatchObject({ reason: 'at_the_edge' });
  expect(await move(newId(), 'up')).toMatchObject({ reason: 'gone' });
  await Promise.all([move(a, 'down'), move(b, 'up'), move(c, 'down')]);
  expect((await names()).split(' ').sort().join('')).toBe('abc');
});

it('step over those that are out of use, and come back where they were', async () => {
  const { services } = product;
  const [a, b, c] = [await add('a'), await add('b'), await add('c')];
  const use = (askId: string, isActive: boolean) =>
    putAskToUse(services, { actorId, askId, isActive });
  expect(await use(b, false)).toMatchObject({ ok: true });
  expect(await use(b, false)).toMatchObject({ ok: true });
  expect(await names()).toBe('a c (b)');
  await moveAsk(services, { actorId, askId: c, to: 'up' });
  expect(await names()).toBe('c a (b)');
  await use(b, true);
  expect(await names()).toBe('c b a');
  expect(await use(newId(), true)).toMatchObject({ reason: 'gone' });
  const { rows } = await services.database.pool.query<{ action: string }>(
    'select action from audit_entries where subject_id = $1 order by at, id',
    [b],
  );
  expect(rows.map((row) => row.action)).toEqual(['ask.added', 'ask.retired', 'ask.returned']);
  expect(a).not.toBe(c);
});

it('are changed with what was before kept in the audit log', async () => {
  const { services } = product;
  const askId = await add('old', { anyTags: ['war'] });
  expect(await changeAsk(services, { ...words('new'), askId })).toMatchObject({ ok: true });
  expect(await readAsk(services, askId)).toMatchObject({ name: 'new', rules: {} });
  expect(await changeAsk(services, { ...words('x'), askId: newId() })).toMatchObject({
    reason: 'gone',
  });
  const { rows } = await services.database.pool.query(
    "select before, after from audit_entries where action = 'ask.changed'",
  );
  expect(rows).toMatchObject([
    { before: { name: 'old', rules: { anyTags: ['war'] } }, after: { name: 'new', rules: {} } },
  ]);
});

it('can be tried: one stands, the others say why they do not', async () => {
  const [war, any, late] = [
    await add('war', { anyTags: ['war'] }),
    await add('any'),
    await add('z'),
  ];
  await putAskToUse(product.services, { actorId, askId: late, isActive: false });
  const page = { tags: ['river'], sectionSlug: 'land', isSensitive: false };
  const tried = (isPatron: boolean, tags = page.tags) =>
    tryAsks(product.services, {
      page: { ...page, tags },
      reader: { isPatron, country: null, browser: null },
    });
  expect(await tried(false)).toEqual([
    { id: war, name: 'war', outcome: 'no', because: ['tag_missing'] },
    { id: any, name: 'any', outcome: 'stands', because: [] },
    { id: late, name: 'z', outcome: 'no', because: ['inactive'] },
  ]);
  expect((await tried(false, ['war'])).map((one) => one.outcome)).toEqual([
    'stands',
    'later',
    'no',
  ]);
  expect((await tried(true)).map((one) => one.because)).toEqual([
    ['reader_is_patron', 'tag_missing'],
    ['reader_is_patron'],
    ['inactive', 'reader_is_patron'],
  ]);
});
