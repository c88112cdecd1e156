import { prefilledFields } from '../../domain/asks/giving-form.ts';
import type { WayBackView } from '../../ui/account/ending/return-view.ts';
import type { FormStart } from './donate-page.server.ts';

/** What the page's address may ask for itself. */
const asked = ['tier', 'amount', 'currency', 'frequency', 'code'];

export interface JoinStart {
  readonly start: FormStart;
  readonly tierSlug: string | null;
  readonly isAsBefore: boolean;
}

/** Fills the form in with what somebody had before, unless the address asks for something else. */
export function startAsBefore(
  start: FormStart,
  back: WayBackView | null,
  query: URLSearchParams,
): JoinStart {
  if (!back || asked.some((name) => query.has(name))) {
    return { start, tierSlug: query.get('tier'), isAsBefore: false };
  }
  const known = { currency: back.currency, frequency: back.frequency };
  return {
    start: {
      ...start,
      ...known,
      typed: prefilledFields(start.rules, known, back.ownAmount),
    },
    tierSlug: back.tierSlug,
    isAsBefore: true,
  };
}
