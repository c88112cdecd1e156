import { expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { cards, freshAddress, payWith } from './giving-steps.ts';
import { becomePatron, letItEnd, linkOf, readMail } from './leaving-steps.ts';

test.describe('A patron', { tag: '@nojs' }, () => {
  test('ends the membership in three clicks, sees one thing that could be done instead, and takes it back', async ({
    page,
  }) => {
    await becomePatron(page, freshAddress());
    await page.goto('/account');
    await expect(page.getByText('€10 a month')).toBeVisible();
    await expect(page.getByText(/^€10 on \d/)).toBeVisible();
    let clicks = 0;
    const click = async (role: 'link' | 'button', name: string | RegExp) => {
      await page.getByRole(role, { name }).click();
      clicks += 1;
    };

    await click('link', 'Manage the membership');
    await click('link', 'End my membership');
    await expect(page.getByText(/^It ends on \d/)).toBeVisible();
    await expect(page.getByText('Nothing will be charged any more.')).toBeVisible();
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    const smaller = page.getByText('Would less be possible?');
    const pause = page.getByText('You can pause instead');
    const offer = page.getByText('We have an offer for you');
    await expect(smaller.or(pause).or(offer).filter({ visible: true })).toHaveCount(0);
    await page.getByRole('radio', { name: 'It is too much for me at the moment' }).check();
    await expect(smaller.or(offer).filter({ visible: true })).toHaveCount(1);
    await expect(pause).toBeHidden();
    await page.getByRole('radio', { name: 'I need a break' }).check();
    await expect(pause).toBeVisible();
    await expect(smaller.or(offer).filter({ visible: true })).toHaveCount(0);
    await expectNoSidewaysScroll(page);
    await click('button', /^End my membership on/);
    expect(clicks).toBe(3);

    await expect(page).toHaveURL(/\/account\/membership$/);
    await expect(page.getByText(/^Your membership ends on/)).toBeVisible();
    await expect(page.getByText('None: nothing will be charged any more')).toBeVisible();
    await page.goto('/account');
    await expect(page.getByText(/^Open until .* when your membership ends\.$/)).toBeVisible();

    await page.goto('/account/membership/cancellation');
    await expect(page).toHaveURL(/\/account\/membership$/);
    await page.getByRole('button', { name: 'Continue my membership' }).click();
    await expect(page.getByText(/^Your membership goes on\. The next charge is on/)).toBeVisible();
    await expect(page.getByText(/^€10 on \d/)).toBeVisible();
  });

  test('ends it from a receipt and takes it back from the confirmation, in a browser that is not signed in', async ({
    page,
    browser,
    baseURL,
  }) => {
    const address = freshAddress();
    await becomePatron(page, address);
    await page.context().clearCookies();
    await page.goto(linkOf(await readMail(address, 'Receipt'), 'cancellation'));
    await expect(page.getByText('€10 a month')).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText(address);
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: /^End my membership on/ }).click();
    await expect(page.getByRole('heading', { name: /^Your membership ends on/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /^End my membership/ })).toHaveCount(0);

    const back = linkOf(await readMail(address, 'ends on'), 'continuation');
    await page.goto(back);
    await page.getByRole('button', { name: 'Continue my membership' }).click();
    await expect(page.getByRole('heading', { name: 'Your membership goes on' })).toBeVisible();
    await expect(page.getByText(/The next charge is €10 on \d/)).toBeVisible();
    expect(await readMail(address, 'goes on')).toMatch(/The next charge is €10 on \d/);

    // The link is good for this one thing: it opens no account, and changed by a letter, nothing.
    const stranger = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
    await stranger.goto(back);
    await stranger.goto('/account');
    await expect(stranger).toHaveURL(/\/sign-in/);
    const answer = await stranger.goto(`${back.slice(0, -4)}AAAA`);
    expect(answer?.status()).toBe(404);
    await expect(stranger.getByText('We don’t know this link')).toBeVisible();
    await stranger.context().close();
  });

  test('comes back with one button after the end, and finds what was', async ({ page }) => {
    const address = freshAddress();
    await becomePatron(page, address, '/uk');
    await letItEnd(address);
    expect(await readMail(address, 'завершилося')).toContain('/uk/account/membership');
    await page.goto('/uk/account/membership');
    await expect(page.getByText(/^Ви були патроном від/)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Попередні членства' })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await page.goto('/uk/join');
    await expect(page.getByText(/^З поверненням!/)).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Меценат' })).toBeChecked();
    await page.goto('/uk/account');
    await page.getByRole('button', { name: /^Повернутися з/ }).click();
    await payWith(page, cards.works, null);
    await expect(page).toHaveURL(/\/thanks\/membership\//);
    await page.goto('/uk/account/membership');
    await expect(page.getByRole('heading', { name: 'Ваше членство' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Попередні членства' })).toBeVisible();
  });
});

test('On the pages about leaving and coming back axe finds nothing', async ({ page }) => {
  test.slow();
  const address = freshAddress();
  await becomePatron(page, address);
  const cancel = linkOf(await readMail(address, 'Receipt'), 'cancellation');
  await page.goto(cancel);
  await page.getByText('Tell us why (optional)').click();
  await expectNoViolations(page);
  await page.goto('/account/membership/cancellation');
  await page.getByRole('radio', { name: 'I need a break' }).check();
  await expectNoViolations(page);
  await page.goto(cancel);
  await page.getByRole('button', { name: /^End my membership on/ }).click();
  await expectNoViolations(page);
  const back = linkOf(await readMail(address, 'ends on'), 'continuation');
  await page.goto(back);
  await expectNoViolations(page);
  await page.goto(`${back}x`);
  await expectNoViolations(page);
  await letItEnd(address);
  await readMail(address, 'has ended');
  for (const path of ['/account', '/account/membership', '/join']) {
    await page.goto(path);
    await expectNoViolations(page);
  }
});
