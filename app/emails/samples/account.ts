import { emailChangeNewMail, emailChangeOldMail } from '../email-change.ts';
import { emailChangedMail } from '../email-changed.ts';
import { erasureDoneMail } from '../erasure-done.ts';
import { passkeyAddedMail } from '../passkey-added.ts';
import { passkeysResetMail } from '../passkeys-reset.ts';
import { signInMail } from '../sign-in.ts';
import { signInSuggestionMail } from '../sign-in-suggestion.ts';
import { staffInvitationMail } from '../staff-invitation.ts';
import { supportersMergedMail } from '../supporters-merged.ts';
import { facts, type Sample } from './sample.ts';

/** Mails about who somebody is, and how they come in. */
export const accountSamples = {
  'sign-in': (t, frame) =>
    signInMail(t, { ...frame, token: facts.token, code: facts.code, minutes: 30 }),
  'sign-in-suggestion': signInSuggestionMail,
  'email-change-old': (t, frame) =>
    emailChangeOldMail(t, {
      ...frame,
      newEmail: facts.otherEmail,
      token: facts.token,
      hours: 24,
    }),
  'email-change-new': (t, frame) =>
    emailChangeNewMail(t, { ...frame, oldEmail: facts.email, token: facts.token, hours: 24 }),
  'email-changed': (t, frame) =>
    emailChangedMail(t, {
      ...frame,
      name: facts.name[frame.locale],
      oldEmail: facts.email,
      newEmail: facts.otherEmail,
      mailbox: 'old',
      isByStaff: false,
    }),
  'supporters-merged': (t, frame) =>
    supportersMergedMail(t, {
      ...frame,
      keptEmail: facts.email,
      mergedEmail: facts.otherEmail,
    }),
  'passkey-added': (t, frame) =>
    passkeyAddedMail(t, {
      ...frame,
      name: facts.name[frame.locale],
      passkeyName: 'iPhone',
      addedAt: new Date('2026-11-22T18:40:00Z'),
    }),
  'passkeys-reset': (t, frame) =>
    passkeysResetMail(t, { ...frame, name: facts.name[frame.locale] }),
  'staff-invitation': (t, frame) =>
    staffInvitationMail(t, {
      ...frame,
      role: 'editor',
      expiresAt: facts.later,
      token: facts.token,
    }),
  'erasure-done': erasureDoneMail,
} satisfies Record<string, Sample>;
