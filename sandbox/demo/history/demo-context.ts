import type { Db } from '../../../app/db/client.server.ts';
import type { Ctx } from '../../../app/domain/ports/context.ts';
import { createStripePayments } from '../../../app/gateways/stripe/payments.server.ts';
import { systemClock } from '../../../app/platform/clock.ts';
import type { Env } from '../../../app/platform/env.ts';
import type { Logger } from '../../../app/platform/logger.ts';
import { environment } from './stripe-facts.ts';

/** What the use cases need that the demo calls. It sends no mail and starts no job: nothing of the past does. */
export function demoContext(
  db: Db,
  env: Pick<Env, 'stripeSecretKey' | 'stripeApiBase'>,
  log: Logger,
): Ctx {
  const refuse = (what: string) => () => Promise.reject(new Error(`Loading the demo ${what}`));
  return {
    db,
    payments: createStripePayments({
      secretKey: env.stripeSecretKey,
      apiBase: env.stripeApiBase,
      environment,
    }),
    mail: { queue: refuse('sends no mail') },
    jobs: { enqueue: refuse('starts no jobs'), enqueueAgain: refuse('starts no jobs') },
    clock: systemClock,
    log,
  };
}
