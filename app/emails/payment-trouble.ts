import { formatDay, formatMoney } from '../kernel/format.ts';
import type { Money } from '../kernel/money.ts';
import type { Translate } from '../messages/translate.ts';
import { cancelLine } from './cancel-line.ts';
import type { Block, Fact, MailFrame } from './mail.ts';

/** What each mail about a payment that is open knows. */
export interface PaymentTroubleView extends MailFrame {
  readonly name: string | null;
  readonly tierName: string;
  /** What is open. */
  readonly amount: Money;
  readonly trouble: 'failed' | 'needs_confirmation';
  /** "Visa ending in 4242"; null when none is saved. */
  readonly cardName: string | null;
  /** When the extras close; null when the tier opens none. */
  readonly closesAt: Date | null;
  /** When it is tried again by itself. */
  readonly nextAttemptAt: Date | null;
  /** Leads to the payment provider, without signing in. */
  readonly cardUrl: string;
  readonly cancelUrl: string | null;
}

/** Dates and sums as the reader writes them. */
export function troubleWords(view: PaymentTroubleView) {
  const day = (instant: Date) => formatDay(instant, view.locale, view.newsroom.timeZone);
  return { day, amount: formatMoney(view.amount, view.locale) };
}

/** What it is about, as a table. */
export function troubleFacts(t: Translate, view: PaymentTroubleView): Block {
  const { day, amount } = troubleWords(view);
  const rows: Fact[] = [
    { term: t('collection.mail.amount'), value: amount },
    { term: t('collection.mail.membership'), value: view.tierName },
  ];
  if (view.cardName) rows.push({ term: t('collection.mail.card'), value: view.cardName });
  if (view.closesAt) {
    rows.push({ term: t('collection.mail.openUntil'), value: day(view.closesAt) });
  }
  return { kind: 'facts', rows };
}

/** The one button that puts it right, and the way out. */
export function troubleActs(t: Translate, view: PaymentTroubleView): Block[] {
  const isFailed = view.trouble === 'failed';
  return [
    {
      kind: 'button',
      label: t(isFailed ? 'collection.mail.useCard' : 'collection.mail.confirmNow'),
      href: view.cardUrl,
    },
    {
      kind: 'small',
      text: t(isFailed ? 'collection.mail.linkNote' : 'collection.mail.linkNoteConfirm'),
    },
    ...cancelLine(t, view.cancelUrl),
  ];
}
