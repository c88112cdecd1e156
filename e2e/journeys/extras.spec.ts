import { type APIRequestContext, type Page, expect, test } from '@playwright/test';
import { type Answer, content, crawl, partsOf, pathOf, wordsOf } from './reading-steps.ts';
import { ownAddress, signInByLink } from './signing-in-steps.ts';

const { markers } = content;
const gatedPages = [...new Set(markers.map(({ article }) => pathOf(article)))];

/** The longest words of a sentence, for a search: four are too few to quote it, and find stories. */
function longestWords(sentence: string, count: number): string {
  const words = wordsOf(sentence).trim().split(' ');
  const longest = words.sort((a, b) => b.length - a.length).slice(0, count);
  return encodeURIComponent(longest.join(' '));
}

/** Where a reader who follows links may begin, and addresses that nothing links to. */
const starts = [
  ...['/', '/uk', '/sitemap.xml', '/robots.txt', '/feed.xml', '/uk/feed.xml', '/health'],
  ...content.newsroom.sections.flatMap(({ slug }) => [
    `/${slug}/feed.xml`,
    `/uk/${slug}/feed.xml`,
    `/uk/${slug}`,
  ]),
  ...content.newsroom.authors.flatMap(({ slug }) => [`/authors/${slug}`, `/uk/authors/${slug}`]),
  ...markers.flatMap(({ article, sentence }) => [
    `/search?q=${longestWords(sentence, 4)}`,
    `/uk/search?q=${longestWords(sentence, 4)}`,
    pathOf(article),
    `${pathOf(article)}/`,
    `${pathOf(article)}?extra=1&preview=1`,
    `/nowhere/${article}`,
    `/${article}`,
  ]),
  ...['/nothing-here', '/uk/nothing-here', '/culture/nothing-here', '/authors/nobody', '/admin'],
];

/** What the gated pages answer to a form that they do not take. */
async function postToGatedPages(request: APIRequestContext): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const path of gatedPages) {
    for (const address of [path, `${path}.data`]) {
      const answer = await request.post(address, {
        form: { amount: '5' },
        headers: { 'Sec-Fetch-Site': 'same-origin' },
        maxRedirects: 0,
      });
      answers.push({
        address: `POST ${address}`,
        status: answer.status(),
        body: await answer.text(),
      });
    }
  }
  return answers;
}

function expectNothingGated(answers: readonly Answer[]): void {
  const addresses = new Set(answers.map(({ address }) => address));
  expect(addresses.size).toBeGreaterThanOrEqual(40);
  const opened = answers.filter(({ status }) => status === 200).map(({ address }) => address);
  expect(opened).toEqual(
    expect.arrayContaining(gatedPages.flatMap((path) => [path, `${path}.data`])),
  );
  expect(opened).toEqual(expect.arrayContaining(['/_root.data', '/uk.data', '/sitemap.xml']));
  const broken = answers.filter(({ status }) => status >= 500).map(({ address }) => address);
  expect(broken).toEqual([]);

  const secrets = markers.flatMap(({ article, sentence }) =>
    partsOf(sentence).map((part) => ({ article, part })),
  );
  const leaks = answers.flatMap(({ address, body }) => {
    const words = wordsOf(body);
    return secrets
      .filter(({ part }) => words.includes(part))
      .map(({ article, part }) => `${address} holds “${part}” of ${article}`);
  });
  expect(leaks).toEqual([]);
}

test.describe('What is gated, in every answer that the site gives', () => {
  test.skip(({ isMobile }) => isMobile, 'The answers are the same in every window');
  test.setTimeout(240_000);

  test('never reaches a reader without a session', async ({ request }) => {
    expectNothingGated([...(await crawl(request, starts)), ...(await postToGatedPages(request))]);
  });

  test('never reaches a signed-in reader whose donor pass has ended', async ({ page }) => {
    await signInByLink(page, 'reader@example.org');
    // Every page that holds something gated is among the starts; the whole walk is made above.
    const answers = await crawl(page.request, [...starts, '/account'], { isFollowing: false });
    expectNothingGated([...answers, ...(await postToGatedPages(page.request))]);
    const account = answers.find(({ address }) => address === '/account');
    expect(account?.status, 'was signed in all the time').toBe(200);
    await page.goto('/account');
    await expect(page.getByText('reader@example.org').first()).toBeVisible();
  });

  test('is found on its page by a patron', async ({ page }) => {
    await signInByLink(page, 'patron@example.org');
    for (const { article, sentence } of markers) {
      await page.goto(pathOf(article));
      await expect(page.getByRole('main'), article).toContainText(sentence);
      const data = await page.request.get(`${pathOf(article)}.data`);
      expect(wordsOf(await data.text()), article).toContain(wordsOf(sentence).trim());
    }
  });

  test('cannot be found by searching for its words', async ({ request }) => {
    for (const { article, sentence } of markers) {
      const answer = await request.get(`/search?q=${longestWords(sentence, 8)}`);
      expect(await answer.text(), article).toContain('Nothing was found');
    }
  });
});

