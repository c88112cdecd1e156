import { invalidRequest, missingParam } from '../errors.ts';
import { createInvoiceItem } from '../flows/invoice-items.ts';
import { flag, integer, mergedMetadata, nested, requiredText, text } from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';

/** Charges and credits that wait for the customer's next invoice (https://docs.stripe.com/api/invoiceitems). */
export const invoiceItemRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/invoiceitems',
    params: [
      'amount',
      'currency',
      'customer',
      'description',
      'discountable',
      'metadata',
      'period.end',
      'period.start',
      'subscription',
    ],
    handle: (step, { params }) => {
      const amount = integer(params, 'amount');
      if (amount === undefined) throw missingParam('amount');
      const period = nested(params, 'period') ?? {};
      return createInvoiceItem(step, {
        amount,
        currency: requiredText(params, 'currency'),
        customer: requiredText(params, 'customer'),
        description: text(params, 'description') ?? null,
        discountable: flag(params, 'discountable') ?? amount > 0,
        metadata: mergedMetadata(params),
        period: {
          start: integer(period, 'start') ?? step.now,
          end: integer(period, 'end') ?? step.now,
        },
        subscription: text(params, 'subscription') ?? null,
      });
    },
  },
  {
    method: 'DELETE',
    path: '/v1/invoiceitems/:id',
    params: [],
    handle: (step, { id }) => {
      const item = step.get('invoiceitem', id);
      if (item.invoice !== null) {
        throw invalidRequest(
          'The invoice item can only be deleted when it is not attached to an invoice.',
          undefined,
          'invoice_not_editable',
        );
      }
      step.emit('invoiceitem.deleted', item);
      step.remove('invoiceitem', id);
      return { id, object: 'invoiceitem', deleted: true };
    },
  },
  retrieveRoute('invoiceitem', '/v1/invoiceitems/:id'),
  listRoute('invoiceitem', '/v1/invoiceitems', {
    by: ['customer', 'invoice'],
    where: { pending: (item, value) => String(item.invoice === null) === value },
  }),
];
