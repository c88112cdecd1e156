import { isMuted } from '../gateways/email/muted-topics.server.ts';
import type { Services } from '../services.server.ts';
import {
  type WaitingMail,
  claimMail,
  markFailed,
  markMuted,
  markSent,
  markUnwritten,
  markWaiting,
  readWaitingMail,
} from './mail/outbox-row.server.ts';
import { prepareMail } from './mail/prepare-mail.server.ts';

/** After this many refusals "for now" it is "never": the queue's own retries then span several hours. */
const attemptsAllowed = 10;

/** Thrown so that the queue tries again later. Names no person. */
class MailPostponed extends Error {
  override name = 'MailPostponed';
}

/**
 * Sends one mail of the outbox, at most once, however often and in however many workers it runs.
 * @throws when it should be tried again: the mail is then back in `queued`.
 */
export async function sendMail(services: Services, { mailId }: { mailId: string }): Promise<void> {
  const mail = await readWaitingMail(services, mailId);
  if (!mail) return;
  // Asked when it was queued, too: they may have said so meanwhile.
  if (await isMuted(services.db, mail)) {
    await markMuted(services, mail.id);
    services.log.info({ mailId, template: mail.template }, 'mail not wanted');
    return;
  }
  const prepared = await prepareOrNote(services, mail);
  if (!prepared.ok) {
    await markFailed(services, mail.id, prepared.reason);
    services.log.info(
      { mailId, template: mail.template, failure: prepared.reason },
      'mail not sent',
    );
    return;
  }
  const attempt = await claimMail(services, mail.id);
  if (attempt === null) return;
  const result = await services.smtp.send({
    messageId: `<${mail.id}@${new URL(services.env.appUrl).hostname}>`,
    to: mail.recipient,
    ...prepared.value,
  });
  const facts = { mailId, template: mail.template, outcome: result.outcome };
  switch (result.outcome) {
    case 'sent':
      await markSent(services, mail.id);
      services.log.info(facts, 'mail sent');
      return;
    case 'later':
      if (attempt < attemptsAllowed) {
        await markWaiting(services, mail.id, result.code);
        throw new MailPostponed(`mail ${mailId} was refused for now: ${result.code}`);
      }
      await markFailed(services, mail.id, result.code);
      services.log.error({ ...facts, failure: result.code }, 'mail given up');
      return;
    case 'never':
    case 'unknown':
      await markFailed(services, mail.id, result.code);
      services.log.error({ ...facts, failure: result.code }, 'mail failed');
      return;
  }
}

/** The mail waits while it is written: whoever dies meanwhile, its job finds it waiting still. */
async function prepareOrNote(services: Services, mail: WaitingMail) {
  try {
    return await prepareMail(services, mail);
  } catch (error) {
    const isLast = mail.attempts + 1 >= attemptsAllowed;
    await markUnwritten(services, mail.id, isLast ? 'failed' : 'queued');
    throw error;
  }
}