const port = content.articles.find(({ slug }) => slug === 'berth-four');

/** The box of an extra, by its title. */
const extraBox = (page: Page, name: string) => page.getByRole('region', { name });

test.describe('A locked extra', { tag: '@nojs' }, () => {
  test('shows its title, what it holds, a teaser and the two ways in', async ({ page }) => {
    const [first, second] = port?.extras ?? [];
    await page.goto(pathOf('berth-four'));
    const box = extraBox(page, first?.title ?? '');
    await expect(box.getByRole('heading', { level: 2, name: first?.title })).toBeVisible();
    await expect(box.getByText(first?.holds ?? '', { exact: true })).toBeVisible();
    await expect(box.getByText(first?.teaser ?? '')).toBeVisible();
    await expect(box.getByText(/News stays free for everyone/)).toBeVisible();
    await expect(box.getByText(/^From €\d+: all extras for \d+ days/)).toBeVisible();

    const other = extraBox(page, second?.title ?? '');
    await expect(other.getByText(second?.teaser ?? '')).toBeVisible();
    await expect(other.getByRole('link', { name: 'Become a patron' })).toHaveCount(0);
    await other.getByRole('link', { name: 'See how' }).click();
    await expect(page).toHaveURL(new RegExp(`#${first?.id ?? ''}$`));

    await box.getByRole('link', { name: 'Give once' }).click();
    await expect(page).toHaveURL(/\/donate\?article=berth-four$/);
    await page.goBack();
    await box.getByRole('link', { name: 'Become a patron' }).click();
    await expect(page).toHaveURL(/\/join\?article=berth-four$/);
  });

  test('leads somebody who has support already to the sign-in, and back', async ({ page }) => {
    await page.goto(pathOf('berth-four'));
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(/\/sign-in\?next=%2Finvestigations%2Fberth-four$/);
  });

  test('says to somebody who is signed in why it is shut', async ({ page }) => {
    await signInByLink(page, ownAddress());
    await page.goto(pathOf('berth-four'));
    const box = extraBox(page, port?.extras[0]?.title ?? '');
    await expect(box.getByText(/this address has not supported us yet/)).toBeVisible();
    await expect(box.getByRole('link', { name: 'Become a patron' })).toBeVisible();
    await expect(box.getByRole('link', { name: 'Give once' })).toBeVisible();
  });

  test('speaks Ukrainian', async ({ page }) => {
    const recipe = content.articles.find(({ slug }) => slug === 'varenyky-z-vyshniamy')?.extras[0];
    await page.goto(pathOf('varenyky-z-vyshniamy'));
    const box = extraBox(page, recipe?.title ?? '');
    await expect(box.getByText(recipe?.holds ?? '', { exact: true })).toBeVisible();
    await expect(box.getByText(recipe?.teaser ?? '')).toBeVisible();
    await expect(box.getByRole('link', { name: 'Стати патроном' })).toBeVisible();
    await expect(box.getByRole('link', { name: 'Підтримати разово' })).toBeVisible();
  });

  test('can be a whole story: its opening is public, the rest is not', async ({ page }) => {
    const story = content.articles.find(({ slug }) => slug === 'after-the-inspectors');
    await page.goto(pathOf('after-the-inspectors'));
    await expect(page.getByRole('heading', { level: 1, name: story?.headline })).toBeVisible();
    await expect(page.getByText(story?.teaser ?? 'a teaser')).toBeVisible();
    const box = extraBox(page, 'The rest of this story is for supporters');
    await expect(box.getByRole('link', { name: 'Become a patron' })).toBeVisible();
    await expect(box.getByRole('link', { name: 'Give once' })).toBeVisible();
  });
});
