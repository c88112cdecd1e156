import { createHash } from 'node:crypto';
import { type Result, fail, ok } from '../../kernel/result.ts';
import type { Ctx } from '../ports/context.ts';
import { handledEventTypes } from '../ports/event-table.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { ourEndpoint } from './stripe-check.ts';

/**
 * Makes the endpoint at which Stripe calls us, or subscribes the present one to what it lacks. An
 * endpoint keeps the version that it was made with, so one of another version gets a second beside
 * it: the old one is switched off by hand, once the new secret is in place.
 * Caller's duty: that the actor may, and that the secret is shown once and not kept.
 * @returns the new endpoint's secret; null when the present one was mended
 */
export async function setUpEndpoint(
  ctx: Ctx,
  input: { actorId: string; url: string; reason: string },
): Promise<Result<{ secret: string | null }, 'try_later' | 'refused'>> {
  const { url } = input;
  let present;
  try {
    present = ourEndpoint(await ctx.payments.listEndpoints(), url);
  } catch (error) {
    const why = ctx.payments.whyFailed(error);
    if (why === null) throw error;
    return fail(why === 'unavailable' ? 'try_later' : 'refused');
  }
  const { apiVersion } = ctx.payments;
  const isOurs = present?.apiVersion === apiVersion;
  const wanted = createHash('sha256')
    .update([url, apiVersion, ...handledEventTypes].join(' '))
    .digest('hex')
    .slice(0, 24);
  // One of its own for each state that is mended, so that a second press finds the first's work.
  const key = `endpoint:${wanted}:${present?.endpointId ?? 'none'}`;
  if (present && isOurs) {
    const events = present.events.includes('*') ? present.events : handledEventTypes;
    const done = await ctx.payments.updateEndpoint(present.endpointId, events, key);
    if (!done.ok) return fail(done.reason === 'try_later' ? 'try_later' : 'refused');
  }
  const made =
    present && isOurs
      ? null
      : await ctx.payments.addEndpoint({ url, events: handledEventTypes }, key);
  if (made && !made.ok) return fail(made.reason === 'try_later' ? 'try_later' : 'refused');
  await recordAudit(ctx, {
    actorId: input.actorId,
    action: made ? 'webhook_endpoint.added' : 'webhook_endpoint.changed',
    subjectKind: 'connection',
    subjectId: made?.value.endpointId ?? present?.endpointId ?? 'stripe',
    before: { events: present?.events ?? [], apiVersion: present?.apiVersion ?? null },
    after: { events: handledEventTypes, apiVersion },
    reason: input.reason,
  });
  return ok({ secret: made?.value.secret ?? null });
}
