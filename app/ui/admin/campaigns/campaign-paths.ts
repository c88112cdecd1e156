import { paymentQuery } from '../../../domain/reports/payment-filter.ts';
import { sourceFields } from '../../../domain/reports/sources/source.ts';

/** The payments behind what a campaign has raised in one currency, whenever they were made. Without language prefix. */
export function campaignPaymentsPath(campaignId: string, currency: string): string {
  return `/admin/payments${paymentQuery({ campaignId, currency })}`;
}

/** All income by campaign, with fees, returns and what no campaign brought. Without language prefix. */
export function campaignSourcesPath(): string {
  const query = new URLSearchParams({ range: 'all', ...sourceFields({ by: 'campaign' }) });
  return `/admin/sources?${query.toString()}`;
}
