import { missingParam } from '../errors.ts';
import { deleteTestClock } from '../flows/test-clock-deletion.ts';
import { beginAdvance } from '../flows/test-clocks.ts';
import { newTestClock } from '../objects/test-clock.ts';
import { integer, text } from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';

const PATH = '/v1/test_helpers/test_clocks';

/** https://docs.stripe.com/api/test_clocks */
export const testClockRoutes: Route[] = [
  {
    method: 'POST',
    path: PATH,
    params: ['frozen_time', 'name'],
    handle: (step, { params }) => {
      const frozenTime = integer(params, 'frozen_time');
      if (frozenTime === undefined) throw missingParam('frozen_time');
      const clock = step.add(
        newTestClock(step.newId('clock'), step.accountNow, {
          frozenTime,
          name: text(params, 'name') ?? null,
        }),
      );
      step.emit('test_helpers.test_clock.created', clock);
      return clock;
    },
  },
  {
    method: 'POST',
    path: `${PATH}/:id/advance`,
    params: ['frozen_time'],
    handle: (step, { params, id }) => {
      const target = integer(params, 'frozen_time');
      if (target === undefined) throw missingParam('frozen_time');
      return beginAdvance(step, id, target);
    },
  },
  {
    method: 'DELETE',
    path: `${PATH}/:id`,
    params: [],
    handle: (step, { id }) => deleteTestClock(step, id),
  },
  retrieveRoute('test_helpers.test_clock', `${PATH}/:id`),
  listRoute('test_helpers.test_clock', PATH),
];
