import { type APIRequestContext, type Page, expect, test } from '@playwright/test';
import { content, pathOf } from './reading-steps.ts';
import { ownAddress, signInByLink } from './signing-in-steps.ts';

const slugs = { en: 'eleven-million-of-red-paint', uk: 'varenyky-z-vyshniamy' };
const pages = ['/', '/uk', '/culture', '/uk/culture', pathOf(slugs.en), pathOf(slugs.uk)];
const authorPages = ['/authors/taras-hnatiuk', '/uk/authors/taras-hnatiuk'];

/** The scripts of a page's HTML: their attributes and what is written in them. */
async function scriptsOf(request: APIRequestContext, path: string) {
  const html = await (await request.get(path)).text();
  const found = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
  const scripts = found.map(([, attributes = '', text = '']) => ({
    src: /\ssrc="([^"]*)"/.exec(attributes)?.[1] ?? null,
    type: /\stype="([^"]*)"/.exec(attributes)?.[1] ?? null,
    text,
  }));
  return { html, scripts };
}

test.describe('A page for a reader without a session', () => {
  test.skip(({ isMobile }) => isMobile, 'The answers are the same in every window');

  for (const path of [...pages, '/search?q=river', ...authorPages]) {
    test(`is the same for everybody and sets no cookie: ${path}`, async ({ request }) => {
      const visitors: Record<string, string>[] = [
        {},
        {},
        { 'Accept-Language': 'uk-UA,uk;q=0.9', 'User-Agent': 'Mozilla/5.0 (iPhone)' },
        { 'Accept-Language': 'de', 'User-Agent': 'Googlebot/2.1', Referer: 'https://example.com/' },
      ];
      // A gift of another test may move a story in “Most supported” between two requests.
      await expect(async () => {
        const bodies = [];
        for (const headers of visitors) {
          const answer = await request.get(path, { headers });
          expect(answer.status()).toBe(200);
          expect(answer.headers()['set-cookie']).toBeUndefined();
          expect(answer.headers()['cache-control']).toMatch(/^public, max-age=\d+/);
          expect(answer.headers()['vary']).toMatch(/\bCookie\b/i);
          bodies.push(await answer.text());
        }
        expect(new Set(bodies).size).toBe(1);
      }).toPass({ timeout: 20_000 });
    });
  }

  for (const path of [...pages, '/search?q=river', '/nothing-here', ...authorPages]) {
    test(`has one script of its own and data, nothing else that runs: ${path}`, async ({
      request,
    }) => {
      const { html, scripts } = await scriptsOf(request, path);
      const linked = scripts.filter(({ src }) => src !== null);
      expect(linked.map(({ src }) => src)).toEqual([
        expect.stringMatching(/^\/assets\/entry\.client-[\w-]+\.js$/),
      ]);
      for (const { type } of scripts.filter(({ src }) => src === null)) {
        expect(['application/ld+json', 'application/json']).toContain(type);
      }
      expect(html).not.toMatch(/modulepreload|__remix|\son[a-z]+="|javascript:/i);
    });
  }

  test('tells machines about the article in structured data', async ({ request }) => {
    for (const path of [...gatedAndFree()]) {
      const { scripts } = await scriptsOf(request, path);
      const data = scripts
        .filter(({ type }) => type === 'application/ld+json')
        .map(({ text }) => JSON.parse(text) as Record<string, unknown>);
      const story = content.articles.find(({ slug }) => path.endsWith(`/${slug}`));
      expect(data).toEqual([
        expect.objectContaining({
          '@type': 'NewsArticle',
          headline: story?.headline,
          inLanguage: story?.language,
          isAccessibleForFree: story?.access === 'free',
        }),
      ]);
    }
  });

  test('becomes private for somebody who is signed in', async ({ page }) => {
    await signInByLink(page, ownAddress());
    for (const path of pages) {
      const answer = await page.request.get(path);
      expect(answer.headers()['cache-control'], path).toBe('private, no-store');
    }
  });
});

function gatedAndFree(): string[] {
  return [slugs.en, slugs.uk, 'after-the-inspectors', 'captain-dzhura'].map(pathOf);
}

test('The browser loads one script, no framework, and nothing from elsewhere', async ({
  page,
  baseURL,
}) => {
  const scripts: string[] = [];
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
    if (!request.url().startsWith(`${baseURL ?? ''}/`)) foreign.push(request.url());
  });
  await page.goto(pathOf(slugs.en), { waitUntil: 'networkidle' });
  expect(foreign).toEqual([]);
  expect(scripts).toHaveLength(1);
  const written = await (await page.request.get(scripts[0] ?? '')).text();
  expect(written).not.toMatch(/react|hydrate|remix/i);
  // Its own code and the rules of money that it needs: about 9 kB, 4 kB compressed.
  expect(written.length).toBeLessThan(12_000);
});

