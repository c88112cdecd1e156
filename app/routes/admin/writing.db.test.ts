import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { articles } from '../../db/schema/articles.ts';
import { auditEntries } from '../../db/schema/supporters.ts';
import { saveArticle } from '../../domain/articles/save-article.server.ts';
import { saveAuthors } from '../../domain/articles/save-authors.server.ts';
import { saveSections } from '../../domain/articles/save-sections.server.ts';
import { readEditedArticle } from '../../domain/articles/writing/read-editor.server.ts';
import {
  listRevisions,
  readRevision,
} from '../../domain/articles/writing/read-revisions.server.ts';
import { countWords } from '../../domain/articles/writing/words.ts';
import { findOrCreateSupporter } from '../../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../../domain/supporters/grant-role.server.ts';
import { openSession } from '../../domain/supporters/open-session.server.ts';
import { addMs, minutesMs } from '../../kernel/dates.ts';
import { loader as articlePage } from '../reading/article.tsx';
import { action as keepCopy } from './article-copy.ts';
import { action as present } from './article-presence.ts';
import { action as publish } from './article-publication.tsx';
import { action as restore } from './article-restoration.ts';
import { loader as revisionPage } from './article-revision.tsx';
import { action as unschedule } from './article-unscheduling.ts';
import { action as withdraw } from './article-withdrawal.tsx';
import { action as save, loader as editor } from './article.tsx';
import { action as begin } from './articles-new.tsx';
import { action as render } from './articles-rendering.tsx';

type Handler = (args: ActionFunctionArgs & LoaderFunctionArgs) => Promise<unknown>;
const both = (text: string) => ({ en: text, uk: text });

let product: TestProduct;
let now: Date;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  product = await createTestProduct();
  const { services } = product;
  now = services.clock.now();
  await saveSections(services, [
    { slug: 'city', name: both('City'), description: both('') },
    { slug: 'land', name: both('Land'), description: both('') },
  ]);
  await saveAuthors(services, [
    { slug: 'ann', name: both('Ann'), role: both(''), bio: both('') },
    { slug: 'bob', name: both('Bob'), role: both(''), bio: both('') },
  ]);
  for (const name of ['ada', 'ben']) {
    const { supporterId } = await findOrCreateSupporter(services, {
      ...{ email: `${name}@example.org`, name, locale: 'en', country: null },
      stripeCustomerId: null,
    });
    await grantRole(services, { actorId: null, supporterId, role: 'editor' });
    const { token } = await openSession(services, {
      ...{ supporterId, openedBy: 'mail', userAgent: null, previousToken: null },
    });
    cookies[name] = `session=${token}`;
  }
});
afterAll(() => product.close());

interface Asked {
  who?: string;
  fields?: Record<string, string>;
  params?: Record<string, string>;
}

async function ask(handler: Handler, { who = 'ada', fields, params = {} }: Asked = {}) {
  const request = new Request('http://localhost:3000/admin/articles', {
    headers: { Cookie: cookies[who] ?? '', Origin: 'http://localhost:3000' },
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
  });
  const services = { ...product.services, clock: { now: () => now } };
  const context = { services, entryScript: '', clientAddress: '203.0.113.9' };
  const answer = await handler({ request, params, context }).catch((thrown: unknown) => thrown);
  if (answer instanceof Response) {
    const location = answer.headers.get('Location');
    const isJson = answer.headers.get('Content-Type')?.includes('json');
    const said = isJson ? ((await answer.json()) as Record<string, unknown>) : {};
    return { status: answer.status, location, said };
  }
  if (answer instanceof Error) throw answer;
  const whole = answer as { data?: Record<string, unknown>; init?: { status?: number } };
  const said = whole.data ?? (answer as Record<string, unknown>);
  return { status: whole.init?.status ?? 200, location: null, said };
}

let made = 0;
const words = (more: Record<string, string> = {}) => ({
  ...{
    headline: `Story ${(made += 1)}`,
    dek: 'In short',
    body: 'The harbour opened.',
    version: '1',
  },
  ...{ section: 'city', language: 'en', access: 'free', 'author-1': 'bob', 'author-2': 'ann' },
  ...more,
});

async function begun(more: Record<string, string> = {}): Promise<string> {
  const { location } = await ask(begin, { fields: words(more) });
  const id = /articles\/([0-9a-f-]{36})/.exec(location ?? '')?.[1];
  if (!id) throw new Error(`nothing was begun: ${location}`);
  return id;
}

async function typed(id: string): Promise<Record<string, string>> {
  const { said } = await ask(editor, { params: { id } });
  return said['typed'] as Record<string, string>;
}

const read = (section: string, slug: string) => ask(articlePage, { params: { section, slug } });

