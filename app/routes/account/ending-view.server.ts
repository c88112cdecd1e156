import type { EndingView } from '../../domain/memberships/ending/ending.ts';
import type { EndFailure } from '../../domain/memberships/ending/end-membership.server.ts';
import type { ContinueFailure } from '../../domain/memberships/ending/continue-membership.server.ts';
import type { EndingTermsView } from '../../ui/account/ending/ending-terms.tsx';

/** How each refusal is answered, in the account and from a mail alike. */
export const endingStatuses: Record<EndFailure | ContinueFailure, number> = {
  no_membership: 409,
  already_scheduled: 409,
  not_scheduled: 409,
  payments_unavailable: 503,
  payments_refused: 502,
};

export function toTermsView(ending: EndingView, timeZone: string): EndingTermsView {
  const { state, endsAt, endsNow, because, hasChangeWaiting } = ending;
  return { state, endsAt: endsAt.toISOString(), endsNow, because, hasChangeWaiting, timeZone };
}
