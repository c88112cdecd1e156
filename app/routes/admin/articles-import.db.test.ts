import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { articles } from '../../db/schema/articles.ts';
import { saveSections } from '../../domain/articles/save-sections.server.ts';
import { findOrCreateSupporter } from '../../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../../domain/supporters/grant-role.server.ts';
import { openSession } from '../../domain/supporters/open-session.server.ts';
import { action } from './articles-import.tsx';

let product: TestProduct;
let cookie: string;

beforeAll(async () => {
  product = await createTestProduct();
  const ctx = product.services;
  const name = { en: 'City', uk: 'Місто' };
  await saveSections(ctx, [{ slug: 'city', name, description: { en: '', uk: '' } }]);
  const { supporterId } = await findOrCreateSupporter(ctx, {
    ...{ email: 'editor@example.org', name: null, locale: 'en', country: null },
    stripeCustomerId: null,
  });
  await grantRole(ctx, { actorId: null, supporterId, role: 'editor' });
  const { token } = await openSession(ctx, {
    ...{ supporterId, openedBy: 'mail', userAgent: null, previousToken: null },
  });
  cookie = `session=${token}`;
});
afterAll(() => product.close());

async function post(
  fields: Record<string, string>,
  file?: { name: string; content: string | Uint8Array<ArrayBuffer> },
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (file) form.set('file', new File([file.content], file.name));
  const request = new Request('http://localhost:3000/admin/articles/import', {
    ...{ method: 'POST', body: form },
    headers: { Cookie: cookie, Origin: 'http://localhost:3000' },
  });
  const context = { services: product.services, entryScript: '', clientAddress: '203.0.113.9' };
  const answer: unknown = await action({ request, params: {}, context });
  if (answer instanceof Response) {
    const id = /articles\/([0-9a-f-]{36})\?/.exec(answer.headers.get('Location') ?? '')?.[1] ?? '';
    const [article] = await product.services.db.select().from(articles).where(eq(articles.id, id));
    return { status: answer.status, article };
  }
  const said = answer as { data: unknown; init: { status: number } };
  return { status: said.init.status, data: said.data };
}

const where = { section: 'city', language: 'uk' };

describe('a text that is imported', () => {
  it('becomes a draft with its headline, words and an address of its own', async () => {
    const text = '# Порожні вікна\n\nПерший абзац.\n\n::: extra id="x"';
    const first = await post({ ...where, text });
    expect(first).toMatchObject({
      status: 303,
      article: {
        ...{ status: 'draft', headline: 'Порожні вікна', slug: 'porozhni-vikna', language: 'uk' },
        ...{ sectionSlug: 'city', body: 'Перший абзац.\n\n\\::: extra id="x"', publishedAt: null },
      },
    });
    expect(await post({ ...where, text })).toMatchObject({ article: { slug: 'porozhni-vikna-2' } });
    expect(await post({ ...where, text: '# 你好\n\nx' })).toMatchObject({
      article: { slug: 'text' },
    });
  });

  it('keeps its form when it was pasted with it, or sent as a page', async () => {
    const html = '<h1>Bold</h1><p>a <b>b</b> <img alt="ferry" src=x></p>';
    const body = 'a **b**\n\n\\[Зображення: ferry\\]';
    expect(await post({ ...where, text: 'Bold a b', html })).toMatchObject({ article: { body } });
    expect(await post({ ...where, text: html })).toMatchObject({ article: { body } });
    const page = { name: 'a.htm', content: html };
    expect(await post({ ...where, text: '' }, page)).toMatchObject({ article: { body } });
  });

  it('is refused with what is wrong at its field, and what was typed kept', async () => {
    expect(await post({ text: ' ', language: 'fr' })).toMatchObject({
      status: 422,
      data: {
        errors: {
          text: 'import.error.nothing',
          section: 'import.error.section',
          language: 'import.error.language',
        },
        typed: { language: 'fr' },
      },
    });
    const refused = async (fields: Record<string, string>, file?: Parameters<typeof post>[1]) =>
      (await post({ ...where, ...fields }, file)).data;
    const note = { name: 'a.txt', content: 'x' };
    expect(await refused({ text: 'x' }, note)).toMatchObject({
      errors: { file: 'import.error.both' },
      typed: { text: 'x' },
    });
    const word = { name: 'a.docx', content: new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]) };
    expect(await refused({}, word)).toMatchObject({ errors: { file: 'import.error.notText' } });
    const nothing = { html: '<script>x</script>', text: 'x' };
    expect(await refused(nothing)).toMatchObject({ errors: { text: 'import.error.empty' } });
    const long = { text: 'word '.repeat(31_000) };
    expect(await refused(long)).toMatchObject({ errors: { text: 'import.error.tooLong' } });
    const elsewhere = { text: 'x', section: 'nowhere' };
    expect(await refused(elsewhere)).toMatchObject({ errors: { section: 'import.error.section' } });
    const large = { name: 'a.html', content: new Uint8Array(8_100_000) };
    expect(await post(where, large)).toMatchObject({ status: 413 });
  });
});
