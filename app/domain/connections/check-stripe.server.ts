import { sql } from 'drizzle-orm';
import { stripeEvents } from '../../db/schema/webhooks.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import type { Ctx } from '../ports/context.ts';
import { handledEventTypes } from '../ports/event-table.ts';
import { type StripeCheck, ourEndpoint, stripeLines } from './stripe-check.ts';

/**
 * Asks Stripe what it has of us and holds it against what is needed. Two requests.
 * @param webhookUrl where it is to call us
 */
export async function checkStripe(
  ctx: Ctx,
  webhookUrl: string,
): Promise<Result<StripeCheck, 'unavailable' | 'missing' | 'refused'>> {
  try {
    const [account, endpoints, [last]] = await Promise.all([
      ctx.payments.readAccount(),
      ctx.payments.listEndpoints(),
      ctx.db.select({ at: sql<string | null>`max(${stripeEvents.receivedAt})` }).from(stripeEvents),
    ]);
    const endpoint = ourEndpoint(endpoints, webhookUrl);
    const lastEventAt = last?.at ? new Date(last.at) : null;
    const lines = stripeLines({
      ...{ account, endpoint, needed: handledEventTypes },
      ...{ apiVersion: ctx.payments.apiVersion, hasHeard: lastEventAt !== null },
    });
    const mendable = ['endpoint', 'endpointEnabled', 'endpointVersion', 'eventsMissing'];
    return ok({
      ...{ isLive: account.isLive, lines, lastEventAt },
      isEndpointWrong: lines.some(({ key, level }) => level !== 'ok' && mendable.includes(key)),
    });
  } catch (error) {
    const why = ctx.payments.whyFailed(error);
    if (why) return fail(why);
    throw error;
  }
}