/** The stories in the main part of a page, by their addresses. */
async function storiesOn(page: Page): Promise<(string | null)[]> {
  // A page arrives in pieces, and a list is only counted when it is all there.
  await page.waitForLoadState();
  const headlines = page.getByRole('main').getByRole('article').getByRole('heading');
  const links = await headlines.getByRole('link').all();
  return Promise.all(links.map((link) => link.getAttribute('href')));
}

for (const { name, front, story, feed } of [
  { name: 'The Cherlen Gauge', front: '/', story: pathOf(slugs.en), feed: '/feed.xml' },
  { name: 'Водомір', front: '/uk', story: pathOf(slugs.uk), feed: '/uk/feed.xml' },
]) {
  test(`The newsroom goes by its name in the page’s language: ${name}`, async ({ page }) => {
    await page.goto(front);
    await expect(page).toHaveTitle(name);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    await expect(page.getByRole('contentinfo').getByRole('link', { name })).toBeVisible();
    await page.goto(story);
    await expect(page).toHaveTitle(new RegExp(` · ${name}$`));
    await expect(page.getByRole('banner').getByRole('link', { name, exact: true })).toBeVisible();
    const { scripts } = await scriptsOf(page.request, story);
    const data = scripts.find(({ type }) => type === 'application/ld+json');
    expect(JSON.parse(data?.text ?? '')).toMatchObject({ publisher: { name } });
    const rss = await (await page.request.get(feed)).text();
    expect(rss).toContain(`<title>${name}</title>`);
  });
}

