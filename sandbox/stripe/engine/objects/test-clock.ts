export type TestClock = ReturnType<typeof newTestClock>;

const KEPT_SECONDS = 30 * 86_400;

export function newTestClock(
  id: string,
  created: number,
  fields: { frozenTime: number; name: string | null },
) {
  return {
    id,
    object: 'test_helpers.test_clock' as const,
    created,
    deletes_after: created + KEPT_SECONDS,
    frozen_time: fields.frozenTime,
    livemode: false,
    name: fields.name,
    status: 'ready' as 'advancing' | 'ready',
    status_details: {} as { advancing?: { target_frozen_time: number } },
  };
}
