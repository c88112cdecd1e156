import { updateCustomerEmail } from '../domain/supporters/update-customer-email.server.ts';
import { extendMembership } from '../domain/gifts/extend-membership.server.ts';
import { makeRefundLater } from '../domain/refunds/make-refund.server.ts';
import { foldRollups } from '../domain/rollups/fold-rollups.server.ts';
import { rebuildRollups } from '../domain/rollups/rebuild-rollups.server.ts';
import type { JobHandlers } from '../gateways/queue/queue.server.ts';
import type { Services } from '../services.server.ts';
import { processEvent, settlePayment } from '../webhooks/process-event.server.ts';
import { actOnTheDay } from './act-on-the-day.server.ts';
import { checkRollupsNightly } from './check-rollups.server.ts';
import { reconcile } from './reconcile.server.ts';
import { sendMail } from './send-mail.server.ts';
import { sweepExpired } from './sweep-expired.server.ts';

/** One handler for each job there is: the type makes sure of it. */
export function createJobHandlers(services: Services): JobHandlers {
  return {
    'process-stripe-event': ({ eventId }) => processEvent(services, eventId),
    'send-mail': ({ mailId }) => sendMail(services, { mailId }),
    'settle-payment': ({ chargeId }) => settlePayment(services, chargeId),
    'sweep-expired': () => sweepExpired(services),
    'update-customer-email': (data) => updateCustomerEmail(services, data),
    'delete-customer': ({ stripeCustomerId }) => services.payments.deleteCustomer(stripeCustomerId),
    'extend-membership': ({ giftId }) => extendMembership(services, giftId),
    'make-refund': ({ refundId }) => makeRefundLater(services, refundId),
    'act-on-the-day': () => actOnTheDay(services),
    'rebuild-rollups': () => rebuildRollups(services),
    'fold-rollups': () => foldRollups(services),
    'check-rollups': () => checkRollupsNightly(services),
    'reconcile-hourly': async () => {
      await reconcile(services, 'hourly');
    },
    'reconcile-nightly': async () => {
      await reconcile(services, 'nightly');
    },
  };
}
