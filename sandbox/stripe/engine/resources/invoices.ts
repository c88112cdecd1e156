import { StripeApiError, unsupported } from '../errors.ts';
import { collectInvoice } from '../flows/collection.ts';
import { declinedError } from '../flows/decline-error.ts';
import {
  finalizeInvoice,
  intentOfInvoice,
  markUncollectible,
  voidInvoice,
} from '../flows/invoices.ts';
import { flag, isParams, mergedMetadata, nested, text } from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';

export const invoiceRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/invoices/:id/pay',
    params: ['off_session', 'payment_method'],
    handle: (step, { params, id }) => {
      const attempt = collectInvoice(step, id, {
        paymentMethod: text(params, 'payment_method'),
        offSession: flag(params, 'off_session') ?? true,
        scheduled: false,
      });
      if (attempt === 'succeeded' || attempt === 'processing') return step.get('invoice', id);
      if (attempt === 'declined') throw declinedError(step, intentOfInvoice(step, id) ?? '');
      throw new StripeApiError({
        status: attempt === 'requires_action' ? 402 : 400,
        type: attempt === 'requires_action' ? 'card_error' : 'invalid_request_error',
        code:
          attempt === 'requires_action'
            ? 'invoice_payment_intent_requires_action'
            : 'resource_missing',
        message:
          attempt === 'requires_action'
            ? 'This payment requires additional user action before it can be completed successfully.'
            : 'There is no `default_payment_method` set on this Customer or Invoice. Please provide a payment method, or set a default.',
        keepsWrites: true,
      });
    },
  },
  {
    method: 'POST',
    path: '/v1/invoices/:id/finalize',
    params: [],
    handle: (step, { id }) => finalizeInvoice(step, id),
  },
  {
    method: 'POST',
    path: '/v1/invoices/:id/void',
    params: [],
    handle: (step, { id }) => voidInvoice(step, id),
  },
  {
    method: 'POST',
    path: '/v1/invoices/:id/mark_uncollectible',
    params: [],
    handle: (step, { id }) => markUncollectible(step, id),
  },
  {
    method: 'POST',
    path: '/v1/invoices/:id',
    params: ['metadata'],
    handle: (step, { params, id }) => {
      const invoice = step.edit('invoice', id);
      invoice.metadata = mergedMetadata(params, invoice.metadata);
      step.emit('invoice.updated', invoice);
      return invoice;
    },
  },
  {
    method: 'GET',
    path: '/v1/invoices/:id/lines',
    params: ['limit', 'starting_after', 'ending_before'],
    handle: (step, { id }) => step.get('invoice', id).lines,
  },
  retrieveRoute('invoice', '/v1/invoices/:id'),
  listRoute('invoice', '/v1/invoices', {
    by: ['subscription', 'customer'],
    where: { status: (invoice, value) => invoice.status === value },
  }),
];

export const invoicePaymentRoutes: Route[] = [
  retrieveRoute('invoice_payment', '/v1/invoice_payments/:id'),
  {
    method: 'GET',
    path: '/v1/invoice_payments',
    params: ['created', 'invoice', 'limit', 'starting_after', 'ending_before', 'payment', 'status'],
    handle: (_step, { params, page }) => {
      const invoice = text(params, 'invoice');
      const payment = nested(params, 'payment');
      if (isParams(payment) && text(payment, 'type') !== 'payment_intent') {
        throw unsupported("payments of a type other than 'payment_intent'", 'payment[type]');
      }
      const intent = payment && text(payment, 'payment_intent');
      const status = text(params, 'status');
      const by: [string, string] | undefined =
        invoice === undefined
          ? intent === undefined
            ? undefined
            : ['payment_intent', intent]
          : ['invoice', invoice];
      return page('invoice_payment', {
        url: '/v1/invoice_payments',
        by,
        where: (entry) =>
          (status === undefined || entry.status === status) &&
          (intent === undefined || entry.payment.payment_intent === intent),
      });
    },
  },
];
