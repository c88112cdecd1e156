import type { HeadersFunction } from '@remix-run/node';
import { type MailLinkAct, readMailLink } from '../../domain/memberships/mail-link.ts';
import type { DeadLink } from '../../ui/links/link-page.tsx';
import type { RequestArgs } from '../../web/context.ts';

export type ReadLink =
  | { readonly isLive: true; readonly membershipId: string }
  | { readonly isLive: false; readonly state: DeadLink };

/** The membership that a mail's link is about, when the link is ours, made for this act, and young enough. */
export function readLink({ context, params }: RequestArgs, act: MailLinkAct): ReadLink {
  const { env, clock } = context.services;
  const link = readMailLink(env.appSecret, act, params['token'] ?? '', clock.now());
  if (!link) return { isLive: false, state: 'unknown' };
  return link.isExpired
    ? { isLive: false, state: 'expired' }
    : { isLive: true, membershipId: link.membershipId };
}

/** 404: not a link of ours. 410: it was one. */
export function statusOf(state: DeadLink): 404 | 410 {
  return state === 'unknown' ? 404 : 410;
}

/**
 * The address is a secret: it is kept nowhere and told to no other site. Not `no-referrer`: under
 * it browsers send the form itself with `Origin: null`, which no defence against forgery can take.
 */
export const linkHeaders: HeadersFunction = () => ({
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'same-origin',
});
