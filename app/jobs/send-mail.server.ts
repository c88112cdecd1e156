import type { Services } from '../services.server.ts';
import {
  type ClaimedMail,
  claimMail,
  markFailed,
  markSent,
  markWaiting,
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
  const mail = await claimMail(services, mailId);
  if (!mail) return;
  const prepared = await prepareOrRelease(services, mail);
  if (!prepared.ok) {
    await markFailed(services, mail.id, prepared.reason);
    services.log.info(
      { mailId, template: mail.template, failure: prepared.reason },
      'mail not sent',
    );
    return;
  }
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
      if (mail.attempts < attemptsAllowed) {
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

/** Nothing is handed over before a mail is written, so a failure here may safely be tried again. */
async function prepareOrRelease(services: Services, mail: ClaimedMail) {
  try {
    return await prepareMail(services, mail);
  } catch (error) {
    if (mail.attempts < attemptsAllowed) await markWaiting(services, mail.id, 'not_written');
    else await markFailed(services, mail.id, 'not_written');
    throw error;
  }
}
