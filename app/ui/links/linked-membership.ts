import type { Interval } from '../../kernel/giving-amounts.ts';
import type { Money } from '../../kernel/money.ts';
import type { EndingTermsView } from '../account/ending/ending-terms.tsx';

/** What a mail's link shows of its membership; instants as ISO 8601. */
export interface LinkedMembershipView {
  readonly tierName: { readonly en: string; readonly uk: string };
  readonly amount: Money;
  readonly interval: Interval;
  readonly ending: EndingTermsView;
  readonly nextCharge: { readonly at: string; readonly amount: Money } | null;
  readonly contactEmail: string;
}
