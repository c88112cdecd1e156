/** The path of an object's page in Stripe's dashboard, by the prefix of its id. */
const pages: Readonly<Record<string, string>> = {
  ch: 'payments',
  pi: 'payments',
  py: 'payments',
  sub: 'subscriptions',
  in: 'invoices',
  cus: 'customers',
  po: 'payouts',
  evt: 'events',
  du: 'disputes',
  dp: 'disputes',
};

/** Null: the dashboard has no page for it (a Checkout session, a balance transaction). */
export function dashboardUrl(objectId: string, isLive: boolean): string | null {
  const page = pages[objectId.split('_')[0] ?? ''];
  if (!page || !/^\w+$/.test(objectId)) return null;
  return `https://dashboard.stripe.com/${isLive ? '' : 'test/'}${page}/${objectId}`;
}
