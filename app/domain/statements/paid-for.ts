import type { Interval } from '../../kernel/giving-amounts.ts';

/** What a payment was for. */
export type PaidFor =
  | { readonly kind: 'donation' | 'gift' }
  | {
      readonly kind: 'membership';
      readonly tierName: { readonly en: string; readonly uk: string };
      readonly interval: Interval;
    };
