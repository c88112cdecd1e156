import type { MethodInput } from '../engine/flows/payment-methods.ts';
import type { Params } from '../engine/params.ts';
import { text } from '../engine/params.ts';
import { isCardNumber, isIban } from '../engine/test-cards.ts';
import type { Word } from './words.ts';

/** The names of the form's fields, as they are posted. */
export type FieldName =
  'cardName' | 'cardNumber' | 'cvc' | 'email' | 'expiry' | 'iban' | 'accountName';

export interface FormValues {
  method: 'card' | 'sepa_debit';
  email: string;
  cardNumber: string;
  expiry: string;
  cvc: string;
  cardName: string;
  country: string;
  iban: string;
  accountName: string;
}

export type FormErrors = Partial<Record<FieldName, Word>>;

export function readForm(params: Params): FormValues {
  const read = (name: string) => (text(params, name) ?? '').trim();
  return {
    method: read('method') === 'sepa_debit' ? 'sepa_debit' : 'card',
    email: read('email'),
    cardNumber: read('cardNumber'),
    expiry: read('expiry'),
    cvc: read('cvc'),
    cardName: read('cardName'),
    country: read('country'),
    iban: read('iban'),
    accountName: read('accountName'),
  };
}

export type ParsedForm =
  | { ok: false; errors: FormErrors }
  | { ok: true; method: MethodInput; email: string; name: string; country: string | null };

/** Checks what Stripe's page checks before it asks the bank. `now` in Unix seconds. */
export function parseForm(values: FormValues, now: number, needsEmail: boolean): ParsedForm {
  const errors: FormErrors = {};
  if (needsEmail && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(values.email)) errors.email = 'errorEmail';
  const country = /^[A-Z]{2}$/.test(values.country) ? values.country : null;
  const common = { ok: true as const, email: values.email, country };
  if (values.method === 'sepa_debit') {
    if (!isIban(values.iban)) errors.iban = 'errorIban';
    if (values.accountName === '') errors.accountName = 'errorAccountName';
    if (Object.keys(errors).length > 0) return { ok: false, errors };
    return { ...common, method: { iban: values.iban }, name: values.accountName };
  }
  if (!isCardNumber(values.cardNumber)) errors.cardNumber = 'errorNumber';
  const expiry = readExpiry(values.expiry);
  if (!expiry) errors.expiry = 'errorExpiry';
  else if (Date.UTC(expiry.year, expiry.month, 1) / 1000 <= now) errors.expiry = 'errorExpired';
  if (!/^\d{3,4}$/.test(values.cvc)) errors.cvc = 'errorCvc';
  if (values.cardName === '') errors.cardName = 'errorName';
  if (!expiry || Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ...common,
    method: { card: { number: values.cardNumber, expMonth: expiry.month, expYear: expiry.year } },
    name: values.cardName,
  };
}

function readExpiry(value: string): { month: number; year: number } | null {
  const match = /^(\d{1,2})\s*\/?\s*(\d{2}|\d{4})$/.exec(value);
  const month = Number(match?.[1]);
  const year = Number(match?.[2]);
  if (!match || month < 1 || month > 12) return null;
  return { month, year: year < 100 ? 2000 + year : year };
}
