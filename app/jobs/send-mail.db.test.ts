import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giftInput, payOnStripe } from '../../sandbox/testing/gifts.ts';
import { type TestProduct, createTestProduct } from '../../sandbox/testing/product.ts';
import { openDatabase } from '../db/client.server.ts';
import { mails } from '../db/schema/mail.ts';
import { startDonation } from '../domain/donations/start-donation.server.ts';
import { saveNewsroom } from '../domain/newsroom/save-newsroom.server.ts';
import type { MailRequest } from '../domain/ports/mail.ts';
import { requestSignIn } from '../domain/supporters/request-sign-in.server.ts';
import { readSignInLink } from '../domain/supporters/sign-in-by-link.server.ts';
import type { OutgoingMail, SendOutcome } from '../gateways/email/smtp.server.ts';
import { money } from '../kernel/money.ts';
import { newId } from '../platform/ids.ts';
import type { Services } from '../services.server.ts';
import { sendMail } from './send-mail.server.ts';

let product: TestProduct;

beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.close());

/** A post office that keeps what it is handed, and answers as told. */
function postOffice(answer: SendOutcome = { outcome: 'sent' }): {
  services: Services;
  handed: OutgoingMail[];
} {
  const handed: OutgoingMail[] = [];
  const smtp = {
    send: async (mail: OutgoingMail) => {
      handed.push(mail);
      return answer;
    },
    close: () => undefined,
  };
  return { services: { ...product.services, smtp }, handed };
}

async function queue(request: Partial<MailRequest> = {}): Promise<string> {
  const { db, mail } = product.services;
  const subjectId = request.subjectId ?? newId();
  await mail.queue(db, {
    template: 'sign-in-suggestion',
    subjectId,
    recipient: 'anna@example.org',
    locale: 'en',
    ...request,
  });
  const [row] = await db.select().from(mails).where(eq(mails.subjectId, subjectId));
  return row?.id ?? '';
}

async function read(mailId: string) {
  const [row] = await product.services.db.select().from(mails).where(eq(mails.id, mailId));
  return row;
}

describe('a mail', () => {
  it('is sent with its own Message-ID, and marked', async () => {
    const mailId = await queue({ locale: 'uk' });
    const { services, handed } = postOffice();
    await sendMail(services, { mailId });
    expect(handed).toMatchObject([{ to: 'anna@example.org', messageId: `<${mailId}@localhost>` }]);
    expect(handed[0]?.html).toContain('lang="uk"');
    expect(await read(mailId)).toMatchObject({ status: 'sent', attempts: 1, failureCode: null });
  });

  it('goes out once, however many workers take it up at once', async () => {
    const mailId = await queue();
    const { services, handed } = postOffice();
    await Promise.all(Array.from({ length: 8 }, () => sendMail(services, { mailId })));
    await sendMail(services, { mailId });
    expect(handed).toHaveLength(1);
  });

  it('is not sent again after a worker died while sending it', async () => {
    const mailId = await queue();
    const dying = {
      ...product.services,
      smtp: { send: () => Promise.reject(new Error('power cut')), close: () => undefined },
    };
    await expect(sendMail(dying, { mailId })).rejects.toThrow('power cut');
    const { services, handed } = postOffice();
    await sendMail(services, { mailId });
    expect(handed).toEqual([]);
    expect(await read(mailId)).toMatchObject({ status: 'sending' });
  });

  it('is sent after a worker lost its database while it was writing it', async () => {
    const mailId = await queue();
    const gone = openDatabase('postgres://nobody@127.0.0.1:9/nowhere');
    const { services, handed } = postOffice();
    let uses = 0;
    const losing: Services = {
      ...services,
      get db() {
        uses += 1;
        return uses === 1 ? product.services.db : gone.db;
      },
    };
    await expect(sendMail(losing, { mailId })).rejects.toThrow();
    await gone.close();
    expect(handed).toEqual([]);
    await sendMail(services, { mailId });
    expect(handed).toHaveLength(1);
    expect(await read(mailId)).toMatchObject({ status: 'sent' });
  });

  it('waits when the server says "later", and is given up after ten times', async () => {
    const mailId = await queue();
    const { services, handed } = postOffice({ outcome: 'later', code: '451' });
    for (let attempt = 1; attempt < 10; attempt += 1) {
      await expect(sendMail(services, { mailId })).rejects.toThrow('451');
      expect(await read(mailId)).toMatchObject({ status: 'queued', attempts: attempt });
    }
    await sendMail(services, { mailId });
    expect(await read(mailId)).toMatchObject({
      status: 'failed',
      failureCode: '451',
      attempts: 10,
    });
    expect(handed).toHaveLength(10);
  });

  it.each(['never', 'unknown'] as const)(
    'that ends as "%s" is shown to staff and not tried again',
    async (outcome) => {
      const mailId = await queue();
      const { services, handed } = postOffice({ outcome, code: '550' });
      await sendMail(services, { mailId });
      await sendMail(services, { mailId });
      expect(handed).toHaveLength(1);
      expect(await read(mailId)).toMatchObject({ status: 'failed', failureCode: '550' });
    },
  );

  it('about a row that is gone is not sent', async () => {
    const { services, handed } = postOffice();
    for (const template of ['receipt', 'membership-welcome', 'cancellation-scheduled'] as const) {
      const mailId = await queue({ template });
      await sendMail(services, { mailId });
      expect(await read(mailId)).toMatchObject({ status: 'failed', failureCode: 'subject_gone' });
    }
    expect(handed).toEqual([]);
  });
});

describe('a sign-in mail', () => {
  it('carries a link that works, made when it was written', async () => {
    const { db } = product.services;
    await requestSignIn(product.services, {
      email: 'way-in@example.org',
      locale: 'en',
      returnTo: null,
      browserHash: 'b',
    });
    const [row] = await db.select().from(mails).where(eq(mails.recipient, 'way-in@example.org'));
    const { services, handed } = postOffice();
    await sendMail(services, { mailId: row?.id ?? '' });
    const token = /\/sign-in\/link\/([\w-]{43})\n/.exec(handed[0]?.text ?? '')?.[1] ?? '';
    expect(await readSignInLink(services, token)).toEqual({
      state: 'live',
      email: 'way-in@example.org',
    });
  });
});

describe('a receipt', () => {
  it('says what was paid, to whom, and in the newsroom’s words', async () => {
    const { services: real } = product;
    await saveNewsroom(real, {
      actorId: null,
      changes: {
        legalName: 'NGO Sluice Media',
        taxId: '12345678',
        receiptNote: { en: 'Nothing was given in return.', uk: '' },
      },
    });
    const started = await startDonation(real, giftInput({ amount: money(2_500, 'EUR') }));
    if (!started.ok) throw new Error(started.reason);
    payOnStripe(product.stripe, started.value.checkoutUrl, { email: 'giver@example.org' });
    await product.settle();
    const [row] = await real.db
      .select()
      .from(mails)
      .where(eq(mails.recipient, 'giver@example.org'));
    expect(row?.template).toBe('receipt');
    const { services, handed } = postOffice();
    await sendMail(services, { mailId: row?.id ?? '' });
    for (const words of [
      '€25.00',
      'One-time donation',
      'NGO Sluice Media',
      '12345678',
      'Nothing was given in return.',
    ]) {
      expect(handed[0]?.text).toContain(words);
    }
  });
});
