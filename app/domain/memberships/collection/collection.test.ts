import { expect, it } from 'vitest';
import { brandName } from './collection.ts';

it('calls a card what is printed on it', () => {
  expect(['visa', 'amex', 'sepa_debit', 'cartes_bancaires', 'unknown'].map(brandName)).toEqual([
    'Visa',
    'American Express',
    'SEPA',
    'Cartes bancaires',
    '',
  ]);
});
