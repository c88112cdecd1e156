import { describe, expect, it } from 'vitest';
import { checkAnswer } from './check-answer.ts';
import { checkObject, findDifferences } from './check-object.ts';
import { balanceTransaction, charge, chargeRefunded, customer, price, refund } from './examples.ts';
import { alternativesOf } from './alternatives.ts';
import { knownDifferences, unsettableParams } from './known-differences.ts';
import { fieldSet, schema } from './schema.ts';

const listOf = (...data: unknown[]) => ({
  object: 'list',
  data,
  has_more: false,
  url: '/v1/things',
});

describe('checkObject', () => {
  it.each([customer, charge, refund, balanceTransaction, price, chargeRefunded])(
    'agrees with tsc about an example $object',
    (example) => {
      expect(checkObject(example)).toEqual([]);
    },
  );

  it('reports missing and extra keys with their path', () => {
    const billing_details = { ...charge.billing_details, tax_id: undefined };
    expect(checkObject({ ...charge, billing_details, invoice: 'in_1' })).toEqual([
      'charge.billing_details.tax_id: missing',
      'charge.invoice: not in the SDK type',
    ]);
  });

  it('reports wrong kinds, wrong nulls and fractions of minor units', () => {
    expect(checkObject({ ...refund, amount: 5.5, created: '1', currency: null })).toEqual([
      'refund.amount: expected integer, got 5.5',
      'refund.created: expected integer, got "1"',
      'refund.currency: expected string, got null',
    ]);
  });

  it('knows the values of an enum, even of one that the types leave open', () => {
    expect(checkObject({ ...charge, status: 'paid' })).toEqual([
      "charge.status: 'paid' is not one of failed, pending, succeeded",
    ]);
  });

  it('takes an expandable field as an id or as its object, and checks the latter', () => {
    expect(checkObject({ ...refund, charge })).toEqual([]);
    expect(checkObject({ ...refund, charge: { ...charge, paid: 'yes' } })).toEqual([
      'refund.charge.paid: expected boolean, got "yes"',
    ]);
    expect(checkObject({ ...refund, charge: customer })).toEqual([
      "refund.charge: expected string or null or Charge, got object 'customer'",
    ]);
  });

  it('takes a decimal as a string', () => {
    expect(checkObject({ ...price, unit_amount_decimal: '1000' })).toEqual([]);
    expect(checkObject({ ...price, unit_amount_decimal: 1000 })).toHaveLength(1);
  });

  it('checks lists and what is in them', () => {
    expect(checkObject(listOf(charge, refund))).toEqual([]);
    expect(checkObject({ ...listOf({ ...charge, paid: null }), url: undefined })).toEqual([
      'list.url: missing',
      'list.data[0].paid: expected boolean, got null',
    ]);
  });

  it('tells a deleted object from a live one', () => {
    const deleted = { id: 'cus_1', object: 'customer', deleted: true };
    expect(checkObject(deleted)).toEqual([]);
    expect(checkObject({ ...deleted, email: null })).toEqual([
      'customer.email: not in the SDK type',
    ]);
    expect(checkObject({ ...deleted, object: 'charge' })).toEqual([
      "charge.object: deleted 'charge' is not described by the schema",
    ]);
  });

  it('checks the object of an event by the type of the event', () => {
    const data = { object: refund, previous_attributes: { paid_at: 1 } };
    expect(checkObject({ ...chargeRefunded, data })).toEqual([
      "event.data.object: expected Charge, got object 'refund'",
      'event.data.previous_attributes.paid_at: not in the SDK type',
    ]);
    expect(checkObject({ ...chargeRefunded, type: 'charge.eaten' })).toContain(
      "event.type: 'charge.eaten' is not described by the schema",
    );
  });

  it('refuses what is no API object', () => {
    expect(checkObject('ch_1')).toEqual(['(top): expected an API object, got "ch_1"']);
    expect(checkObject({ ...charge, object: 'order' })).toEqual([
      "order.object: 'order' is not described by the schema",
    ]);
  });
});

describe('checkAnswer', () => {
  it('wants the kind of object that the route answers with', () => {
    expect(checkAnswer('GET', '/v1/charges/ch_1', charge)).toEqual([]);
    expect(checkAnswer('GET', '/v1/charges/ch_1', refund)).toEqual([
      'charges.retrieve: expected charge, got refund',
    ]);
    expect(checkAnswer('GET', '/v1/charges', listOf(charge))).toEqual([]);
  });
});

describe('known differences', () => {
  it('in parameters are all still needed', () => {
    for (const { type, fields } of unsettableParams) {
      const described = schema.types[type];
      if (typeof described !== 'object') throw new Error(`${type} has no fields.`);
      const { types } = fieldSet(described);
      for (const field of fields) {
        expect(alternativesOf(types.get(field) ?? `${type}.${field}?`).empty).toBe(false);
      }
    }
  });

  it('in objects are all still differences', () => {
    for (const { at, problem, example } of knownDifferences) {
      const places = findDifferences(example).map((found) => ({
        at: found.at.replaceAll(/\[\d+\]/g, '[]'),
        problem: found.problem,
      }));
      expect(places).toContainEqual({ at, problem });
    }
  });
});