describe('Writing', () => {
  it('begins a draft under an address made of its headline, which nobody reads', async () => {
    const id = await begun({ headline: 'Порт «Їжак» відкрито' });
    const article = await readEditedArticle(product.services, id);
    expect(article).toMatchObject({
      state: 'draft',
      version: 1,
      fields: { slug: 'port-yizhak-vidkryto', authorSlugs: ['bob', 'ann'] },
    });
    expect((await read('city', 'port-yizhak-vidkryto')).status).toBe(404);
  });

  it('names everything that is wrong at once, and keeps what was typed', async () => {
    const fields = words({
      ...{ headline: ' ', slug: 'Ünder', section: 'nowhere', access: 'supporters', teaser: '' },
      ...{ body: 'One\n\n::: extra id="a"\nsecret', 'author-1': 'nobody', picture: 'none' },
    });
    const { status, said } = await ask(begin, { fields });
    expect(status).toBe(422);
    expect(said['errors']).toEqual({
      headline: 'writing.error.headline',
      body: 'writing.error.body',
      teaser: 'writing.error.teaser',
      slug: 'writing.error.slug',
      section: 'writing.error.section',
      'author-1': 'writing.error.author',
      picture: 'writing.error.picture',
    });
    expect(said['problems']).toEqual([
      { line: 3, fault: 'fence_unclosed' },
      { line: 3, fault: 'attribute_missing' },
    ]);
    expect(said['typed']).toEqual(fields);
  });

  it('refuses an address that another article has', async () => {
    await begun({ slug: 'taken' });
    const { status, said } = await ask(begin, { fields: words({ slug: 'taken' }) });
    expect(status).toBe(422);
    expect(said['errors']).toEqual({ slug: 'writing.error.slugTaken' });
  });

  it('previews what was typed, gated words and all, and saves nothing', async () => {
    const before = await product.services.db.$count(articles);
    const body =
      'Open.\n\n::: extra id="a" kind="text" title="T" holds="h" teaser="t"\nGated.\n:::';
    const { said } = await ask(render, { fields: words({ body }) });
    expect(JSON.stringify(said['preview'])).toContain('<p>Gated.</p>');
    expect(await product.services.db.$count(articles)).toBe(before);
  });

  it('previews a piece that is out as one that is out', async () => {
    const id = await begun();
    await ask(publish, { fields: { when: 'now' }, params: { id } });
    const fields = { ...(await typed(id)), told: '1', of: id };
    expect((await ask(render, { fields })).said).toMatchObject({
      article: { articleId: id, state: 'published' },
      typed: { told: '1' },
    });
  });

  it('takes a long text, and refuses one without end', async () => {
    const id = await begun();
    const long = { ...(await typed(id)), body: 'word '.repeat(90_000).trim() };
    expect((await ask(save, { fields: long, params: { id } })).location).toContain('done=saved');
    const endless = { ...long, body: 'word '.repeat(300_000) };
    expect((await ask(save, { fields: endless, params: { id } })).status).toBe(413);
  });
});

