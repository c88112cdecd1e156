import { noSuch, StripeApiError, unsupported } from '../errors.ts';
import { afterClosing, collectInvoice, payOutOfBand } from '../flows/collection.ts';
import { declinedError } from '../flows/decline-error.ts';
import { markUncollectible, voidInvoice } from '../flows/invoice-closing.ts';
import { finalizeInvoice, intentOfInvoice } from '../flows/invoices.ts';
import { flag, isParams, mergedMetadata, nested, text } from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';
import { createPreview, PREVIEW_PARAMS } from './invoice-previews.ts';

export const invoiceRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/invoices/:id/pay',
    params: ['off_session', 'paid_out_of_band', 'payment_method'],
    handle: (step, { params, id }) => {
      if (flag(params, 'paid_out_of_band') === true) return payOutOfBand(step, id);
      const method = text(params, 'payment_method');
      if (method !== undefined) {
        const { customer } = step.get('payment_method', method, 'payment_method');
        if (customer !== step.get('invoice', id).customer)
          throw noSuch('payment_method', method, 'payment_method');
      }
      const attempt = collectInvoice(step, id, {
        paymentMethod: method,
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
    params: ['auto_advance'],
    handle: (step, { params, id }) => {
      const advances = flag(params, 'auto_advance');
      if (advances !== undefined) step.edit('invoice', id).auto_advance = advances;
      return finalizeInvoice(step, id);
    },
  },
  {
    method: 'POST',
    path: '/v1/invoices/create_preview',
    params: PREVIEW_PARAMS,
    handle: (step, { params }) => createPreview(step, params),
  },
  {
    method: 'POST',
    path: '/v1/invoices/:id/void',
    params: [],
    handle: (step, { id }) => {
      afterClosing(step, voidInvoice(step, id));
      return step.get('invoice', id);
    },
  },
  {
    method: 'POST',
    path: '/v1/invoices/:id/mark_uncollectible',
    params: [],
    handle: (step, { id }) => {
      afterClosing(step, markUncollectible(step, id));
      return step.get('invoice', id);
    },
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
    where: {
      status: (invoice, value) => invoice.status === value,
      collection_method: (invoice, value) => invoice.collection_method === value,
    },
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
