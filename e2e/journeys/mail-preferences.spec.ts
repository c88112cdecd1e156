import { expect, test } from '@playwright/test';
import {
  preferencesPath,
  preferencesToken,
  unsubscribePath,
} from '../../app/domain/mail-preferences/preferences-link.ts';
import type { OptionalTopic } from '../../app/domain/ports/mail.ts';
import { hashAddress } from '../../app/platform/address-hash.ts';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { ownAddress, signInByLink } from './signing-in-steps.ts';

/** The token of the links in a mail of this topic, as the product signs it: such mails have their day. */
function tokenIn(address: string, topic: OptionalTopic): string {
  return preferencesToken(process.env['E2E_APP_SECRET'] ?? '', {
    addressHash: hashAddress(address),
    topic,
  });
}

test(
  'Somebody chooses their mails in the account and from a mail, and the mail program ends them by one click',
  { tag: '@nojs' },
  async ({ page, browser, request }) => {
    const address = ownAddress();
    const reminders = { name: 'Reminders of what is coming' };
    const invitations = { name: 'Invitations to support us again' };

    await test.step('in the account, where both are on at first', async () => {
      await signInByLink(page, address);
      await page.getByRole('link', { name: 'Mails', exact: true }).click();
      await expect(page.getByRole('checkbox', reminders)).toBeChecked();
      await expect(page.getByRole('checkbox', invitations)).toBeChecked();
      await page.getByRole('checkbox', invitations).uncheck();
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('You get reminders and no invitations.')).toBeVisible();
      await expect(page.getByRole('checkbox', invitations)).not.toBeChecked();
      await expectNoSidewaysScroll(page);
    });

    const token = tokenIn(address, 'reminders');
    await test.step('from a mail, in a browser that is not signed in', async () => {
      const stranger = await browser.newContext();
      const other = await stranger.newPage();
      await other.goto(preferencesPath('en', token));
      await expect(other.getByRole('checkbox', reminders)).toBeChecked();
      await expect(other.getByRole('checkbox', invitations)).not.toBeChecked();
      await expect(other.getByText(address)).toBeHidden();
      await other.getByRole('button', { name: 'Stop both' }).click();
      await expect(other.getByText('You get neither kind any more.')).toBeVisible();
      await other.getByRole('checkbox', invitations).check();
      await other.getByRole('button', { name: 'Save' }).click();
      await expect(other.getByText('You get invitations and no reminders.')).toBeVisible();
      await other.goto(preferencesPath('uk', token));
      await expect(other.getByRole('heading', { level: 1, name: 'Ваші листи' })).toBeVisible();
      await expectNoSidewaysScroll(other);
      await stranger.close();
    });

    await test.step('by the mail program’s button, which a scanner that opens the address does not press', async () => {
      const oneClick = unsubscribePath('en', tokenIn(address, 'invitations'));
      await page.goto(oneClick);
      await expect(page.getByRole('heading', { level: 1, name: 'Your mails' })).toBeVisible();
      await expect(page.getByRole('checkbox', invitations)).toBeChecked();
      const answer = await request.post(oneClick, {
        headers: { Origin: 'https://mail.example.com' },
        form: { 'List-Unsubscribe': 'One-Click' },
      });
      expect(answer.status()).toBe(200);
      await page.goto('/account/mail');
      await expect(page.getByRole('checkbox', invitations)).not.toBeChecked();
      await expect(page.getByRole('button', { name: 'Stop both' })).toBeHidden();
    });

    await test.step('and a link that was cut off says so', async () => {
      const answer = await page.goto(preferencesPath('en', token.slice(0, -3)));
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
    });
  },
);

test('Axe finds nothing on the pages about mails', async ({ page }) => {
  const address = ownAddress();
  await page.goto(preferencesPath('en', tokenIn(address, 'reminders')));
  await expectNoViolations(page);
  await page.goto(preferencesPath('en', 'not-ours'));
  await expectNoViolations(page);
  await signInByLink(page, address);
  await page.goto('/uk/account/mail?saved');
  await expectNoViolations(page);
});
