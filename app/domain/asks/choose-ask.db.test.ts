import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { newId } from '../../platform/ids.ts';
import { startAskTest } from './ab-test/start-ask-test.server.ts';
import { type ChooseAskInput, chooseAsk } from './choose-ask.server.ts';
import { type AskToSave, saveAsks } from './save-asks.server.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.close());

const ask = (name: string, rules: AskToSave['rules'] = {}): AskToSave => ({
  id: newId(),
  name,
  heading: { en: name, uk: `${name} uk` },
  body: { en: 'Body', uk: 'Текст' },
  rules,
});
const article = {
  id: newId(),
  slug: 'high-water',
  headline: 'High water',
  tags: ['river'],
  sectionSlug: 'land',
  isSensitive: false,
};
const choose = (change: Partial<ChooseAskInput> = {}) =>
  chooseAsk(product.services, {
    ...{ article, locale: 'en', viewer: { isPatron: false }, country: null },
    ...change,
  });
const view = async (change: Partial<ChooseAskInput> = {}) => (await choose(change)).view;

it('takes the first that passes, in the order of the list', async () => {
  const [war, river, any] = [
    ask('war', { anyTags: ['war'] }),
    ask('river', { anyTags: ['river'] }),
    ask('any'),
  ];
  await saveAsks(product.services, [war, river, any]);
  expect(await choose()).toMatchObject({
    view: {
      kind: 'ask',
      articleSlug: 'high-water',
      plan: null,
      alternatives: [
        {
          heading: 'river',
          form: { askId: river.id, articleSlug: 'high-water', currency: 'EUR', typed: null },
        },
      ],
    },
    byCountry: false,
  });
  expect(await view({ locale: 'uk' })).toMatchObject({
    alternatives: [{ heading: 'river uk', form: { currency: 'UAH' } }],
  });
});

it('puts an ask that is listed no longer out of use, and takes it back', async () => {
  const [first, second] = [ask('first'), ask('second')];
  await saveAsks(product.services, [first, second]);
  await saveAsks(product.services, [second]);
  expect(await view()).toMatchObject({ alternatives: [{ heading: 'second' }] });
  await saveAsks(product.services, [first, second]);
  expect(await view()).toMatchObject({ alternatives: [{ heading: 'first' }] });
});

it('thanks patrons, and keeps silent on sensitive pages', async () => {
  await saveAsks(product.services, [ask('any')]);
  const [sensitive, viewer] = [{ ...article, isSensitive: true }, { isPatron: true }];
  expect(await view({ viewer })).toMatchObject({ kind: 'thanks' });
  expect(await view({ viewer, article: sensitive })).toBeNull();
  expect(await view({ article: sensitive })).toBeNull();
});

it('leaves to the browser what only it knows, with what may stand instead', async () => {
  const rules = { maxViews: 3 };
  const [capped, read, plain, never] = [
    ask('capped', rules),
    ask('read', { minArticles: 2 }),
    ask('plain'),
    ask('never'),
  ];
  await saveAsks(product.services, [capped, read, plain, never]);
  expect(await view()).toMatchObject({
    alternatives: [{ heading: 'capped' }, { heading: 'read' }, { heading: 'plain' }],
    plan: {
      slug: 'high-water',
      asks: [{ id: capped.id, maxViews: 3 }, { id: read.id, minArticles: 2 }, { id: plain.id }],
    },
  });
  // Heavy pages are nobody's wish: three, whatever comes after.
  const many = ['a', 'b', 'c', 'd', 'e'].map((name) => ask(name, rules));
  await saveAsks(product.services, many);
  expect(await view()).toMatchObject({
    alternatives: { length: 3 },
    plan: { asks: { length: 3 } },
  });
});

it('lets a country decide only where it is known, and says that it did', async () => {
  const [there, anywhere] = [ask('there', { countries: ['DE'] }), ask('anywhere')];
  await saveAsks(product.services, [there, anywhere]);
  const heading = async (country: string | null) => {
    const { view: found, byCountry } = await choose({ country });
    expect(byCountry).toBe(true);
    return found?.kind === 'ask' ? found.alternatives[0].heading : null;
  };
  expect(await heading('DE')).toBe('there');
  expect(await heading('FR')).toBe('anywhere');
  expect(await heading(null)).toBe('there');
});

it('puts both variants of a test into the page, the same for every reader', async () => {
  const tested = ask('tested');
  await saveAsks(product.services, [tested]);
  const both = { en: 'Other words', uk: 'Інші слова' };
  await startAskTest(product.services, {
    ...{ askId: tested.id, shareB: 40, holdBack: 10, actorId: newId(), reason: '' },
    b: { heading: both, body: both, frequency: 'monthly' },
  });
  const shown = await view();
  expect(shown).toMatchObject({
    alternatives: [
      { arm: 'a', heading: 'tested', form: { frequency: 'once', askVariant: null } },
      { arm: 'b', heading: 'Other words', form: { frequency: 'monthly', askId: tested.id } },
    ],
    plan: { asks: [{ id: tested.id, test: { number: 1, shareB: 40, holdBack: 10 } }] },
  });
  expect(await view()).toEqual(shown);
});
