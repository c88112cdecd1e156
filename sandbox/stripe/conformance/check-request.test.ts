import { describe, expect, it } from 'vitest';
import { checkRequest } from './check-request.ts';

const sessions = '/v1/checkout/sessions';
const donation = {
  mode: 'payment',
  customer: 'cus_1',
  client_reference_id: '42',
  success_url: 'https://example.org/thanks',
  line_items: {
    0: {
      quantity: '1',
      price_data: { currency: 'eur', unit_amount: '1500', product_data: { name: 'Donation' } },
    },
  },
  payment_intent_data: { metadata: { kind: 'donation', order_id: '42' } },
  metadata: { kind: 'donation' },
  expand: { 0: 'payment_intent' },
};

describe('Checkout sessions', () => {
  it('takes a donation, with arrays as lists or keyed by index', () => {
    expect(checkRequest('POST', sessions, donation)).toBeNull();
    expect(
      checkRequest('POST', sessions, { ...donation, line_items: [donation.line_items[0]] }),
    ).toBeNull();
  });

  it('refuses payment_method_types, which this API version removed', () => {
    expect(checkRequest('POST', sessions, { ...donation, payment_method_types: ['card'] })).toEqual(
      {
        type: 'invalid_request_error',
        code: 'parameter_unknown',
        message: 'Received unknown parameter: payment_method_types',
        param: 'payment_method_types',
      },
    );
  });

  it.each(['hosted', 'embedded', 'custom'])('refuses the old ui_mode %s', (ui_mode) => {
    expect(checkRequest('POST', sessions, { ...donation, ui_mode })).toEqual({
      type: 'invalid_request_error',
      message: 'Invalid ui_mode: must be one of elements, embedded_page, form, or hosted_page',
      param: 'ui_mode',
    });
  });

  it('catches a typo in an enum that the types leave open', () => {
    expect(checkRequest('POST', sessions, { ...donation, mode: 'paymnt' })?.message).toBe(
      'Invalid mode: must be one of payment, setup, or subscription',
    );
  });

  it('names nested parameters in brackets', () => {
    const line_items = { 0: { price: 'price_1', amount: '500', name: 'Old style' } };
    expect(checkRequest('POST', sessions, { ...donation, line_items })).toMatchObject({
      code: 'parameter_unknown',
      message: 'Received unknown parameters: line_items[0][amount], line_items[0][name]',
      param: 'line_items[0][amount]',
    });
    const priceless = { 0: { price_data: { unit_amount: '500' } } };
    expect(checkRequest('POST', sessions, { ...donation, line_items: priceless })).toMatchObject({
      code: 'parameter_missing',
      message: 'Missing required param: line_items[0][price_data][currency].',
    });
  });
});

describe('subscriptions', () => {
  const path = '/v1/subscriptions/sub_1';

  it('takes a change of price, a scheduled cancellation, discounts and their removal', () => {
    for (const params of [
      { items: { 0: { id: 'si_1', price: 'price_2' } }, proration_behavior: 'always_invoice' },
      { cancel_at_period_end: 'true' },
      { cancel_at: '' },
      { discounts: { 0: { promotion_code: 'promo_1' } } },
      { discounts: '' },
      { pause_collection: { behavior: 'void', resumes_at: '1790000000' } },
      { pause_collection: '' },
      { billing_cycle_anchor: { type: 'now' } },
    ]) {
      expect(checkRequest('POST', path, params), JSON.stringify(params)).toBeNull();
    }
  });

  it('refuses what this API version removed', () => {
    expect(checkRequest('POST', path, { coupon: 'SPRING' })).toMatchObject({
      code: 'parameter_unknown',
      param: 'coupon',
    });
    const created = { customer: 'cus_1', items: [{ price: 'price_1' }], promotion_code: 'promo_1' };
    expect(checkRequest('POST', '/v1/subscriptions', created)).toMatchObject({
      code: 'parameter_unknown',
      param: 'promotion_code',
    });
    expect(checkRequest('POST', path, { billing_cycle_anchor: 'now' })).toMatchObject({
      message: 'Invalid object',
      param: 'billing_cycle_anchor',
    });
    expect(checkRequest('GET', '/v1/invoices/upcoming', { customer: 'cus_1' })?.code).toBe(
      'parameter_unknown',
    );
  });

  it('refuses the wrong kinds', () => {
    expect(checkRequest('POST', path, { items: { price: 'price_2' } })).toEqual({
      type: 'invalid_request_error',
      message: 'Invalid array',
      param: 'items',
    });
    expect(checkRequest('POST', path, { items: ['price_2'] })).toMatchObject({
      message: 'Invalid object',
      param: 'items[0]',
    });
    expect(checkRequest('POST', path, { cancel_at_period_end: '1' })).toMatchObject({
      message: 'Invalid boolean: 1',
      param: 'cancel_at_period_end',
    });
    expect(checkRequest('GET', '/v1/subscriptions', { customer: { id: 'cus_1' } })).toMatchObject({
      message: 'Invalid string: {:id=>"cus_1"}',
      param: 'customer',
    });
  });
});

