import { readdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { auditEntries } from '../../db/schema/supporters.ts';
import { listAuthor } from '../../domain/articles/list-author.server.ts';
import { listSections } from '../../domain/articles/list-sections.server.ts';
import { addPicture } from '../../domain/articles/pictures/add-picture.server.ts';
import type { PicturePage } from '../../domain/articles/pictures/library.ts';
import { listPictures } from '../../domain/articles/pictures/list-pictures.server.ts';
import { removePicture } from '../../domain/articles/pictures/remove-picture.server.ts';
import { sweepPictures } from '../../domain/articles/pictures/sweep-pictures.server.ts';
import { readArticle } from '../../domain/articles/read-article.server.ts';
import { saveArticle } from '../../domain/articles/save-article.server.ts';
import { findOrCreateSupporter } from '../../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../../domain/supporters/grant-role.server.ts';
import { openSession } from '../../domain/supporters/open-session.server.ts';
import { createMediaFolder } from '../../gateways/images/media-folder.server.ts';
import type { Services } from '../../services.server.ts';
import { loader as authorsPage } from './authors.tsx';
import { action as newAuthor } from './authors-new.tsx';
import { action as changeAuthor } from './author.tsx';
import { action as dropAuthor } from './author-removal.tsx';
import { loader as picturePage, action as changeWords } from './picture.tsx';
import { action as dropPicture, loader as dropPage } from './picture-removal.tsx';
import { loader as library } from './pictures.tsx';
import { action as upload } from './pictures-new.tsx';
import { action as changeSection } from './section.tsx';
import { action as placeSection } from './section-place.ts';
import { action as dropSection } from './section-removal.tsx';
import { action as newSection } from './sections-new.tsx';

let product: TestProduct;
let ctx: Services;
let folder: string;
let actorId: string;
let cookie: string;

beforeAll(async () => {
  product = await createTestProduct();
  folder = await mkdtemp(path.join(os.tmpdir(), 'masthead-media-'));
  ctx = { ...product.services, media: createMediaFolder(folder) };
  const { supporterId } = await findOrCreateSupporter(ctx, {
    ...{ email: 'editor@example.org', name: null, locale: 'en', country: null },
    stripeCustomerId: null,
  });
  await grantRole(ctx, { actorId: null, supporterId, role: 'editor' });
  const { token } = await openSession(ctx, {
    ...{ supporterId, openedBy: 'mail', userAgent: null, previousToken: null },
  });
  actorId = supporterId;
  cookie = `session=${token}`;
});
afterAll(async () => {
  await product.close();
  await rm(folder, { recursive: true, force: true });
});

type Handler = (args: ActionFunctionArgs & LoaderFunctionArgs) => Promise<unknown>;

async function ask(
  handler: Handler,
  parts: {
    body?: FormData | Record<string, string>;
    params?: Record<string, string>;
    query?: string;
  },
) {
  const { body, params = {}, query = '' } = parts;
  const request = new Request(`http://localhost:3000/admin${query}`, {
    headers: { Cookie: cookie, Origin: 'http://localhost:3000' },
    ...(body
      ? { method: 'POST', body: body instanceof FormData ? body : new URLSearchParams(body) }
      : {}),
  });
  const context = { services: ctx, entryScript: '', clientAddress: '203.0.113.9' };
  const answer = await handler({ request, params, context }).catch((thrown: unknown) => thrown);
  if (answer instanceof Response) {
    return { status: answer.status, location: answer.headers.get('Location') ?? '', data: null };
  }
  if (answer instanceof Error) throw answer;
  const said = answer as { data?: unknown; init?: { status?: number } | null };
  return { status: said.init?.status ?? 200, location: '', data: said.data ?? answer };
}

let shade = 0;
/** A picture like no other. */
function draw(): Promise<Buffer> {
  shade += 1;
  const background = { r: shade, g: 90, b: 60 };
  return sharp({ create: { width: 500, height: 300, channels: 3, background } })
    .png()
    .toBuffer();
}

const words = {
  alt: { en: 'A ferry in fog', uk: '' },
  credit: { en: '', uk: 'Фото: Олена Коваль' },
  caption: { en: '', uk: '' },
};

function formOf(content: Buffer | null, fields: Record<string, string>, name = 'x.jpg'): FormData {
  const form = new FormData();
  if (content) form.set('file', new File([new Uint8Array(content)], name));
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  return form;
}

async function keep(): Promise<string> {
  const added = await addPicture(ctx, { ...words, actorId, content: await draw() });
  if (!added.ok) throw new Error(added.reason);
  return added.value.pictureId;
}

async function publish(slug: string, parts: { body?: string; pictureId?: string } = {}) {
  const saved = await saveArticle(ctx, {
    ...{ slug, language: 'en', sectionSlug: 'city', headline: slug, dek: '' },
    ...{ body: parts.body ?? 'Words.', teaser: null, access: 'free', isSensitive: false, tags: [] },
    ...{ pictureId: parts.pictureId ?? null, pictureCaption: null, seoDescription: null },
    ...{ status: 'published', publishedAt: new Date('2026-01-01'), authorSlugs: ['olena'] },
  });
  if (!saved.ok) throw new Error(saved.reason);
  return saved.value.articleId;
}

const filesOf = async (id: string) => (await readdir(folder)).filter((name) => name.startsWith(id));

const section = {
  ...{ 'name-en': 'City', 'name-uk': 'Місто' },
  ...{ 'description-en': 'The town', 'description-uk': 'Про місто' },
};
const author = {
  ...{ 'name-en': 'Olena', 'name-uk': 'Олена', 'role-en': 'Reporter', 'role-uk': 'Репортерка' },
  ...{ 'bio-en': 'Writes.', 'bio-uk': 'Пише.', portrait: '' },
};

describe('sections and authors', () => {
  it('are added, named after their English names, and never where the site itself is', async () => {
    for (const slug of ['', 'culture', 'sport']) {
      const body = { ...section, 'name-en': slug || 'City', slug };
      expect((await ask(newSection, { body })).location).toBe('/admin/sections?done=added');
    }
    const refusal = async (slug: string) =>
      (await ask(newSection, { body: { ...section, slug } })).data;
    expect(await refusal('admin')).toMatchObject({
      errors: { slug: 'sections.error.slugReserved' },
      typed: { 'name-uk': 'Місто' },
    });
    expect(await refusal('uk')).toMatchObject({ errors: { slug: 'sections.error.slugReserved' } });
    expect(await refusal('city')).toMatchObject({ errors: { slug: 'sections.error.slugTaken' } });
    expect(await refusal('Місто!')).toMatchObject({ errors: { slug: 'sections.error.slug' } });
    const empty = await ask(newSection, { body: { ...section, 'name-uk': ' ', slug: 'a--b' } });
    expect(empty).toMatchObject({ status: 422 });
    expect(empty.data).toMatchObject({
      errors: { 'name-uk': 'asks.error.words', slug: 'sections.error.slug' },
    });
    expect((await ask(newAuthor, { body: author })).location).toBe('/admin/authors?done=added');
    expect((await ask(newAuthor, { body: author })).data).toMatchObject({
      errors: { slug: 'authors.error.slugTaken' },
    });
  });

  it('stand on the site in the order that the desk gives them', async () => {
    const order = async () => (await listSections(ctx)).sections.map(({ slug }) => slug);
    expect(await order()).toEqual(['city', 'culture', 'sport']);
    const move = (slug: string, to: string) =>
      ask(placeSection, { body: { to }, params: { slug } });
    expect((await move('sport', 'up')).location).toBe('/admin/sections?done=moved');
    expect(await order()).toEqual(['city', 'sport', 'culture']);
    expect((await move('city', 'up')).location).toBe('/admin/sections');
    await Promise.all([move('city', 'down'), move('culture', 'up'), move('culture', 'up')]);
    expect(new Set(await order())).toEqual(new Set(['city', 'sport', 'culture']));
    const body = { ...section, 'name-en': 'The town' };
    await ask(changeSection, { body, params: { slug: 'city' } });
    const { sections } = await listSections(ctx);
    expect(sections.find(({ slug }) => slug === 'city')?.name.en).toBe('The town');
  });

  it('stay while articles need them, and go when none does', async () => {
    await publish('held');
    const drop = (handler: Handler, slug: string) =>
      ask(handler, { body: { reason: '' }, params: { slug } });
    expect((await drop(dropSection, 'city')).status).toBe(409);
    expect((await drop(dropAuthor, 'olena')).status).toBe(409);
    expect((await drop(dropSection, 'sport')).location).toBe('/admin/sections?done=removed');
    expect((await drop(dropSection, 'sport')).location).toBe('/admin/sections?done=gone');
    await ask(newAuthor, { body: { ...author, slug: 'petro' } });
    expect((await drop(dropAuthor, 'petro')).location).toBe('/admin/authors?done=removed');
    const found = await ask(authorsPage, { query: '?search=%D0%9E%D0%BB%D0%B5' });
    expect(found.data).toMatchObject({ authors: [{ slug: 'olena', articles: 1 }] });
  });

  it('show a portrait from the library, which stays while they do', async () => {
    const portrait = await keep();
    const params = { slug: 'olena' };
    const wrong = await ask(changeAuthor, { body: { ...author, portrait: 'nothing' }, params });
    expect(wrong.data).toMatchObject({ errors: { portrait: 'authors.error.portrait' } });
    await ask(changeAuthor, { body: { ...author, portrait }, params });
    const page = await listAuthor(ctx, { slug: 'olena', locale: 'en' });
    expect(page?.portrait).toMatchObject({ id: portrait, alt: 'A ferry in fog', hasAvif: true });
    expect(await removePicture(ctx, { pictureId: portrait, actorId, reason: '' })).toEqual({
      ok: false,
      reason: 'in_use',
    });
  });
});

describe('an upload', () => {
  const fields = { 'alt-en': 'A ferry', 'credit-uk': 'Фото: Іван' };

  it('lands in the library with its words, and its files in the folder', async () => {
    const answer = await ask(upload, { body: formOf(await draw(), fields) });
    const id = /pictures\/([0-9a-f]{24})\?done=added$/.exec(answer.location)?.[1] ?? '';
    const page = await ask(picturePage, { params: { id } });
    expect(page.data).toMatchObject({
      picture: { id, alt: { en: 'A ferry', uk: '' }, hasAvif: true, uses: 0 },
    });
    expect((await filesOf(id)).sort()).toEqual(
      [480, 500].flatMap((width) => [`${id}-${width}.avif`, `${id}-${width}.webp`]).sort(),
    );
    const entries = await ctx.db.select().from(auditEntries);
    expect(entries.filter(({ subjectId }) => subjectId === id)).toMatchObject([
      { actorId, action: 'picture.added', subjectKind: 'picture' },
    ]);
  });

  it('tells every field that is wrong, keeps what was typed, and keeps no file', async () => {
    const before = await readdir(folder);
    const missing = await ask(upload, { body: formOf(await draw(), { 'caption-uk': 'Підпис' }) });
    expect(missing).toMatchObject({ status: 422 });
    expect(missing.data).toMatchObject({
      errors: {
        file: 'pictures.error.fileAgain',
        'alt-en': 'pictures.error.alt',
        'credit-en': 'pictures.error.credit',
      },
      typed: { 'caption-uk': 'Підпис' },
    });
    const none = await ask(upload, { body: formOf(null, fields) });
    expect(none.data).toMatchObject({ errors: { file: 'pictures.error.fileMissing' } });
    const empty = await ask(upload, { body: formOf(Buffer.alloc(0), fields) });
    expect(empty.data).toMatchObject({ errors: { file: 'pictures.error.fileMissing' } });
    const long = { ...fields, 'alt-en': 'x'.repeat(501) };
    expect((await ask(upload, { body: formOf(await draw(), long) })).data).toMatchObject({
      errors: { 'alt-en': 'pictures.error.altTooLong' },
    });
    expect(await readdir(folder)).toEqual(before);
  });

  it('is judged by its bytes, not by its name, and never fills the memory', async () => {
    const refusal = async (content: Buffer, name: string) =>
      (await ask(upload, { body: formOf(content, fields, name) })).data;
    expect(await refusal(Buffer.from('<html></html>'.repeat(9)), 'a.jpg')).toMatchObject({
      errors: { file: 'pictures.error.notAnImage' },
      typed: fields,
    });
    expect(await refusal(Buffer.from('<svg onload="x()"></svg>'), 'a.png')).toMatchObject({
      errors: { file: 'pictures.error.vector' },
    });
    expect(await refusal(Buffer.alloc(16_000_000), 'a.jpg')).toMatchObject({
      errors: { file: 'pictures.error.tooLarge' },
      typed: fields,
    });
    const flood = await ask(upload, { body: formOf(Buffer.alloc(26_000_000), fields) });
    expect(flood).toMatchObject({ status: 413 });
    const plain = await ask(upload, { body: fields });
    expect(plain.status).toBe(415);
  });

  it('is one picture however often, and by however many, it is sent at once', async () => {
    const content = await draw();
    const sent = await Promise.all(
      [1, 2, 3, 4].map(() => addPicture(ctx, { ...words, actorId, content })),
    );
    const ids = new Set(sent.map((each) => (each.ok ? each.value.pictureId : each.reason)));
    expect(ids.size).toBe(1);
    expect(sent.filter((each) => each.ok && each.value.isNew)).toHaveLength(1);
    const again = await ask(upload, { body: formOf(content, fields) });
    expect(again.location).toMatch(/\?done=known$/);
    const [id = ''] = ids;
    const page = await ask(picturePage, { params: { id } });
    expect(page.data).toMatchObject({ picture: { alt: words.alt } });
  });
});

describe('the library', () => {
  it('finds pictures by words and id, and goes on page by page', async () => {
    const id = await keep();
    await ask(changeWords, {
      body: { 'alt-en': 'A lighthouse keeper', 'credit-uk': 'Архів' },
      params: { id },
    });
    const found = async (search: string) => {
      const answer = await ask(library, {
        query: `?${new URLSearchParams({ search }).toString()}`,
      });
      return (answer.data as PicturePage).pictures.map((each) => each.id);
    };
    expect(await found('lighthouses')).toEqual([id]);
    expect(await found('архівом')).toEqual([id]);
    expect(await found(id)).toEqual([id]);
    expect(await found('submarine')).toEqual([]);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: PicturePage = await listPictures(ctx, { search: '', after, limit: 2 });
      seen.push(...page.pictures.map((each) => each.id));
      after = page.next;
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    const whole = await listPictures(ctx, { search: '', after: null, limit: 100 });
    expect(seen).toEqual(whole.pictures.map((each) => each.id));
  });

  it('knows where a picture stands, in leads and in bodies, also in extras, and keeps it there', async () => {
    const [lead, inText, inExtra] = [await keep(), await keep(), await keep()];
    const articleId = await publish('with-pictures', {
      pictureId: lead,
      body: `::: picture id="${inText}"\n:::\n\n::: extra id="e" kind="text" title="T" holds="H" teaser="W"\n::: embed kind="map" title="M" picture="${inExtra}"\nx\n:::\n:::`,
    });
    for (const id of [lead, inText, inExtra]) {
      const page = await ask(dropPage, { params: { id } });
      expect(page.data).toMatchObject({
        picture: { uses: 1 },
        uses: { articles: [{ id: articleId }] },
      });
      expect((await ask(dropPicture, { body: { reason: '' }, params: { id } })).status).toBe(409);
      expect(await filesOf(id)).toHaveLength(4);
    }
    await publish('with-pictures', { pictureId: lead });
    const gone = await ask(dropPicture, { body: { reason: '' }, params: { id: inText } });
    expect(gone.location).toBe('/admin/pictures?done=removed');
    expect(await filesOf(inText)).toEqual([]);
    expect((await ask(picturePage, { params: { id: inText } })).status).toBe(404);
    const again = await ask(dropPicture, { body: { reason: '' }, params: { id: inText } });
    expect(again.location).toBe('/admin/pictures?done=gone');
  });

  it('says its words under the picture in every article, in the other language when one is missing', async () => {
    const id = await keep();
    await publish('captions', { body: `::: picture id="${id}"\n:::` });
    const params = { id };
    await ask(changeWords, {
      body: { 'alt-uk': 'Пором у тумані', 'credit-en': 'Photo: Ivan', 'caption-en': 'At dawn' },
      params,
    });
    const read = await readArticle(ctx, {
      ...{ sectionSlug: 'city', slug: 'captions', access: { isOpen: true, rank: 0 } },
    });
    expect(read).toMatchObject({
      blocks: [{ picture: { alt: 'Пором у тумані', credit: 'Photo: Ivan' }, caption: 'At dawn' }],
    });
    const refused = await ask(changeWords, { body: { 'alt-en': 'x' }, params });
    expect(refused.data).toMatchObject({ errors: { 'credit-en': 'pictures.error.credit' } });
  });
});

describe('the folder', () => {
  it('is rid of what a crash left, after a day, and of nothing else', async () => {
    const kept = await keep();
    const old = new Date(Date.now() - 25 * 60 * 60 * 1000);
    const orphan = `${'a'.repeat(24)}-480.webp`;
    const young = `${'b'.repeat(24)}-480.webp`;
    const part = '.incoming-00000000-0000-4000-8000-000000000000';
    const theirs = ['blackout-street-480.webp', 'notes.txt'];
    for (const name of [orphan, young, part, ...theirs]) {
      await writeFile(path.join(folder, name), 'x');
      if (name !== young) await utimes(path.join(folder, name), old, old);
    }
    for (const name of await filesOf(kept)) await utimes(path.join(folder, name), old, old);
    expect(await sweepPictures(ctx)).toBe(2);
    const left = await readdir(folder);
    expect(left).toEqual(expect.arrayContaining([young, ...theirs]));
    expect(left).not.toContain(orphan);
    expect(left).not.toContain(part);
    expect(await filesOf(kept)).toHaveLength(4);
  });

  it('holds no part of a picture whose files could not all be written', async () => {
    const failing = {
      ...ctx,
      media: { ...ctx.media, keep: () => Promise.reject(new Error('disk full')) },
    };
    const content = await draw();
    await expect(addPicture(failing, { ...words, actorId, content })).rejects.toThrow('disk full');
    const id = ctx.images.idOf(content);
    expect((await ask(picturePage, { params: { id } })).status).toBe(404);
    const before = await readdir(folder);
    const bad = [
      { name: 'c.webp', content },
      { name: '../d.webp', content },
    ];
    await expect(ctx.media.keep(bad)).rejects.toThrow('Not the name of a file');
    expect(await readdir(folder)).toEqual(before);
  });

  it('is never swept while the same picture comes again', async () => {
    const content = await draw();
    const id = ctx.images.idOf(content);
    const old = new Date(Date.now() - 25 * 60 * 60 * 1000);
    for (let round = 0; round < 3; round++) {
      const name = path.join(folder, `${id}-480.webp`);
      await writeFile(name, 'left by a crash');
      await utimes(name, old, old);
      const [added] = await Promise.all([
        addPicture(ctx, { ...words, actorId, content }),
        sweepPictures(ctx),
      ]);
      expect(added.ok).toBe(true);
      expect(await filesOf(id)).toHaveLength(4);
      await removePicture(ctx, { pictureId: id, actorId, reason: '' });
      expect(await filesOf(id)).toEqual([]);
    }
  });
});
