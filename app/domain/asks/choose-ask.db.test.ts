import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { newId } from '../../platform/ids.ts';
import { chooseAsk } from './choose-ask.server.ts';
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
const reader = { isPatron: false };

it('takes the first that passes, in the order of the list', async () => {
  const [war, river, any] = [
    ask('war', { anyTags: ['war'] }),
    ask('river', { anyTags: ['river'] }),
    ask('any'),
  ];
  await saveAsks(product.services, [war, river, any]);
  const chosen = await chooseAsk(product.services, { article, locale: 'en', viewer: reader });
  expect(chosen).toMatchObject({
    kind: 'ask',
    heading: 'river',
    form: { askId: river.id, articleSlug: 'high-water', currency: 'EUR', typed: null },
  });
  const inUkrainian = await chooseAsk(product.services, { article, locale: 'uk', viewer: reader });
  expect(inUkrainian).toMatchObject({ heading: 'river uk', form: { currency: 'UAH' } });
});

it('puts an ask that is listed no longer out of use, and takes it back', async () => {
  const [first, second] = [ask('first'), ask('second')];
  const choose = () => chooseAsk(product.services, { article, locale: 'en', viewer: reader });
  await saveAsks(product.services, [first, second]);
  await saveAsks(product.services, [second]);
  expect(await choose()).toMatchObject({ heading: 'second' });
  await saveAsks(product.services, [first, second]);
  expect(await choose()).toMatchObject({ heading: 'first' });
});

it('thanks patrons, and keeps silent on sensitive pages', async () => {
  await saveAsks(product.services, [ask('any')]);
  const sensitive = { ...article, isSensitive: true };
  const choose = (page: typeof article, isPatron: boolean) =>
    chooseAsk(product.services, { article: page, locale: 'en', viewer: { isPatron } });
  expect(await choose(article, true)).toMatchObject({ kind: 'thanks' });
  expect(await choose(sensitive, true)).toBeNull();
  expect(await choose(sensitive, false)).toBeNull();
});
