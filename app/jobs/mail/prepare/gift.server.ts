import { giftCode, printedCode } from '../../../domain/gifts/gift-code.ts';
import { type GiftView, readGift } from '../../../domain/gifts/read-gift.server.ts';
import { giftDeliveryMail } from '../../../emails/gift-delivery.ts';
import {
  type GiftNoticeView,
  giftClaimedMail,
  giftEndingMail,
  giftUnclaimedMail,
} from '../../../emails/gift-notices.ts';
import type { RenderedMail } from '../../../emails/mail.ts';
import { formatDay } from '../../../kernel/format.ts';
import { localPath } from '../../../kernel/locale.ts';
import { fail, ok } from '../../../kernel/result.ts';
import { type Translate, translatorFor } from '../../../messages/translate.ts';
import { type Prepare, subjectRow } from './prepare.ts';
import { readName } from './read-name.server.ts';

export const prepareGiftDelivery: Prepare = async (preparation) => {
  const { services, mail, frame, newsroom } = preparation;
  const gift = await readGift(services, subjectRow(preparation));
  if (!gift) return fail('subject_gone');
  // Claimed, paid back, or sent to another address since: this one would say what is not so.
  const isTo = gift.recipientEmail === mail.recipient;
  if (gift.standing !== 'delivered' || !isTo || !gift.claimableUntil) return fail('too_late');
  const code = printedCode(giftCode(services.env.appSecret, gift.id));
  return ok(
    giftDeliveryMail(translatorFor(mail.locale), {
      ...frame,
      fromName: gift.fromName,
      toName: gift.toName,
      message: gift.message,
      tierName: gift.tierName[mail.locale],
      months: gift.months,
      code,
      claimUrl: frame.appUrl + localPath(mail.locale, `/gift/claim/${code}`),
      claimableUntil: formatDay(gift.claimableUntil, mail.locale, newsroom.timeZone),
    }),
  );
};

/** A short mail about a gift; not written when the gift does not stand any more as it would say. */
function notice(
  write: (t: Translate, view: GiftNoticeView) => RenderedMail,
  about: (
    gift: GiftView,
  ) => { readonly readerId: string | null; readonly date: Date | null } | null,
): Prepare {
  return async (preparation) => {
    const { services, mail, frame } = preparation;
    const gift = await readGift(services, subjectRow(preparation));
    if (!gift) return fail('subject_gone');
    const said = about(gift);
    if (!said?.date) return fail('too_late');
    return ok(
      write(translatorFor(mail.locale), {
        ...frame,
        name: await readName(services, said.readerId),
        toName: gift.toName,
        fromName: gift.fromName,
        tierName: gift.tierName[mail.locale],
        date: said.date,
      }),
    );
  };
}

export const prepareGiftClaimed = notice(giftClaimedMail, (gift) =>
  gift.claimedAt ? { readerId: gift.giverId, date: gift.endsAt } : null,
);

export const prepareGiftEnding = notice(giftEndingMail, (gift) =>
  gift.standing === 'claimed' && !gift.extendsMembership
    ? { readerId: gift.claimedById, date: gift.endsAt }
    : null,
);

export const prepareGiftUnclaimed = notice(giftUnclaimedMail, (gift) =>
  gift.standing === 'waiting' || gift.standing === 'delivered'
    ? { readerId: gift.giverId, date: gift.claimableUntil }
    : null,
);
