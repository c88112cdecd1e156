import { describe, expect, test } from 'vitest';
import { locales } from '../kernel/locale.ts';
import { money } from '../kernel/money.ts';
import { translatorFor } from '../messages/translate.ts';
import { cancellationScheduledMail } from './cancellation-scheduled.ts';
import { cancellationUndoneMail } from './cancellation-undone.ts';
import { duplicateMembershipReturnedMail } from './duplicate-membership-returned.ts';
import type { MailFrame, RenderedMail } from './mail.ts';
import { membershipEndedMail } from './membership-ended.ts';
import { membershipWelcomeMail } from './membership-welcome.ts';
import { receiptMail } from './receipt.ts';
import { renewalReminderMail } from './renewal-reminder.ts';
import { signInMail } from './sign-in.ts';
import { signInSuggestionMail } from './sign-in-suggestion.ts';

const newsroom = {
  name: 'The Sluice',
  legalName: 'NGO “Sluice Media”',
  address: '1 Quay Street\n65000 Odesa',
  taxId: '12345678',
  contactEmail: 'desk@sluice.example',
  timeZone: 'Europe/Kyiv',
};

function frame(locale: 'en' | 'uk'): MailFrame {
  return { locale, appUrl: 'https://sluice.example', newsroom };
}

const paymentId = '0193a5f0-7c3e-7abc-9def-012345678abc';
const at = new Date('2026-11-22T23:30:00Z');

function all(locale: 'en' | 'uk', name: string | null): Record<string, RenderedMail> {
  const t = translatorFor(locale);
  const common = { ...frame(locale), name };
  const amount = money(1_250, 'EUR');
  return {
    'sign-in': signInMail(t, { ...frame(locale), token: 'tok_en', code: '012345', minutes: 30 }),
    receipt: receiptMail(t, {
      ...common,
      amount,
      paidAt: at,
      paymentId,
      pdfUrl: 'https://sluice.example/receipts/signed',
      paymentNumber: '20261122-2345678ABC',
      paidFor: { kind: 'membership', tierName: 'Patron', interval: 'month' },
      cancelUrl: 'https://sluice.example/links/cancellation/signed',
      note: 'No goods were given in return.',
    }),
    'membership-welcome': membershipWelcomeMail(t, {
      ...common,
      tierName: 'Patron',
      amount,
      interval: 'year',
      nextCharge: { at, amount },
    }),
    'cancellation-scheduled': cancellationScheduledMail(t, {
      ...common,
      tierName: 'Patron',
      endsAt: at,
      continueUrl: 'https://sluice.example/links/continuation/signed',
    }),
    'cancellation-undone': cancellationUndoneMail(t, {
      ...common,
      tierName: 'Patron',
      nextCharge: { at, amount },
      cancelUrl: 'https://sluice.example/links/cancellation/signed',
    }),
    'membership-ended': membershipEndedMail(t, { ...common, tierName: 'Patron', endedAt: at }),
    'renewal-reminder': renewalReminderMail(t, {
      ...common,
      tierName: 'Patron',
      charge: { at, amount },
      isFirst: false,
      cancelUrl: 'https://sluice.example/links/cancellation/signed',
    }),
    'renewal-reminder after a trial': renewalReminderMail(t, {
      ...common,
      tierName: 'Patron',
      charge: { at, amount },
      isFirst: true,
      cancelUrl: 'https://sluice.example/links/cancellation/signed',
    }),
    'duplicate-membership-returned': duplicateMembershipReturnedMail(t, { ...common, amount }),
    'sign-in-suggestion': signInSuggestionMail(t, frame(locale)),
  };
}

