import { formatDay } from '../kernel/format.ts';
import { localPath } from '../kernel/locale.ts';
import type { Translate } from '../messages/translate.ts';
import { composeMail, greeting } from './compose-mail.ts';
import { type GrantMailView, lastDayOf } from './grant-given.ts';
import type { RenderedMail } from './mail.ts';

/** Sent once, two weeks before access that staff gave ends. */
export function grantEndingMail(
  t: Translate,
  view: GrantMailView & { readonly endsAt: Date },
): RenderedMail {
  const { locale, newsroom } = view;
  const date = formatDay(lastDayOf(view.endsAt), locale, newsroom.timeZone);
  return composeMail(t, view, {
    subject: t('grants.mail.ending.subject', { date }),
    blocks: [
      greeting(t, view.name),
      {
        kind: 'paragraph',
        text: t('grants.mail.ending.lead', {
          ...{ newsroom: newsroom.name, tier: view.tierName, date },
        }),
      },
      { kind: 'paragraph', text: t('grants.mail.ending.invitation') },
      {
        kind: 'button',
        label: t('grants.mail.ending.button'),
        href: view.appUrl + localPath(locale, '/join'),
      },
    ],
  });
}