test.describe('A reader', { tag: '@nojs' }, () => {
  test('goes from the front page to a section, and on to a story', async ({ page }) => {
    await page.goto('/');
    const sections = page.getByRole('navigation', { name: 'Sections' });
    await sections.getByRole('link', { name: 'Investigations' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Investigations' })).toBeVisible();
    await expect(page.getByRole('main').getByText(/documents attached/)).toBeVisible();
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Eleven million/ })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: /^Eleven million/ })).toBeVisible();
  });

  for (const language of ['en', 'uk'] as const) {
    test(`sees what a story is, who wrote it, when, and whose picture it is (${language})`, async ({
      page,
    }) => {
      const story = content.articles.find(({ slug }) => slug === slugs[language]);
      const picture = content.pictures.find(({ id }) => id === story?.picture);
      await page.goto(pathOf(slugs[language]));
      const main = page.getByRole('main');
      const article = main.getByRole('article').first();
      await expect(main.getByRole('heading', { level: 1 })).toHaveText(story?.headline ?? '');
      await expect(article.getByText(story?.dek ?? '', { exact: true })).toBeVisible();
      for (const slug of story?.authors ?? []) {
        const author = content.newsroom.authors.find((candidate) => candidate.slug === slug);
        const name = author?.name[language] ?? '';
        await expect(article.getByRole('link', { name, exact: true })).toBeVisible();
      }
      const date = article.getByRole('time').first();
      await expect(date).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      await expect(date).toHaveText(/\d{4}.*\d{1,2}:\d{2}/);
      const lead = article.getByRole('figure').filter({ hasText: story?.pictureCaption ?? '' });
      await expect(lead.getByRole('img', { name: picture?.alt[language] })).toBeVisible();
      await expect(lead.getByText(picture?.credit[language] ?? '')).toBeVisible();
    });
  }

  test('shows more, page after page, until nothing is left', async ({ page }) => {
    await page.goto('/search?q=1');
    const first = await storiesOn(page);
    await page.getByRole('link', { name: 'Show more' }).click();
    await expect(page).toHaveURL(/page=2/);
    const second = await storiesOn(page);
    expect(second.length).toBeGreaterThan(0);
    expect(new Set([...first, ...second]).size).toBe(first.length + second.length);
    await expect(page.getByRole('link', { name: 'Show more' })).toHaveCount(0);
  });

  for (const { path, title, more } of [
    { path: '/city', title: 'City: earlier stories', more: 'Show more' },
    { path: '/uk/city', title: 'Місто: раніше', more: 'Показати ще' },
  ]) {
    test(`reads older stories of a section from where a page ended: ${path}`, async ({ page }) => {
      await page.goto(path);
      const first = await storiesOn(page);
      await page.getByRole('link', { name: more }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(page.getByRole('link', { name: more })).toHaveCount(0);
      const both = [...first, ...(await storiesOn(page))];
      const own = content.articles.filter(
        ({ section, language }) => section === 'city' && (path !== '/city' || language === 'en'),
      );
      expect(both.map((story) => story?.split('/').at(-1))).toEqual(own.map(({ slug }) => slug));
    });
  }

  test('is asked for nothing in a story of loss', async ({ page }) => {
    await page.goto(pathOf(slugs.en));
    await expect(page.getByRole('button', { name: /^Give/ })).toBeVisible();
    const sensitive = content.articles.filter((article) => article.sensitive);
    expect(sensitive.length).toBeGreaterThan(0);
    for (const { slug, headline } of sensitive) {
      await page.goto(pathOf(slug));
      await expect(page.getByRole('heading', { level: 1, name: headline })).toBeVisible();
      const main = page.getByRole('main');
      await expect(main.getByRole('button')).toHaveCount(0);
      await expect(main.getByRole('radio')).toHaveCount(0);
      await expect(main.getByRole('form')).toHaveCount(0);
    }
  });

  test('changes the language where they are', async ({ page }) => {
    for (const [english, ukrainian] of [
      ['/', '/uk'],
      ['/culture', '/uk/culture'],
      [pathOf(slugs.en), `/uk${pathOf(slugs.en)}`],
      ['/search?q=river', '/uk/search?q=river'],
    ] as const) {
      await page.goto(english);
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await page.getByRole('banner').getByRole('link', { name: 'Українською' }).click();
      await expect(page).toHaveURL(ukrainian);
      await expect(page.locator('html')).toHaveAttribute('lang', 'uk');
      await expect(page.getByRole('navigation', { name: 'Рубрики' })).toBeVisible();
      await page.getByRole('banner').getByRole('link', { name: 'In English' }).click();
      await expect(page).toHaveURL(english);
    }
  });

  test('searches, and is told when there is nothing', async ({ page }) => {
    await page.goto('/search');
    await page.getByLabel('Words to look for').fill('red paint');
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
    await expect(page.getByRole('link', { name: /^Eleven million/ })).toBeVisible();
    await page.getByLabel('Words to look for').fill('zeppelin');
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
    await expect(page.getByRole('status')).toContainText('Nothing was found for “zeppelin”');
  });

  test('is helped on from an address that has nothing', async ({ page }) => {
    const answer = await page.goto('/uk/nothing-here');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('navigation', { name: 'Рубрики' })).toBeVisible();
    await page.goto('/nothing-here');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'There is no page at this address',
    );
    await page.getByRole('main').getByRole('link', { name: 'To the front page' }).click();
    await expect(page).toHaveURL('/');
  });
});
