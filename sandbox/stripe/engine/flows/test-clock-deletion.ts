import type { Step } from '../step.ts';
import { cancelSubscription } from './cancellations.ts';

/** Takes a test clock's customers with it, and ends their subscriptions (https://docs.stripe.com/api/test_clocks/delete). */
export function deleteTestClock(step: Step, id: string) {
  for (const customer of step.listBy('customer', 'test_clock', id)) {
    for (const subscription of step.listBy('subscription', 'customer', customer.id)) {
      if (subscription.ended_at === null)
        cancelSubscription(step, subscription.id, 'cancellation_requested');
    }
    step.emit('customer.deleted', step.get('customer', customer.id));
    step.remove('customer', customer.id);
  }
  step.emit('test_helpers.test_clock.deleted', step.get('test_helpers.test_clock', id));
  step.remove('test_helpers.test_clock', id);
  return { id, object: 'test_helpers.test_clock', deleted: true };
}
