import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { articles, sections } from '../../db/schema/articles.ts';
import { newId } from '../../platform/ids.ts';
import { findArticles } from './find-articles.server.ts';

let product: TestProduct;

beforeAll(async () => {
  product = await createTestProduct();
  const { db } = product.services;
  const both = { en: '', uk: '' };
  await db.insert(sections).values({
    ...{ slug: 'harbour', position: 1, name: both, description: both },
  });
  await db.insert(articles).values(
    [
      ['who-owns-the-port', 'Who owns the port?'],
      ['nich-na-poromi', 'Ніч на поромі'],
      ['100-percent', '100% of the port'],
    ].map(([slug = '', headline = ''], i) => ({
      ...{ id: newId(), slug, headline, language: 'en' as const, sectionSlug: 'harbour' },
      ...{ dek: '', body: '', access: 'free' as const, status: 'published' as const },
      createdAt: new Date(Date.UTC(2026, 10, 1 + i)),
      updatedAt: new Date(Date.UTC(2026, 10, 1 + i)),
    })),
  );
});
afterAll(() => product.close());

it.each([
  ['PORT', ['100% of the port', 'Who owns the port?']],
  ['поромі', ['Ніч на поромі']],
  ['0%', ['100% of the port']],
  ['_', []],
  ['nich-na-poromi', ['Ніч на поромі']],
  ['https://news.example/uk/harbour/nich-na-poromi/?utm_source=x', ['Ніч на поромі']],
  ['  ', []],
])('an article is found by “%s”', async (typed, headlines) => {
  const found = await findArticles(product.services, typed);
  expect(found.map(({ headline }) => headline)).toEqual(headlines);
});
