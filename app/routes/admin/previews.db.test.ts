import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { articles } from '../../db/schema/articles.ts';
import { draftLinks } from '../../db/schema/draft-links.ts';
import { memberships, tiers } from '../../db/schema/memberships.ts';
import { auditEntries } from '../../db/schema/supporters.ts';
import type { ArticleView } from '../../domain/articles/article.ts';
import { type SaveArticleInput, saveArticle } from '../../domain/articles/save-article.server.ts';
import { saveAuthors } from '../../domain/articles/save-authors.server.ts';
import { saveSections } from '../../domain/articles/save-sections.server.ts';
import { findOrCreateSupporter } from '../../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../../domain/supporters/grant-role.server.ts';
import { openSession } from '../../domain/supporters/open-session.server.ts';
import { addDays } from '../../kernel/dates.ts';
import { newId } from '../../platform/ids.ts';
import { loader as articlePage } from '../reading/article.tsx';
import { loader as draftPage } from '../reading/draft.tsx';
import { action as revoke } from './article-link-revocation.ts';
import { action as makeLink, loader as linksPage } from './article-links.tsx';
import { loader as previewPage } from './article-preview.tsx';

type Handler = (args: ActionFunctionArgs & LoaderFunctionArgs) => Promise<unknown>;
const both = (text: string) => ({ en: text, uk: text });
const body = [
  'Free words.',
  '::: extra id="any" kind="audio" title="A" holds="H" teaser="Z"\nForAnySupporter.\n:::',
  '::: extra id="high" tier="high" kind="audio" title="B" holds="H" teaser="Z"\nForHighTier.\n:::',
].join('\n\n');

let product: TestProduct;
let shift = 0;
const cookies: Record<string, string> = { nobody: '' };

async function person(name: string): Promise<string> {
  const { supporterId } = await findOrCreateSupporter(product.services, {
    ...{ email: `${name}@example.org`, name, locale: 'en', country: null },
    stripeCustomerId: null,
  });
  const { token } = await openSession(product.services, {
    ...{ supporterId, openedBy: 'mail', userAgent: null, previousToken: null },
  });
  cookies[name] = `session=${token}`;
  return supporterId;
}

async function write(slug: string, parts: Partial<SaveArticleInput> = {}): Promise<string> {
  const saved = await saveArticle(product.services, {
    ...{ slug, language: 'en', sectionSlug: 'city', headline: `About ${slug}`, dek: 'Short', body },
    ...{ teaser: null, access: 'free', isSensitive: false, tags: [], pictureId: null },
    ...{ pictureCaption: null, seoDescription: null, status: 'published', authorSlugs: ['ann'] },
    publishedAt: addDays(product.services.clock.now(), -1),
    ...parts,
  });
  if (!saved.ok) throw new Error(saved.reason);
  return saved.value.articleId;
}

beforeAll(async () => {
  const startedAt = Date.now();
  product = await createTestProduct({
    clock: { now: () => new Date(startedAt + shift) },
  });
  const { services } = product;
  await saveSections(services, [{ slug: 'city', name: both('City'), description: both('') }]);
  await saveAuthors(services, [{ slug: 'ann', name: both('Ann'), role: both(''), bio: both('') }]);
  for (const [rank, slug] of ['low', 'high'].entries()) {
    const tierId = newId();
    await services.db.insert(tiers).values({
      ...{ id: tierId, slug, rank: 70 + rank, perks: ['extras'] },
      ...{ name: both(slug), description: both('') },
    });
    const supporterId = await person(slug);
    await services.db.insert(memberships).values({
      ...{ id: newId(), status: 'active', tierId, supporterId, interval: 'month' },
      ...{ amountMinor: 500, currency: 'EUR', locale: 'en', createdAt: services.clock.now() },
      startedAt: services.clock.now(),
    });
  }
  await person('reader');
  const staffId = await person('staff');
  await grantRole(services, { actorId: null, supporterId: staffId, role: 'editor' });
});
afterAll(() => product.close());

interface Asked {
  who?: string;
  path?: string;
  params?: Record<string, string>;
  fields?: Record<string, string>;
}

async function ask(
  handler: Handler,
  asked: Asked,
): Promise<{ status: number; data: unknown; location: string | null }> {
  const { who = 'nobody', path = '/', params = {}, fields } = asked;
  const request = new Request(`http://localhost:3000${path}`, {
    headers: { Cookie: cookies[who] ?? '', Origin: 'http://localhost:3000' },
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
  });
  const context = { services: product.services, entryScript: '', clientAddress: '203.0.113.9' };
  const answer = await handler({ request, params, context }).catch((thrown: unknown) => thrown);
  if (answer instanceof Error) throw answer;
  if (answer instanceof Response) {
    return { status: answer.status, data: null, location: answer.headers.get('Location') };
  }
  const wrapped = answer as { type?: string; data?: unknown; init?: { status?: number } };
  return wrapped.type === 'DataWithResponseInit'
    ? { status: wrapped.init?.status ?? 200, data: wrapped.data, location: null }
    : { status: 200, data: answer, location: null };
}

const articleIn = (data: unknown) => (data as { article: ArticleView }).article;

