import { formatMoney } from '../kernel/format.ts';
import { localPath } from '../kernel/locale.ts';
import type { Money } from '../kernel/money.ts';
import type { Translate } from '../messages/translate.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { MailFrame, RenderedMail } from './mail.ts';

export interface DuplicateReturnedView extends MailFrame {
  readonly name: string | null;
  /** What went back to the card. */
  readonly amount: Money;
}

/** Somebody who was a patron already began a second membership: it was ended and paid back. */
export function duplicateMembershipReturnedMail(
  t: Translate,
  view: DuplicateReturnedView,
): RenderedMail {
  return composeMail(t, view, {
    subject: t('mail.duplicate.subject'),
    blocks: [
      greeting(t, view.name),
      {
        kind: 'paragraph',
        text: t('mail.duplicate.lead', {
          newsroom: view.newsroom.name,
          amount: formatMoney(view.amount, view.locale),
        }),
      },
      { kind: 'paragraph', text: t('mail.duplicate.when') },
      {
        kind: 'button',
        label: t('mail.duplicate.button'),
        href: view.appUrl + localPath(view.locale, '/account/membership'),
      },
      { kind: 'small', text: t('mail.duplicate.more') },
    ],
  });
}