describe('Two editors at once', () => {
  it('see each other while both have it open, and no longer', async () => {
    const id = await begun();
    await ask(editor, { params: { id } });
    const ben = await ask(present, { who: 'ben', fields: {}, params: { id } });
    expect(ben.said['others']).toEqual(['ada']);
    const started = now;
    now = addMs(now, 3 * minutesMs);
    const later = await ask(present, { who: 'ben', fields: {}, params: { id } });
    expect(later.said['others']).toEqual([]);
    now = started;
  });

  it('the second is shown the difference, loses nothing, and may save all the same', async () => {
    const id = await begun({ body: 'The bridge is open.' });
    const [ada, ben] = [await typed(id), await typed(id)];
    await ask(save, { fields: { ...ada, body: 'The bridge is shut.' }, params: { id } });
    const mine = { ...ben, body: 'The bridge is open again.' };
    const stale = await ask(save, { who: 'ben', fields: mine, params: { id } });
    expect(stale.status).toBe(409);
    expect(stale.said['conflict']).toMatchObject({
      by: 'ada',
      changes: [
        {
          field: 'body',
          pieces: [
            { kind: 'same', text: 'The bridge is ' },
            { kind: 'removed', text: 'shut' },
            { kind: 'added', text: 'open again' },
            { kind: 'same', text: '.' },
          ],
        },
      ],
    });
    expect(stale.said['typed']).toEqual({ ...mine, version: '2' });
    expect((await readEditedArticle(product.services, id))?.fields.body).toBe(
      'The bridge is shut.',
    );
    const again = stale.said['typed'] as Record<string, string>;
    await ask(save, { who: 'ben', fields: again, params: { id } });
    const { revisions } = await listRevisions(product.services, {
      articleId: id,
      before: null,
      limit: 9,
    });
    expect(revisions.map(({ number, savedBy }) => [number, savedBy])).toEqual([
      [3, 'ben'],
      [2, 'ada'],
      [1, 'ada'],
    ]);
  });

  it('of two saves at the same moment one is told of the other', async () => {
    const id = await begun();
    const fields = await typed(id);
    const answers = await Promise.all(
      ['ada', 'ben'].map((who) =>
        ask(save, { who, fields: { ...fields, dek: who }, params: { id } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  });
});

describe('What is typed and not saved', () => {
  it('is kept for who typed it, offered when they come back, and gone once saved', async () => {
    const id = await begun();
    const fields = { ...(await typed(id)), body: 'Half a sent', unknown: 'x' };
    expect((await ask(keepCopy, { fields, params: { id } })).said).toEqual({
      savedAt: now.toISOString(),
    });
    expect((await ask(editor, { params: { id } })).said['copy']).toMatchObject({ isStale: false });
    expect((await ask(editor, { who: 'ben', params: { id } })).said['copy']).toBeNull();
    expect((await readEditedArticle(product.services, id))?.fields.body).toBe(
      'The harbour opened.',
    );
    await ask(save, { fields: { ...fields, body: 'Half a sentence.' }, params: { id } });
    expect((await ask(editor, { params: { id } })).said['copy']).toBeNull();
  });

  it('is thrown away when they say so', async () => {
    const id = await begun();
    await ask(keepCopy, { fields: await typed(id), params: { id } });
    await ask(keepCopy, { fields: { drop: '1' }, params: { id } });
    expect((await ask(editor, { params: { id } })).said['copy']).toBeNull();
  });
});

describe('Publication', () => {
  it('brings an article out, once, however often it is asked', async () => {
    const id = await begun({ slug: 'out' });
    for (let turn = 0; turn < 2; turn += 1) {
      const done = await ask(publish, { fields: { when: 'now' }, params: { id } });
      expect(done.location).toBe(`/admin/articles/${id}?done=published`);
    }
    expect((await read('city', 'out')).status).toBe(200);
    const entries = await product.services.db
      .select({ action: auditEntries.action })
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, id));
    expect(entries.map(({ action }) => action).sort()).toEqual([
      'article.begun',
      'article.published',
    ]);
  });

  it('comes out by itself at its minute in the newsroom’s zone, or not when taken back', async () => {
    const id = await begun({ slug: 'later' });
    const other = await begun({ slug: 'never' });
    for (const each of [id, other]) {
      const fields = { when: 'later', day: '2031-07-01', time: '07:30' };
      await ask(publish, { fields, params: { id: each } });
    }
    await ask(unschedule, { fields: {}, params: { id: other } });
    const started = now;
    // Kyiv is three hours ahead in summer.
    now = new Date('2031-07-01T04:29:59Z');
    expect((await read('city', 'later')).status).toBe(404);
    now = new Date('2031-07-01T04:30:00Z');
    expect((await read('city', 'later')).status).toBe(200);
    expect((await read('city', 'never')).status).toBe(404);
    now = started;
  });

  it('refuses an hour that is past or none', async () => {
    const id = await begun();
    const past = { when: 'later', day: '2001-01-01', time: '07:30' };
    expect((await ask(publish, { fields: past, params: { id } })).said['errors']).toEqual({
      day: 'writing.error.past',
    });
    const none = { when: 'later', day: '2031-02-30', time: '25:00' };
    expect((await ask(publish, { fields: none, params: { id } })).said['errors']).toEqual({
      day: 'writing.error.day',
      time: 'writing.error.time',
    });
  });

  it('withdraws with a reason: the address says so, and it can come out again', async () => {
    const id = await begun({ slug: 'gone' });
    await ask(publish, { fields: { when: 'now' }, params: { id } });
    const silent = await ask(withdraw, { fields: { reason: ' ' }, params: { id } });
    expect(silent.said['errors']).toEqual({ reason: 'writing.error.reason' });
    await ask(withdraw, { fields: { reason: 'The court said so' }, params: { id } });
    expect((await read('city', 'gone')).status).toBe(410);
    await ask(save, { fields: { ...(await typed(id)), slug: 'gone-2' }, params: { id } });
    expect((await read('city', 'gone')).status).toBe(410);
    expect((await read('city', 'gone-2')).status).toBe(410);
    await ask(publish, { fields: { when: 'now' }, params: { id } });
    expect((await read('city', 'gone-2')).status).toBe(200);
    expect((await read('city', 'gone')).location).toBe('/city/gone-2');
  });

  it('leads from every old address to the new one, and lets go of it when it is wanted', async () => {
    const id = await begun({ slug: 'first-name' });
    await ask(publish, { fields: { when: 'now' }, params: { id } });
    await ask(save, { fields: { ...(await typed(id)), slug: 'second-name' }, params: { id } });
    await ask(save, { fields: { ...(await typed(id)), section: 'land' }, params: { id } });
    for (const [section, slug] of [
      ['city', 'first-name'],
      ['city', 'second-name'],
    ] as const) {
      expect(await read(section, slug)).toMatchObject({
        status: 301,
        location: '/land/second-name',
      });
    }
    await ask(save, {
      fields: { ...(await typed(id)), slug: 'first-name', section: 'city' },
      params: { id },
    });
    expect((await read('city', 'first-name')).status).toBe(200);
    const other = await begun({ slug: 'second-name' });
    await ask(publish, { fields: { when: 'now' }, params: { id: other } });
    expect((await read('city', 'second-name')).status).toBe(200);
  });

  it('tells readers of a change only where the editor says so', async () => {
    const id = await begun({ slug: 'told' });
    await ask(publish, { fields: { when: 'now' }, params: { id } });
    const started = now;
    now = addMs(now, 60 * minutesMs);
    const article = async () => (await read('city', 'told')).said['article'];
    await ask(save, { fields: { ...(await typed(id)), body: 'A comma, moved.' }, params: { id } });
    expect(await article()).toMatchObject({ updatedAt: null, correction: null });
    const correction = 'The harbour opened on Monday.';
    await ask(save, { fields: { ...(await typed(id)), correction, told: '1' }, params: { id } });
    expect(await article()).toMatchObject({ updatedAt: now.toISOString(), correction });
    now = started;
  });
});

describe('Revisions', () => {
  it('shows what each changed, and brings old words back as a new one', async () => {
    const id = await begun({ body: 'One fish.' });
    await ask(save, { fields: { ...(await typed(id)), body: 'Two fish.' }, params: { id } });
    await ask(save, { fields: { ...(await typed(id)), tags: 'fish' }, params: { id } });
    const { said } = await ask(revisionPage, { params: { id, number: '2' } });
    expect(said['isNow']).toBe(true);
    expect(said['changes']).toMatchObject([
      {
        field: 'body',
        pieces: [{ kind: 'removed', text: 'One' }, { kind: 'added', text: 'Two' }, {}],
      },
    ]);
    await ask(restore, { fields: { number: '1', version: '3' }, params: { id } });
    const article = await readEditedArticle(product.services, id);
    expect(article?.fields).toMatchObject({ body: 'One fish.', tags: ['fish'] });
    expect(await readRevision(product.services, { articleId: id, number: 3 })).toMatchObject({
      restoredFrom: 1,
      words: { body: 'One fish.' },
    });
    expect((await ask(revisionPage, { params: { id, number: '4' } })).status).toBe(404);
  });

  it('keeps the words that an article had before its revisions were kept', async () => {
    const { services } = product;
    const saved = await saveArticle(services, {
      ...{ slug: 'seeded', language: 'en', sectionSlug: 'city', headline: 'Seeded', dek: '' },
      ...{ body: 'As it came.', teaser: null, access: 'free', isSensitive: false, tags: [] },
      ...{ pictureId: null, pictureCaption: null, seoDescription: null, authorSlugs: [] },
      ...{ status: 'draft', publishedAt: null },
    });
    if (!saved.ok) throw new Error(saved.reason);
    const { articleId: id } = saved.value;
    await ask(save, { fields: { ...(await typed(id)), body: 'As it is.' }, params: { id } });
    const [first, second] = await Promise.all(
      [1, 2].map((number) => readRevision(services, { articleId: id, number })),
    );
    expect(first).toMatchObject({ savedBy: null, words: { body: 'As it came.' } });
    expect(second).toMatchObject({ savedBy: 'ada', words: { body: 'As it is.' } });
  });

  it('the newest says what the article says, whatever was saved and brought back', async () => {
    const id = await begun();
    const step = fc.oneof(
      fc.record({ body: fc.constantFrom('a', 'b b', 'c c c'), dek: fc.constantFrom('x', 'y') }),
      fc.record({ back: fc.integer({ min: 1, max: 6 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        for (const each of steps) {
          const fields = await typed(id);
          if ('back' in each) {
            const version = fields['version'] ?? '';
            await ask(restore, { fields: { number: String(each.back), version }, params: { id } });
          } else await ask(save, { fields: { ...fields, ...each }, params: { id } });
        }
        const article = await readEditedArticle(product.services, id);
        const { revisions } = await listRevisions(product.services, {
          articleId: id,
          before: null,
          limit: 1,
        });
        const number = revisions[0]?.number ?? 0;
        const newest = await readRevision(product.services, { articleId: id, number });
        const { headline, dek, body, teaser } = article?.fields ?? {};
        expect(newest?.words).toEqual({ headline, dek, body, teaser });
        expect(newest?.wordCount).toBe(countWords(body ?? ''));
      }),
      { numRuns: 10 },
    );
  });
});
