import { formatDay } from '../kernel/format.ts';
import type { Translate } from '../messages/translate.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { MailFrame, RenderedMail } from './mail.ts';

export interface CancellationScheduledView extends MailFrame {
  readonly name: string | null;
  readonly tierName: string;
  readonly endsAt: Date;
  /** Where it can be taken back without signing in. */
  readonly continueUrl: string;
}

/** Confirms that a membership will end, and how to take it back. */
export function cancellationScheduledMail(
  t: Translate,
  view: CancellationScheduledView,
): RenderedMail {
  const date = formatDay(view.endsAt, view.locale, view.newsroom.timeZone);
  const newsroom = view.newsroom.name;
  return composeMail(t, view, {
    subject: t('mail.cancellation.subject', { date }),
    blocks: [
      greeting(t, view.name),
      {
        kind: 'paragraph',
        text: t('mail.cancellation.lead', { tier: view.tierName, newsroom, date }),
      },
      { kind: 'paragraph', text: t('mail.cancellation.until') },
      { kind: 'paragraph', text: t('mail.cancellation.undo') },
      { kind: 'button', label: t('mail.cancellation.button'), href: view.continueUrl },
      { kind: 'paragraph', text: t('mail.cancellation.thanks') },
    ],
  });
}
