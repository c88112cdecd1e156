import { type Page, expect } from '@playwright/test';

/** What a sign-in mail brings. */
export interface SignInMail {
  readonly link: string;
  readonly code: string;
}

/** Words of the pages, as tests in each language look for them. */
export const words = {
  en: {
    prefix: '',
    email: 'Mail address',
    send: 'Send me a sign-in mail',
    code: 'Six-digit code',
    signIn: 'Sign in',
    confirm: 'Sign me in',
    account: 'Your account',
    subject: 'sign-in code',
  },
  uk: {
    prefix: '/uk',
    email: 'Електронна адреса',
    send: 'Надіслати лист для входу',
    code: 'Код із шести цифр',
    signIn: 'Увійти',
    confirm: 'Увійти',
    account: 'Ваш кабінет',
    subject: 'код входу',
  },
} as const;
export type Language = keyof typeof words;

/** An address that no other test writes to. */
export function ownAddress(): string {
  return `account-${crypto.randomUUID()}@example.org`;
}

/** Asks for a sign-in mail on the page where one is, and reads it. */
export async function askToSignIn(
  page: Page,
  address: string,
  language: Language = 'en',
): Promise<SignInMail> {
  const since = new Date();
  const say = words[language];
  if (!new URL(page.url(), 'http://nowhere').pathname.endsWith('/sign-in')) {
    await page.goto(`${say.prefix}/sign-in`);
  }
  await page.getByLabel(say.email).fill(address);
  await page.getByRole('button', { name: say.send }).click();
  await expect(page).toHaveURL(/\/sign-in\/code$/);
  await expect(page.getByText(address)).toBeVisible();
  return readSignInMail(address, language, since);
}

/** The sign-in mail that came to an address of the test's own. */
export async function readSignInMail(
  address: string,
  language: Language = 'en',
  /** An address that signs in more than once has older mails. */
  since: Date | null = null,
): Promise<SignInMail> {
  const mailbox = process.env['E2E_MAILBOX_URL'] ?? '';
  const query = `to=${encodeURIComponent(address)}&subject=${encodeURIComponent(words[language].subject)}&timeout=20000${since ? `&since=${since.toISOString()}` : ''}`;
  const answer = await fetch(`${mailbox}/api/wait?${query}`);
  expect(answer.status, `a sign-in mail to ${address}`).toBe(200);
  const { text } = (await answer.json()) as { text: string };
  const link = /^http\S+\/sign-in\/link\/\S+$/m.exec(text)?.[0] ?? '';
  const code = /^\s+(\d{3}) (\d{3})$/m.exec(text);
  return { link, code: `${code?.[1] ?? ''}${code?.[2] ?? ''}` };
}

/** Signs in by link, from nothing to the account. */
export async function signInByLink(
  page: Page,
  address: string,
  language: Language = 'en',
): Promise<void> {
  const { link } = await askToSignIn(page, address, language);
  await page.goto(link);
  await page.getByRole('main').getByRole('button', { name: words[language].confirm }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: words[language].account }),
  ).toBeVisible();
}