describe('prices, customers, refunds, lists', () => {
  it('checks recurring', () => {
    const price = { currency: 'eur', product: 'prod_1', unit_amount: '1000' };
    const recurring = { interval: 'month' };
    expect(checkRequest('POST', '/v1/prices', { ...price, recurring })).toBeNull();
    expect(
      checkRequest('POST', '/v1/prices', { ...price, recurring: { interval: 'monthly' } })?.message,
    ).toBe('Invalid recurring[interval]: must be one of day, month, week, or year');
    expect(checkRequest('POST', '/v1/prices', { ...price, recurring: {} })?.message).toBe(
      'Missing required param: recurring[interval].',
    );
    expect(checkRequest('POST', '/v1/prices', { recurring })?.param).toBe('currency');
    expect(
      checkRequest('POST', '/v1/prices', { ...price, unit_amount_decimal: '10.5' }),
    ).toBeNull();
  });

  it('lets a customer field be emptied where Stripe does', () => {
    const path = '/v1/customers/cus_1';
    const fine = { name: '', metadata: { note: '' }, preferred_locales: ['uk', 'en'] };
    expect(checkRequest('POST', path, fine)).toBeNull();
    const erased = { email: '', address: { line1: '', country: '' } };
    expect(checkRequest('POST', path, erased)).toBeNull();
    const emptied = { invoice_settings: { default_payment_method: '' } };
    expect(checkRequest('POST', path, emptied)).toMatchObject({
      code: 'parameter_invalid_empty',
      param: 'invoice_settings[default_payment_method]',
    });
    expect(checkRequest('POST', path, { e_mail: 'a@example.org' })?.param).toBe('e_mail');
  });

  it('takes whole minor units only', () => {
    expect(
      checkRequest('POST', '/v1/refunds', { payment_intent: 'pi_1', amount: '500' }),
    ).toBeNull();
    expect(checkRequest('POST', '/v1/refunds', { payment_intent: 'pi_1', amount: '5.00' })).toEqual(
      {
        type: 'invalid_request_error',
        code: 'parameter_invalid_integer',
        message: 'Invalid integer: 5.00',
        param: 'amount',
      },
    );
    const coupon = { percent_off: '12.5', duration: 'once' };
    expect(checkRequest('POST', '/v1/coupons', coupon)).toBeNull();
  });

  it('takes a range or a moment, paging and expansion in lists', () => {
    const list = { created: { gte: '1790000000' }, limit: '100', expand: ['data.source'] };
    expect(checkRequest('GET', '/v1/balance_transactions', list)).toBeNull();
    expect(checkRequest('GET', '/v1/balance_transactions', { created: '1790000000' })).toBeNull();
    expect(checkRequest('GET', '/v1/balance_transactions', { limit: 'ten' })?.message).toBe(
      'Invalid integer: ten',
    );
  });

  it('answers an unknown route as Stripe does', () => {
    expect(checkRequest('POST', '/v1/orders', {})?.message).toMatch(
      /^Unrecognized request URL \(POST: \/v1\/orders\)\./,
    );
  });
});
