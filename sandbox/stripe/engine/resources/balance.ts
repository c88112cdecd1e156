import { invalidRequest, missingParam } from '../errors.ts';
import { cancelPayout, createPayout } from '../flows/payouts.ts';
import { readCurrency } from '../money/currencies.ts';
import type { ObjectStore } from '../object-store.ts';
import { countsFrom } from '../objects/balance.ts';
import { bankAccountOf, contentId } from '../objects/payout.ts';
import { inRange, integer, mergedMetadata, range, requiredText, text } from '../params.ts';
import type { Call, Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';
import type { Step } from '../step.ts';

interface Sums {
  available: number;
  pending: number;
}

/** What the account holds, by settlement currency, its default first. */
export function balanceSums(step: Step, store: ObjectStore): Map<string, Sums> {
  const { settlementCurrency, alsoSettles } = step.settings.money;
  const sums = new Map<string, Sums>(
    [settlementCurrency, ...alsoSettles].map((currency) => [
      currency,
      { available: 0, pending: 0 },
    ]),
  );
  for (const id of store.order('balance_transaction')) {
    const entry = store.get('balance_transaction', id);
    if (!entry) continue;
    const held = sums.get(entry.currency) ?? { available: 0, pending: 0 };
    held[countsFrom(entry) <= step.now ? 'available' : 'pending'] += entry.net;
    sums.set(entry.currency, held);
  }
  return sums;
}

function showBalance(step: Step, { store }: Call): object {
  const sums = [...balanceSums(step, store)];
  const part = (which: keyof Sums) =>
    sums.map(([currency, held]) => ({
      amount: held[which],
      currency,
      source_types: { card: held[which] },
    }));
  return {
    object: 'balance',
    available: part('available'),
    livemode: false,
    pending: part('pending'),
  };
}

/** The transactions that an automatic payout has taken (https://docs.stripe.com/payouts/reconciliation). */
function transactionsOf(step: Step, id: string): string[] {
  const payout = step.get('payout', id, 'payout');
  if (!payout.automatic) {
    throw invalidRequest(
      'Balance transaction history can only be filtered on automatic payouts, not manual.',
      'payout',
    );
  }
  if (payout.reconciliation_status !== 'completed') {
    throw invalidRequest(
      'The reconciliation of this payout is still in progress. Try again later.',
      'payout',
      'payout_reconciliation_not_ready',
    );
  }
  return step.find('sandbox.payout_content', contentId(id))?.transactions ?? [];
}

const listTransactions = listRoute('balance_transaction', '/v1/balance_transactions', {
  by: ['source'],
  where: {
    currency: (entry, value) => entry.currency === value,
    type: (entry, value) => entry.type === value,
  },
});

export const balanceRoutes: Route[] = [
  { method: 'GET', path: '/v1/balance', params: [], handle: showBalance },
  retrieveRoute('balance_transaction', '/v1/balance_transactions/:id'),
  {
    ...listTransactions,
    params: [...listTransactions.params, 'payout'],
    handle: (step, call) => {
      const payout = text(call.params, 'payout');
      if (payout === undefined) return listTransactions.handle(step, call);
      const ids = transactionsOf(step, payout);
      return listTransactions.handle(step, {
        ...call,
        page: (kind, listing) => call.page(kind, { ...listing, among: ids }),
      });
    },
  },
];

export const payoutRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/payouts',
    params: [
      'amount',
      'currency',
      'description',
      'destination',
      'metadata',
      'method',
      'source_type',
      'statement_descriptor',
    ],
    handle: (step, { params, store }) => {
      const amount = integer(params, 'amount');
      if (amount === undefined) throw missingParam('amount');
      const currency = readCurrency(requiredText(params, 'currency'), step.settings.money.rates);
      if ((text(params, 'method') ?? 'standard') !== 'standard')
        throw invalidRequest('Instant payouts are not enabled for this account.', 'method');
      if ((text(params, 'source_type') ?? 'card') !== 'card')
        throw invalidRequest(
          'All funds of this account are of the source type card.',
          'source_type',
        );
      const destination = text(params, 'destination') ?? bankAccountOf(currency);
      const held = balanceSums(step, store).get(currency);
      if (!held || destination !== bankAccountOf(currency)) {
        throw invalidRequest(
          `Sorry, you don't have any external accounts in that currency (${currency})`,
          held ? 'destination' : 'currency',
        );
      }
      const statementDescriptor = text(params, 'statement_descriptor') ?? null;
      if (statementDescriptor !== null && statementDescriptor.length > 22)
        throw invalidRequest(
          'Invalid string: must be at most 22 characters',
          'statement_descriptor',
        );
      const description = text(params, 'description') ?? 'STRIPE PAYOUT';
      const metadata = mergedMetadata(params);
      const input = { amount, currency, description, metadata, statementDescriptor };
      return createPayout(step, input, held.available);
    },
  },
  {
    method: 'POST',
    path: '/v1/payouts/:id',
    params: ['metadata'],
    handle: (step, { params, id }) => {
      const payout = step.edit('payout', id);
      payout.metadata = mergedMetadata(params, payout.metadata);
      step.emit('payout.updated', payout);
      return payout;
    },
  },
  {
    method: 'POST',
    path: '/v1/payouts/:id/cancel',
    params: [],
    handle: (step, { id }) => cancelPayout(step, id),
  },
  retrieveRoute('payout', '/v1/payouts/:id'),
  listRoute('payout', '/v1/payouts', {
    where: {
      arrival_date: (payout, _value, params) =>
        inRange(payout.arrival_date, range(params, 'arrival_date') ?? {}),
      destination: (payout, value) => payout.destination === value,
      status: (payout, value) => payout.status === value,
    },
  }),
];
