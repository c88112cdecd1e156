import type { ShownPreview } from '../../domain/memberships/changes/membership-change.ts';
import type { PreviewedChange } from '../../domain/memberships/changes/preview-change.server.ts';
import { fromUnix, toUnix } from '../../kernel/dates.ts';
import { money } from '../../kernel/money.ts';
import type { ChangeFields } from './change-fields.server.ts';
import type { readChangePage } from './change-page.server.ts';

/** A previewed change as its page shows it, with what the form sends back. */
export function previewView(
  page: Awaited<ReturnType<typeof readChangePage>>,
  fields: ChangeFields,
  preview: PreviewedChange,
) {
  const { membership, tiers } = page;
  const { terms, tier, timing, figures, replaces } = preview;
  const tierNameOf = (id: string | null) => tiers.find((known) => known.id === id)?.name;
  return {
    fields,
    shown: {
      at: toUnix(preview.at),
      dueNow: figures.dueNow.amountMinor,
      next: figures.next.amount.amountMinor,
    },
    figures: {
      ...figures,
      timing,
      next: { ...figures.next, at: figures.next.at.toISOString() },
      before: {
        tierName: membership?.tierName ?? tier.name,
        amount: membership?.amount ?? terms.amount,
        interval: membership?.interval ?? terms.interval,
      },
      after: { tierName: tier.name, amount: terms.amount, interval: terms.interval },
      feeCover: terms.feeCoverMinor > 0 ? money(terms.feeCoverMinor, terms.amount.currency) : null,
      replaces: replaces && {
        tierName: tierNameOf(replaces.tierId) ?? tier.name,
        amount: replaces.amount,
        interval: replaces.interval,
        at: replaces.at.toISOString(),
      },
    },
  };
}

/** What the page showed. Numbers that no page of ours sends are none that Stripe would give: they lead to a new preview. */
export function readShown(raw: Readonly<Record<string, string>>): ShownPreview {
  const read = (name: string) => {
    const text = raw[name] ?? '';
    return /^\d{1,12}$/.test(text) ? Number(text) : 0;
  };
  return { at: fromUnix(read('at')), dueNowMinor: read('dueNow'), nextMinor: read('next') };
}