describe.each(locales)('every mail in %s', (locale) => {
  const mails = Object.entries(all(locale, 'Anna'));

  test.each(mails)(
    '%s leads only to our own pages, loads nothing and fits a phone',
    (_name, mail) => {
      for (const [, href] of mail.html.matchAll(/href="([^"]*)"/g)) {
        expect(href).toMatch(/^https:\/\/sluice\.example\//);
      }
      expect(mail.html).not.toMatch(/<img|<link|<script|url\(|@import|@font-face/i);
      expect(mail.html).not.toMatch(/width="[4-9]\d\d/);
      expect(mail.html).toContain(`<html lang="${locale}">`);
      expect(mail.html).toContain('prefers-color-scheme:dark');
    },
  );

  test.each(mails)('%s says in both halves who sent it and how to reach them', (_name, mail) => {
    for (const half of [mail.text, mail.html]) {
      expect(half).toContain('The Sluice');
      expect(half).toContain('desk@sluice.example');
    }
    expect(mail.fromName).toBe('The Sluice');
    expect(mail.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated' });
  });

  test.each(mails)('%s has a subject of one line and no left-over placeholders', (_name, mail) => {
    expect(mail.subject).toMatch(/^[^\r\n]{10,120}$/);
    for (const part of [mail.subject, mail.text]) expect(part).not.toMatch(/[{}]|undefined|null/);
  });

  test.each(mails)('%s has the same address behind its button in both halves', (_name, mail) => {
    const href = /class="act" href="([^"]*)"/.exec(mail.html)?.[1] ?? '';
    expect(href).not.toBe('');
    expect(mail.text).toContain(href);
  });
});

describe('what stands in them', () => {
  const { receipt, 'sign-in': signIn, ...rest } = all('en', 'Anna');

  test('a receipt carries the newsroom’s identity, the sum, the day there, the number and the wording', () => {
    for (const words of [
      'NGO “Sluice Media”',
      '1 Quay Street',
      '12345678',
      '€12.50',
      '23 November 2026',
      'Membership “Patron”, monthly',
      '20261122-2345678ABC',
      'No goods were given in return.',
      `https://sluice.example/account/payments/${paymentId}`,
    ]) {
      expect(receipt?.text).toContain(words);
    }
    expect(receipt?.subject).toBe('Receipt from The Sluice: €12.50');
  });

  test('a sign-in mail has the link and the code', () => {
    expect(signIn?.text).toContain('https://sluice.example/sign-in/link/tok_en');
    expect(signIn?.text).toContain('012 345');
    expect(signIn?.subject).toContain('012 345');
  });

  test('a welcome says what is charged next', () => {
    expect(rest['membership-welcome']?.text).toContain('€12.50 on 23 November 2026');
  });

  test('a cancellation says when it ends and how to take it back', () => {
    const mail = rest['cancellation-scheduled'];
    expect(mail?.subject).toBe('Your membership ends on 23 November 2026');
    expect(mail?.text).toContain('https://sluice.example/links/continuation/signed');
  });

  test('every mail about a charge of a membership has the way out, one about a donation has none', () => {
    for (const name of ['receipt', 'cancellation-undone', 'renewal-reminder']) {
      expect(all('en', 'Anna')[name]?.text).toContain('/links/cancellation/signed');
    }
  });

  test('Ukrainian mails lead to Ukrainian pages and bend their words', () => {
    const mails = all('uk', 'Анна');
    expect(mails['sign-in']?.text).toContain('https://sluice.example/uk/sign-in/link/tok_en');
    expect(mails['sign-in']?.text).toContain('протягом 30 хвилин');
    expect(mails['receipt']?.text).toContain('Вітаємо, Анна!');
    expect(mails['receipt']?.text).toContain('Членство «Patron», щомісяця');
  });

  test('an order that is not a membership promises no membership', () => {
    const mail = receiptMail(translatorFor('en'), {
      ...frame('en'),
      name: null,
      amount: money(2_500, 'JPY'),
      paidAt: at,
      paymentId,
      paymentNumber: 'n',
      pdfUrl: 'https://sluice.example/receipts/signed',
      paidFor: { kind: 'donation' },
      cancelUrl: null,
      note: '',
    });
    expect(mail.text).toContain('Hello,');
    expect(mail.text).toContain('¥2,500');
    expect(mail.text).not.toMatch(/membership/i);
  });
});

describe('hostile names', () => {
  test('markup stays text', () => {
    for (const mail of Object.values(all('en', '<script>alert(1)</script>"\'&'))) {
      expect(mail.html).not.toContain('<script');
    }
    expect(all('en', '<script>x')['receipt']?.html).toContain('Hello &lt;script&gt;x,');
  });

  test('a name can’t turn the writing direction, add a line or a header', () => {
    const mail = all('en', 'An\u202ena\r\nBcc: all@example.org\u2066')['receipt'];
    expect(mail?.text).toContain('Hello Anna Bcc: all@example.org,');
    expect(mail?.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\r]/);
  });

  test('a right-to-left name is left alone', () => {
    expect(all('en', 'אנה')['receipt']?.text).toContain('Hello אנה,');
  });

  test('a name without end is cut between letters, not inside one', () => {
    const text = all('en', '🦊'.repeat(5_000))['receipt']?.text ?? '';
    expect(text).toContain(`Hello ${'🦊'.repeat(79)}…,`);
  });

  test('a name of nothing visible is no name', () => {
    expect(all('en', ' \u200b\u202e ')['receipt']?.text).toContain('Hello,');
  });

  test('curly brackets in a name are not a message of ours', () => {
    expect(all('en', '{amount}')['receipt']?.text).toContain('Hello {amount},');
  });
});

describe('a mail that one can do without', () => {
  const pageUrl = 'https://sluice.example/links/mail/token';
  const mail = signInSuggestionMail(translatorFor('en'), {
    ...frame('en'),
    optOut: {
      topic: 'reminders',
      pageUrl,
      oneClickUrl: 'https://sluice.example/unsubscribe/token',
    },
  });

  test('has the mail program’s own button, by one click', () => {
    expect(mail.headers).toMatchObject({
      'List-Unsubscribe': '<https://sluice.example/unsubscribe/token>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
  });

  test('says why it comes and where to choose, in both halves', () => {
    for (const half of [mail.text, mail.html]) {
      expect(half).toContain('we remind this address');
      expect(half).toContain(pageUrl);
    }
  });
});