describe('an article previewed as a kind of reader', () => {
  it.each([
    ['nobody', false, false],
    ['reader', false, false],
    ['low', true, false],
    ['high', true, true],
    ['staff', true, true],
  ] as const)('%s gets what such a person gets', async (kind, any, high) => {
    const slug = `kinds-${kind}`;
    const id = await write(slug);
    const preview = await ask(previewPage, {
      ...{ who: 'staff', path: `/admin/articles/${id}/preview?as=${kind}`, params: { id } },
    });
    const real = await ask(articlePage, { who: kind, params: { section: 'city', slug } });
    const { related: _, ...shown } = articleIn(preview.data);
    const { related: __, ...read } = articleIn(real.data);
    expect(shown).toEqual(read);
    const text = JSON.stringify(preview.data);
    expect([text.includes('ForAnySupporter'), text.includes('ForHighTier')]).toEqual([any, high]);
  });

  it('donors get what any supporter gets, and an unknown kind gets nothing', async () => {
    const id = await write('kinds-donor');
    const at = (kind: string) =>
      ask(previewPage, {
        ...{ who: 'staff', path: `/admin/articles/${id}/preview?as=${kind}`, params: { id } },
      });
    const text = JSON.stringify((await at('donor')).data);
    expect([text.includes('ForAnySupporter'), text.includes('ForHighTier')]).toEqual([true, false]);
    expect((await at('platinum')).status).toBe(404);
  });

  it('drafts too, which nobody else finds', async () => {
    const id = await write('hidden', { status: 'draft', publishedAt: null });
    const preview = await ask(previewPage, {
      ...{ who: 'staff', path: `/admin/articles/${id}/preview`, params: { id } },
    });
    expect(articleIn(preview.data).headline).toBe('About hidden');
    const real = await ask(articlePage, {
      ...{ who: 'high', params: { section: 'city', slug: 'hidden' } },
    });
    expect(real.status).toBe(404);
  });
});

describe('a link to a draft', () => {
  const make = (id: string, fields: Record<string, string>) =>
    ask(makeLink, { who: 'staff', params: { id }, fields });
  const tokenIn = (data: unknown) => (data as { made: string }).made.split('/').at(-1) ?? '';
  const open = (token: string) => ask(draftPage, { path: `/drafts/${token}`, params: { token } });

  it('shows it as the chosen reader, until it ends, and says who opened it', async () => {
    const id = await write('early', { status: 'draft', publishedAt: null });
    const made = await make(id, { shownAs: 'low', days: '7' });
    const token = tokenIn(made.data);
    expect(token.length).toBeGreaterThanOrEqual(43);
    const [row] = await product.services.db
      .select()
      .from(draftLinks)
      .where(eq(draftLinks.articleId, id));
    expect(JSON.stringify(row)).not.toContain(token);
    const shown = JSON.stringify((await open(token)).data);
    expect([shown.includes('ForAnySupporter'), shown.includes('ForHighTier')]).toEqual([
      true,
      false,
    ]);
    await open(token);
    const list = await ask(linksPage, { who: 'staff', params: { id } });
    expect(list.data).toMatchObject({ links: [{ shownAs: 'low', madeBy: 'staff', openings: 2 }] });
    shift = 8 * 86_400_000;
    expect((await open(token)).status).toBe(404);
    shift = 0;
  });

  it('leads to the article once that is out, and nowhere when it is closed or was never made', async () => {
    const id = await write('coming', { status: 'draft', publishedAt: null });
    const token = tokenIn((await make(id, { shownAs: 'nobody', days: '1' })).data);
    const other = tokenIn((await make(id, { shownAs: 'nobody', days: '1' })).data);
    const [link] = await product.services.db
      .select({ id: draftLinks.id })
      .from(draftLinks)
      .where(eq(draftLinks.articleId, id))
      .limit(1);
    await ask(revoke, { who: 'staff', params: { id, link: link?.id ?? '' }, fields: {} });
    const open404 = [(await open(token)).status, (await open(other)).status].sort();
    expect(open404).toEqual([200, 404]);
    expect((await open('x'.repeat(43))).status).toBe(404);
    const log = await product.services.db
      .select({ action: auditEntries.action })
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, id));
    expect(log.map(({ action }) => action).sort()).toEqual([
      ...['draft_link.made', 'draft_link.made', 'draft_link.revoked'],
    ]);
    await product.services.db
      .update(articles)
      .set({ status: 'published', publishedAt: product.services.clock.now() })
      .where(eq(articles.id, id));
    const answers = [await open(token), await open(other)];
    expect(answers.find(({ status }) => status === 302)?.location).toBe('/city/coming');
  });

  it('is none for what is out, for an unknown reader, or for as long as one likes', async () => {
    const out = await write('is-out');
    expect(await make(out, { shownAs: 'nobody', days: '7' })).toMatchObject({
      ...{ status: 409, data: { errors: { shownAs: 'preview.error.notDraft' } } },
    });
    const id = await write('strict', { status: 'draft', publishedAt: null });
    expect(await make(id, { shownAs: 'platinum', days: '7' })).toMatchObject({
      ...{ status: 409, data: { errors: { shownAs: 'preview.error.kind' } } },
    });
    expect(await make(id, { shownAs: 'nobody', days: '365' })).toMatchObject({
      ...{ status: 422, data: { errors: { days: 'preview.error.days' } } },
    });
  });
});
