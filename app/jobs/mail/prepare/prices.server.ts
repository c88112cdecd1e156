import { readNotice } from '../../../domain/memberships/prices/read-price-migrations.server.ts';
import { priceChangeMail } from '../../../emails/price-change.ts';
import { money } from '../../../kernel/money.ts';
import { fail, ok } from '../../../kernel/result.ts';
import { readMembershipSubject } from './membership.server.ts';
import type { Prepare } from './prepare.ts';

export const preparePriceChange: Prepare = async (preparation) => {
  const subject = await readMembershipSubject(preparation);
  if (!subject) return fail('subject_gone');
  const [membershipId = '', migrationId = ''] = preparation.mail.subjectId.split('@');
  const notice = await readNotice(preparation.services, { migrationId, membershipId });
  if (!notice) return fail('subject_gone');
  // Called off, or decided by the patron, before the mail went out.
  if (notice.status !== 'told' || subject.membership.endedAt) return fail('too_late');
  const { amount, feeCover } = subject.membership;
  return ok(
    priceChangeMail(subject.t, {
      ...subject.view,
      interval: notice.interval,
      amount,
      newAmount: money(notice.to.amountMinor + feeCover.amountMinor, notice.to.currency),
      notBefore: notice.dueAt,
    }),
  );
};
