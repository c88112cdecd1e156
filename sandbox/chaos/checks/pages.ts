import { sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import { formatMoney } from '../../../app/kernel/format.ts';
import { localPath } from '../../../app/kernel/locale.ts';
import { money } from '../../../app/kernel/money.ts';
import { translatorFor } from '../../../app/messages/translate.ts';
import type { OpenedPage } from '../readers.ts';
import type { OrderRow } from './orders.ts';
import type { World } from './world.ts';

/** Every reader's own page of every order says what the order is at Stripe; accounts list what was paid. */
export async function checkPages(
  world: World,
  orders: ReadonlyMap<string, OrderRow>,
  sessions: ReadonlyMap<string, Stripe.Checkout.Session>,
): Promise<void> {
  for (const page of world.opened) {
    const session = sessions.get(page.sessionId);
    const order = orders.get(session?.metadata?.['order_id'] ?? '');
    if (!session || !order) {
      world.tally.found('a page of Stripe without an order', page.sessionId);
      continue;
    }
    if (page.isPaid !== (session.status === 'complete'))
      world.tally.found('a page of Stripe that said otherwise', `${session.id}: ${session.status}`);
    await checkOrderPage(world, page, session, order);
    if (page.browser.isSignedIn()) await checkAccount(world, page, order);
  }
}

async function checkOrderPage(
  { stage, tally }: World,
  { browser, visit }: OpenedPage,
  session: Stripe.Checkout.Session,
  order: OrderRow,
): Promise<void> {
  const t = translatorFor(visit.locale);
  const isPaid = session.status === 'complete';
  const path = localPath(
    visit.locale,
    `/${isPaid ? 'thanks' : 'orders'}/${order.kind}/${order.id}`,
  );
  const wanted = isPaid
    ? [
        t(order.is_duplicate ? 'giving.thanksDuplicateTitle' : 'giving.thanksTitle'),
        formatMoney(money(Number(order.amount_minor), order.currency), visit.locale),
      ]
    : [t(session.status === 'expired' ? 'giving.orderExpiredTitle' : 'giving.orderOpenTitle')];
  const answer = await browser.get(`${stage.places.appUrl}${path}`);
  tally.count('checked/order pages');
  const main = /<main[\s\S]*<\/main>/.exec(answer.body)?.[0] ?? '';
  const absent = wanted.filter((words) => !main.includes(words));
  if (answer.status !== 200 || absent.length > 0)
    tally.found('an order page that is not true', `${path}: ${answer.status}, no ${absent.join()}`);
}

async function checkAccount(
  { stage, tally }: World,
  { browser, visit }: OpenedPage,
  order: OrderRow,
): Promise<void> {
  const { rows } = await stage.sql.db.execute<{ id: string }>(sql`
    select id from payments where kind = 'charge' and supporter_id = ${order.supporter_id}`);
  const path = localPath(visit.locale, '/account/payments');
  const answer = await browser.get(`${stage.places.appUrl}${path}`);
  tally.count('checked/account pages');
  const absent = rows.filter(({ id }) => !answer.body.includes(`/account/payments/${id}`));
  const listed = answer.body.split(/href="[^"]*\/account\/payments\/[0-9a-f]/).length - 1;
  if (answer.status !== 200 || absent.length > 0 || listed !== rows.length)
    tally.found(
      'an account that does not list its payments',
      `${order.supporter_id}: ${answer.status}, ${listed} of ${rows.length}`,
    );
}
