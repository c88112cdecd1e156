import { describe, expect, it } from 'vitest';
import { handledEventTypes } from '../ports/event-table.ts';
import { type CheckLine, ourEndpoint, stripeLines } from './stripe-check.ts';

const account = {
  ...{ accountId: 'acct_1', isLive: false, name: 'The Sluice', country: 'NL' },
  ...{ defaultCurrency: 'EUR', canCharge: true, canPayOut: true },
  ...{ requirementsDue: [] as string[], missingCapabilities: [] as string[] },
};
const endpoint = {
  ...{ endpointId: 'we_1', url: 'https://news.example/webhooks/stripe', isEnabled: true },
  ...{ apiVersion: 'v1', events: handledEventTypes as readonly string[] },
};
const look = (parts: Partial<Parameters<typeof stripeLines>[0]> = {}) =>
  stripeLines({
    ...{ account, endpoint, needed: handledEventTypes, apiVersion: 'v1', hasHeard: true },
    ...parts,
  });
const wrong = (lines: CheckLine[]) =>
  lines.filter(({ level }) => level !== 'ok').map(({ key, level }) => [key, level]);

describe('the check of Stripe', () => {
  it('finds nothing to do where all is in order', () => {
    expect(wrong(look())).toEqual([]);
  });

  it('names each event that is missing, and each that nobody needs', () => {
    const events = [...handledEventTypes.slice(2), 'invoice.created'];
    const lines = look({ endpoint: { ...endpoint, events } });
    expect(wrong(lines)).toEqual([
      ['eventsMissing', 'broken'],
      ['eventsExtra', 'todo'],
    ]);
    expect(lines.find(({ key }) => key === 'eventsMissing')?.names).toEqual(
      handledEventTypes.slice(0, 2),
    );
  });

  it.each([
    ['no endpoint', { endpoint: undefined }, [['endpoint', 'broken']]],
    [
      'one that is off',
      { endpoint: { ...endpoint, isEnabled: false } },
      [['endpointEnabled', 'broken']],
    ],
    [
      'one of another version',
      { endpoint: { ...endpoint, apiVersion: null } },
      [['endpointVersion', 'broken']],
    ],
    ['nothing heard yet', { hasHeard: false }, [['lastEvent', 'todo']]],
    [
      'an account that can’t be paid out',
      { account: { ...account, canPayOut: false, requirementsDue: ['external_account'] } },
      [
        ['payouts', 'broken'],
        ['requirements', 'todo'],
      ],
    ],
  ])('tells of %s', (_name, parts, expected) => {
    expect(wrong(look(parts))).toEqual(expected);
  });

  it('knows its endpoint by the address, and takes one that is on', () => {
    const off = { ...endpoint, endpointId: 'we_0', isEnabled: false };
    const other = { ...endpoint, url: 'https://other.example/webhooks/stripe' };
    const slash = { ...endpoint, url: `${endpoint.url}/` };
    expect(ourEndpoint([other, off, slash], endpoint.url)).toBe(slash);
    expect(ourEndpoint([other], endpoint.url)).toBeUndefined();
  });
});
