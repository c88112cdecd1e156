import { setTimeout as wait } from 'node:timers/promises';
import type { ApiFault, ApiFaults } from './api-faults.ts';
import type { Exchange, Reply } from './exchange.ts';
import { json } from './exchange.ts';

/** Answers a request of the API as the controls let it. `null`: the connection is to be closed. */
export async function answerTroubled(
  faults: ApiFaults,
  exchange: Exchange,
  answer: (exchange: Exchange) => Reply,
): Promise<Reply | null> {
  const fault = faults.take(exchange.method);
  if (faults.slowMs > 0) await wait(faults.slowMs);
  if (fault === null) return answer(exchange);
  if (fault === 'outage') return null;
  if (fault === 'error_after') answer(exchange);
  return ANSWERS[fault];
}

const SERVER_ERROR = json(500, {
  error: {
    type: 'api_error',
    message:
      'Sorry! There was an error while talking to one of our backends. (Asked for by the sandbox’s controls.)',
  },
});

/** https://docs.stripe.com/rate-limits, https://docs.stripe.com/api/errors */
const ANSWERS: Record<Exclude<ApiFault, 'outage'>, Reply> = {
  rate_limit: json(429, {
    error: {
      type: 'invalid_request_error',
      code: 'rate_limit',
      message: 'Request rate limit exceeded. (Asked for by the sandbox’s controls.)',
    },
  }),
  error_before: SERVER_ERROR,
  error_after: SERVER_ERROR,
};
