import { formatDay, formatMoney } from '../kernel/format.ts';
import type { Money } from '../kernel/money.ts';
import type { Translate } from '../messages/translate.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { Block, MailFrame, RenderedMail } from './mail.ts';

export interface CancellationUndoneView extends MailFrame {
  readonly name: string | null;
  readonly tierName: string;
  readonly nextCharge: { readonly at: Date; readonly amount: Money } | null;
  /** Where it can be ended without signing in. */
  readonly cancelUrl: string;
}

/** Confirms that a membership goes on after all, so that nobody is charged by surprise. */
export function cancellationUndoneMail(t: Translate, view: CancellationUndoneView): RenderedMail {
  const { locale, newsroom, nextCharge } = view;
  const charge: Block[] = nextCharge
    ? [
        {
          kind: 'paragraph',
          text: t('ending.mail.undone.charge', {
            amount: formatMoney(nextCharge.amount, locale),
            date: formatDay(nextCharge.at, locale, newsroom.timeZone),
          }),
        },
      ]
    : [];
  return composeMail(t, view, {
    subject: t('ending.mail.undone.subject'),
    blocks: [
      greeting(t, view.name),
      {
        kind: 'paragraph',
        text: t('ending.mail.undone.lead', { tier: view.tierName, newsroom: newsroom.name }),
      },
      ...charge,
      { kind: 'small', text: t('ending.mail.undone.notYou') },
      { kind: 'button', label: t('ending.mail.cancel'), href: view.cancelUrl },
    ],
  });
}
