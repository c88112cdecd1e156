import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../../sandbox/testing/product.ts';
import { newId } from '../../../platform/ids.ts';
import { creditAsk } from '../find-ask.server.ts';
import { readAsk } from '../list-asks.server.ts';
import { addAsk, changeAsk } from '../write-ask.server.ts';
import { countAskView } from './count-view.server.ts';
import { endAskTest } from './end-ask-test.server.ts';
import { listAskTests } from './read-ask-tests.server.ts';
import { startAskTest } from './start-ask-test.server.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.close());

const actorId = newId();
const act = { actorId, reason: 'to learn' };
const said = (text: string) => ({
  heading: { en: text, uk: `${text} uk` },
  body: { en: 'Body', uk: 'Текст' },
  frequency: 'once' as const,
});
const add = async () =>
  (await addAsk(product.services, { ...act, ...said('A'), name: 'ask', rules: {} })).askId;
const b = { ...said('B'), frequency: 'monthly' as const };
const start = (askId: string, change: object = {}) =>
  startAskTest(product.services, { ...act, askId, shareB: 50, holdBack: 10, b, ...change });

async function counted(askId: string): Promise<Record<string, number>> {
  const { rows } = await product.services.database.pool.query<{ arm: string; sum: number }>(
    `select v.arm, sum(v.browsers)::int as sum from ask_test_views v
     join ask_tests t on t.id = v.test_id where t.ask_id = $1 group by v.arm`,
    [askId],
  );
  return Object.fromEntries(rows.map((row) => [row.arm, row.sum]));
}

describe('a test of an ask', () => {
  it('runs once at a time, whoever begins it at once', async () => {
    const askId = await add();
    const begun = await Promise.all([start(askId), start(askId), start(askId)]);
    expect(begun.filter((one) => one.ok)).toHaveLength(1);
    expect(begun.filter((one) => !one.ok && one.reason === 'runs_already')).toHaveLength(2);
    expect(await start(newId())).toMatchObject({ reason: 'gone' });
    expect(await listAskTests(product.services, askId)).toMatchObject([
      { number: 1, a: said('A'), b, endedAt: null, kept: null },
    ]);
  });

  it('compares something', async () => {
    const askId = await add();
    const nothing = { reason: 'nothing_to_compare' };
    expect(await start(askId, { shareB: 0, holdBack: 0, b: null })).toMatchObject(nothing);
    expect(await start(askId, { b: null })).toMatchObject(nothing);
    expect(await start(askId, { shareB: 0, b: null })).toMatchObject({ ok: true });
    expect(await endAskTest(product.services, { ...act, askId, keep: 'b' })).toMatchObject({
      reason: 'no_such_variant',
    });
  });

  it('keeps the words of the ask as they are, and its rules free', async () => {
    const askId = await add();
    await start(askId);
    const change = (words: object) =>
      changeAsk(product.services, {
        ...{ ...act, ...said('A'), name: 'ask', rules: {}, askId },
        ...words,
      });
    expect(await change(said('C'))).toMatchObject({ reason: 'under_test' });
    expect(await change({ frequency: 'yearly' })).toMatchObject({ reason: 'under_test' });
    expect(await change({ rules: { maxViews: 3 }, name: 'renamed' })).toMatchObject({ ok: true });
  });

  it('ends with the words that are kept, and says so in the audit log', async () => {
    const askId = await add();
    const end = (keep: 'a' | 'b') => endAskTest(product.services, { ...act, askId, keep });
    await start(askId);
    const ended = await Promise.all([end('b'), end('b')]);
    expect(ended.filter((one) => one.ok)).toHaveLength(1);
    expect(await readAsk(product.services, askId)).toMatchObject(b);
    await start(askId, { b: said('C') });
    await end('a');
    expect(await readAsk(product.services, askId)).toMatchObject(b);
    expect(await listAskTests(product.services, askId)).toMatchObject([
      { number: 2, a: b, kept: 'a' },
      { number: 1, a: said('A'), kept: 'b' },
    ]);
    const { rows } = await product.services.database.pool.query(
      `select action, before, after from audit_entries
       where subject_id = $1 and action like 'ask.test%' order by at, id`,
      [askId],
    );
    expect(rows).toMatchObject([
      { action: 'ask.test_started', after: { shareB: 50 } },
      { action: 'ask.test_ended', before: said('A'), after: b },
      { action: 'ask.test_started' },
      { action: 'ask.test_ended', before: null, after: null },
    ]);
  });
});

describe('a view', () => {
  it('is counted once each, however many come at once', async () => {
    const askId = await add();
    await start(askId);
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        countAskView(product.services, { askId, variant: index % 3 === 0 ? '1b' : '1a' }),
      ),
    );
    await countAskView(product.services, { askId, variant: '1none' });
    expect(await counted(askId)).toEqual({ a: 40, b: 20, none: 1 });
  });

  it('counts nothing that cannot be', async () => {
    const askId = await add();
    const other = await add();
    await start(askId, { shareB: 0, b: null });
    for (const variant of ['1b', '2a', 'a', '', "1a'; drop table asks"]) {
      expect(await countAskView(product.services, { askId, variant })).toBe(false);
    }
    expect(await countAskView(product.services, { askId: other, variant: '1a' })).toBe(false);
    expect(await countAskView(product.services, { askId, variant: '1none' })).toBe(true);
    await endAskTest(product.services, { ...act, askId, keep: 'a' });
    expect(await countAskView(product.services, { askId, variant: '1a' })).toBe(false);
    expect(await counted(askId)).toEqual({ none: 1 });
  });
});

it('a gift remembers only a variant that there is, or was', async () => {
  const askId = await add();
  await start(askId);
  const credit = (variant: string | null) => creditAsk(product.services, { askId, variant });
  expect(await credit('1b')).toEqual({ askId, askVariant: '1b' });
  expect(await credit('1none')).toEqual({ askId: null, askVariant: `1none:${askId}` });
  for (const variant of [null, '2a', 'b', '<b>']) {
    expect(await credit(variant)).toEqual({ askId, askVariant: null });
  }
  await endAskTest(product.services, { ...act, askId, keep: 'a' });
  expect(await credit('1b')).toEqual({ askId, askVariant: '1b' });
  const nothing = { askId: null, askVariant: null };
  expect(await creditAsk(product.services, { askId: newId(), variant: '1a' })).toEqual(nothing);
  expect(await creditAsk(product.services, { askId: 'x', variant: '1a' })).toEqual(nothing);
  expect(await creditAsk(product.services, null)).toEqual(nothing);
});
