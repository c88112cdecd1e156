import type { MembershipView } from '../../../domain/memberships/membership.ts';
import { membershipChangedMail } from '../../../emails/membership-changed.ts';
import {
  type MembershipPauseView,
  membershipPausedMail,
  pauseEndingMail,
} from '../../../emails/membership-pause.ts';
import { fail, ok } from '../../../kernel/result.ts';
import { readMembershipSubject } from './membership.server.ts';
import type { Prepare, Preparation } from './prepare.ts';

export const prepareMembershipChanged: Prepare = async (preparation) => {
  const subject = await readMembershipSubject(preparation);
  if (!subject) return fail('subject_gone');
  if (subject.membership.endedAt) return fail('too_late');
  const { next } = subject.membership;
  return ok(
    membershipChangedMail(subject.t, {
      ...subject.view,
      next: next && { ...next, tierName: next.tierName[preparation.mail.locale] },
    }),
  );
};

export const prepareMembershipPaused: Prepare = async (preparation) => {
  const paused = await readPaused(preparation);
  if (!paused.ok) return paused;
  return ok(membershipPausedMail(paused.value.t, paused.value.view));
};

export const preparePauseEnding: Prepare = async (preparation) => {
  const paused = await readPaused(preparation);
  if (!paused.ok) return paused;
  const { pausedUntil } = paused.value.view;
  // Paused anew for longer, before the mail went out.
  if (preparation.mail.subjectId.split('@')[1] !== pausedUntil.toISOString())
    return fail('too_late');
  return ok(pauseEndingMail(paused.value.t, paused.value.view));
};

async function readPaused(preparation: Preparation) {
  const subject = await readMembershipSubject(preparation);
  if (!subject) return fail('subject_gone');
  const pause = pauseOf(subject.membership);
  // Resumed before the mail went out: there is nothing to say any more.
  return pause ? ok({ t: subject.t, view: { ...subject.view, ...pause } }) : fail('too_late');
}

function pauseOf({
  status,
  pausedUntil,
  paidUntil,
  nextCharge,
}: MembershipView): Pick<MembershipPauseView, 'pausedUntil' | 'paidUntil' | 'charge'> | null {
  if (status !== 'paused' || !pausedUntil) return null;
  return { pausedUntil, paidUntil, charge: nextCharge?.amount ?? null };
}
