import { giftDeliveryMail } from '../gift-delivery.ts';
import { giftClaimedMail, giftEndingMail, giftUnclaimedMail } from '../gift-notices.ts';
import type { MailFrame } from '../mail.ts';
import { formatDay } from '../../kernel/format.ts';
import { localPath } from '../../kernel/locale.ts';
import { facts, type Sample } from './sample.ts';

function notice(frame: MailFrame, reader: 'giver' | 'receiver') {
  const names = { giver: facts.name[frame.locale], receiver: facts.otherName[frame.locale] };
  return {
    ...frame,
    name: names[reader],
    fromName: names.giver,
    toName: names.receiver,
    tierName: facts.tierName[frame.locale],
    date: facts.later,
  };
}

/** Mails about a gift membership. */
export const giftSamples = {
  'gift-delivery': (t, frame) =>
    giftDeliveryMail(t, {
      ...notice(frame, 'receiver'),
      message:
        frame.locale === 'uk'
          ? 'З днем народження! Тепер і ти читатимеш про ферму бджіл першим.'
          : 'Happy birthday! Now you will be the first to read about the bees.',
      months: 6,
      code: '7KQM-2XWD-9FTR',
      claimUrl: frame.appUrl + localPath(frame.locale, '/gift/claim/7KQM2XWD9FTR'),
      claimableUntil: formatDay(facts.later, frame.locale, frame.newsroom.timeZone),
    }),
  'gift-claimed': (t, frame) => giftClaimedMail(t, notice(frame, 'giver')),
  'gift-ending': (t, frame) => giftEndingMail(t, notice(frame, 'receiver')),
  'gift-unclaimed': (t, frame) => giftUnclaimedMail(t, notice(frame, 'giver')),
} satisfies Record<string, Sample>;
