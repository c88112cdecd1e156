import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import type { MailTemplate } from '../../domain/ports/mail.ts';
import type { Services } from '../../services.server.ts';
import type { WaitingMail } from './outbox-row.server.ts';
import {
  prepareCancellationScheduled,
  prepareDuplicateReturned,
  prepareWelcome,
} from './prepare/membership.server.ts';
import type { Prepare, Prepared } from './prepare/prepare.ts';
import { prepareReceipt } from './prepare/receipt.server.ts';
import { prepareSignIn, prepareSignInSuggestion } from './prepare/sign-in.server.ts';

/** How each mail is written: one for each template there is. */
const preparations: Readonly<Record<MailTemplate, Prepare>> = {
  'sign-in': prepareSignIn,
  'sign-in-suggestion': prepareSignInSuggestion,
  receipt: prepareReceipt,
  'membership-welcome': prepareWelcome,
  'cancellation-scheduled': prepareCancellationScheduled,
  'duplicate-membership-returned': prepareDuplicateReturned,
};

/** Writes a mail from what its subject row says now, in the mail's language. */
export async function prepareMail(services: Services, mail: WaitingMail): Promise<Prepared> {
  const newsroom = await readNewsroom(services);
  return preparations[mail.template]({
    services,
    mail,
    newsroom,
    frame: {
      locale: mail.locale,
      appUrl: services.env.appUrl,
      newsroom: { ...newsroom, name: newsroom.name[mail.locale] },
    },
  });
}
