import type { AccountFacts, EndpointFacts } from '../ports/payments-account.ts';

/** ok: nothing to do. todo: works, but something is missing. broken: readers or the books feel it. */
export type CheckLevel = 'ok' | 'todo' | 'broken';

export interface CheckLine {
  readonly key:
    | 'account'
    | 'charges'
    | 'payouts'
    | 'requirements'
    | 'capabilities'
    | 'endpoint'
    | 'endpointEnabled'
    | 'endpointVersion'
    | 'eventsMissing'
    | 'eventsExtra'
    | 'lastEvent';
  readonly level: CheckLevel;
  /** Names as Stripe has them, to be looked for in its dashboard. */
  readonly names: readonly string[];
}

/** What an endpoint lacks of the events that are needed, and what it has beyond them. `*` is all. */
export function compareEvents(
  needed: readonly string[],
  has: readonly string[],
): { missing: string[]; extra: string[] } {
  if (has.includes('*')) return { missing: [], extra: ['*'] };
  return {
    missing: needed.filter((type) => !has.includes(type)),
    extra: has.filter((type) => !needed.includes(type)),
  };
}

/** The endpoint that calls us: by its address, whatever slash it ends with. */
export function ourEndpoint(
  endpoints: readonly EndpointFacts[],
  url: string,
): EndpointFacts | undefined {
  const same = endpoints.filter((one) => one.url.replace(/\/+$/, '') === url);
  return same.find(({ isEnabled }) => isEnabled) ?? same[0];
}

/** Everything that has to be in order at Stripe, line by line. */
export function stripeLines(input: {
  readonly account: AccountFacts;
  readonly endpoint: EndpointFacts | undefined;
  readonly needed: readonly string[];
  readonly apiVersion: string;
  readonly hasHeard: boolean;
}): CheckLine[] {
  const { account, endpoint, needed } = input;
  const line = (
    key: CheckLine['key'],
    isFine: boolean,
    otherwise: CheckLevel,
    names: readonly string[] = [],
  ): CheckLine => ({ key, level: isFine ? 'ok' : otherwise, names });
  const events = compareEvents(needed, endpoint?.events ?? []);
  return [
    line(
      'account',
      true,
      'ok',
      [account.name ?? account.accountId, account.country ?? ''].filter(Boolean),
    ),
    line('charges', account.canCharge, 'broken'),
    line('payouts', account.canPayOut, 'broken'),
    line('requirements', account.requirementsDue.length === 0, 'todo', account.requirementsDue),
    line(
      'capabilities',
      account.missingCapabilities.length === 0,
      'todo',
      account.missingCapabilities,
    ),
    line('endpoint', endpoint !== undefined, 'broken', endpoint ? [endpoint.url] : []),
    ...(endpoint
      ? [
          line('endpointEnabled', endpoint.isEnabled, 'broken'),
          line('endpointVersion', endpoint.apiVersion === input.apiVersion, 'broken', [
            endpoint.apiVersion ?? '—',
            input.apiVersion,
          ]),
          line('eventsMissing', events.missing.length === 0, 'broken', events.missing),
          line('eventsExtra', events.extra.length === 0, 'todo', events.extra),
        ]
      : []),
    line('lastEvent', input.hasHeard, 'todo'),
  ];
}

/** How the connection to Stripe stands. */
export interface StripeCheck {
  readonly isLive: boolean;
  readonly lines: readonly CheckLine[];
  readonly lastEventAt: Date | null;
  /** Could the endpoint be made or mended from here? */
  readonly isEndpointWrong: boolean;
}
