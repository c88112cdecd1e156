import { expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './accessibility-steps.ts';
import { enterDesk } from './admin-steps.ts';
import { mailTo } from './giving-steps.ts';

/** A mail for each window that no other journey reads, so that none waits for another. */
const mails = { phone: 'Gift not taken up', desktop: 'Complimentary access ends soon' };

test(
  'an editor gives a mail words of the newsroom’s own, looks at it, has it sent, and takes them back',
  { tag: '@nojs' },
  async ({ page, browser }, { project }) => {
    const mail = project.name === 'desktop' ? mails.desktop : mails.phone;
    const language = project.name === 'phone-nojs' ? 'Ukrainian' : 'English';
    const words = `The river is watched, ${crypto.randomUUID().slice(0, 8)}.`;
    await enterDesk(page, browser, 'editor');
    await page.goto('/admin/mail-texts');
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('link', { name: `${mail}, ${language}` }).click();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);

    await page.getByLabel('First words').fill(`Dear {first_name}, ${words}`);
    await page.getByRole('button', { name: 'Save the words' }).click();
    await expect(page.getByText('This mail knows nothing about {first_name}.')).toBeVisible();
    await expect(page.getByLabel('First words')).toHaveValue(`Dear {first_name}, ${words}`);
    await expectNoViolations(page);

    await page.getByLabel('First words').fill(words);
    await page.getByLabel('Subject').fill('From {newsroom}, with care');
    await page.getByRole('button', { name: 'Preview without saving' }).click();
    const preview = page.getByRole('region', { name: 'Preview, not saved yet' });
    await expect(preview).toContainText(words);
    await expect(preview).toContainText(/From .+, with care/);
    await page.getByRole('button', { name: 'Save the words' }).click();
    await expect(page.getByText('The words are saved: the next mail has them.')).toBeVisible();
    await page.getByRole('button', { name: 'Send me this mail' }).click();
    await expect(page.getByText('The mail is on its way to you.')).toBeVisible();
    const subject = language === 'English' ? '[Test] From' : '[Проба] From';
    const sent = await mailTo('editor@example.org', /with care$/, subject);
    expect(sent.text).toMatch(/The river is watched, [0-9a-f]{8}\./);

    await page.getByRole('link', { name: 'All mails' }).click();
    await expect(page.getByRole('link', { name: `Own words ${mail}, ${language}` })).toBeVisible();
    await page.getByRole('link', { name: `Own words ${mail}, ${language}` }).click();
    await page.getByLabel('First words').fill('');
    await page.getByLabel('Subject').fill('');
    await page.getByRole('button', { name: 'Save the words' }).click();
    await expect(page.getByText('The words are saved')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Preview' })).not.toContainText(words);
  },
);
