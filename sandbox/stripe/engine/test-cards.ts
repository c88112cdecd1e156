/** Stripe's test numbers and what each does (https://docs.stripe.com/testing). */

export interface Decline {
  code: string;
  declineCode: string;
  /** The API's words. */
  message: string;
  outcome: { reason: string; sellerMessage: string; networkStatus: string };
  advice: 'confirm_card_data' | 'do_not_try_again' | 'try_again_later';
  networkCode: string;
}

export type Authentication =
  /** Never asks. */
  | 'none'
  /** Asks with the card holder present; afterwards charges without them pass. */
  | 'on_setup'
  /** Asks for every payment, so charges without the card holder fail. */
  | 'always';

export interface TestCard {
  number: string;
  brand: string;
  funding: 'credit' | 'debit';
  country: string;
  decline: Decline | null;
  /** Can be saved, yet every charge is declined. */
  attachesThenDeclines: boolean;
  authentication: Authentication;
  /** What its holder tells the bank after a charge that has succeeded. */
  disputed: string | null;
}

function decline(
  code: string,
  declineCode: string,
  message: string,
  reason: string,
  advice: Decline['advice'],
  networkCode: string,
  sellerMessage: string,
): Decline {
  return {
    code,
    declineCode,
    message,
    outcome: { reason, sellerMessage, networkStatus: 'declined_by_network' },
    advice,
    networkCode,
  };
}

const NO_DETAILS = 'The bank did not return any further details with this decline.';
const GENERIC = decline(
  'card_declined',
  'generic_decline',
  'Your card was declined.',
  'generic_decline',
  'try_again_later',
  '05',
  NO_DETAILS,
);

const DECLINES: Record<string, Decline> = {
  '4000000000000002': GENERIC,
  '4000000000009995': decline(
    'card_declined',
    'insufficient_funds',
    'Your card has insufficient funds.',
    'insufficient_funds',
    'try_again_later',
    '51',
    'The bank returned the decline code `insufficient_funds`.',
  ),
  '4000000000009987': decline(
    'card_declined',
    'lost_card',
    'Your card was declined.',
    'lost_card',
    'do_not_try_again',
    '41',
    'The bank returned the decline code `lost_card`.',
  ),
  '4000000000009979': decline(
    'card_declined',
    'stolen_card',
    'Your card was declined.',
    'stolen_card',
    'do_not_try_again',
    '43',
    'The bank returned the decline code `stolen_card`.',
  ),
  '4000000000000069': decline(
    'expired_card',
    'expired_card',
    'Your card has expired.',
    'expired_card',
    'confirm_card_data',
    '54',
    'The bank returned the decline code `expired_card`.',
  ),
  '4000000000000127': decline(
    'incorrect_cvc',
    'incorrect_cvc',
    "Your card's security code is incorrect.",
    'incorrect_cvc',
    'confirm_card_data',
    'N7',
    'The bank returned the decline code `incorrect_cvc`.',
  ),
  '4000000000000119': decline(
    'processing_error',
    'processing_error',
    'An error occurred while processing your card. Try again in a little bit.',
    'processing_error',
    'try_again_later',
    '96',
    'The bank returned the decline code `processing_error`.',
  ),
};

/** Any real-looking number that is not a test card. */
const NOT_A_TEST_CARD = decline(
  'card_declined',
  'test_mode_live_card',
  'Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
  'test_mode_live_card',
  'do_not_try_again',
  '05',
  NO_DETAILS,
);

const DECLINES_WHEN_CHARGED = '4000000000000341';
/** What becomes of a charge that has succeeded; an `inquiry` is about fraud, too (https://docs.stripe.com/testing#disputes). */
const DISPUTED: Record<string, string> = {
  '4000000000000259': 'fraudulent',
  '4000000000002685': 'product_not_received',
  '4000000000001976': 'inquiry',
};
const AUTHENTICATION: Record<string, Authentication> = {
  '4000002500003155': 'on_setup',
  '4000002760003184': 'always',
};
const PLAIN: Record<string, [brand: string, funding: 'credit' | 'debit', country: string]> = {
  '4242424242424242': ['visa', 'credit', 'US'],
  '4000056655665556': ['visa', 'debit', 'US'],
  '5555555555554444': ['mastercard', 'credit', 'US'],
  '2223003122003222': ['mastercard', 'credit', 'US'],
  '5200828282828210': ['mastercard', 'debit', 'US'],
  '378282246310005': ['amex', 'credit', 'US'],
  '6011111111111117': ['discover', 'credit', 'US'],
};

/** Test cards of a country are numbered 400000 + its ISO 3166 number (https://docs.stripe.com/testing#international-cards). */
const COUNTRIES: Record<string, string> = {
  '000': 'US',
  '040': 'AT',
  '056': 'BE',
  '100': 'BG',
  '124': 'CA',
  '191': 'HR',
  '196': 'CY',
  '203': 'CZ',
  '208': 'DK',
  '233': 'EE',
  '246': 'FI',
  '250': 'FR',
  '276': 'DE',
  '300': 'GR',
  '348': 'HU',
  '372': 'IE',
  '380': 'IT',
  '428': 'LV',
  '440': 'LT',
  '442': 'LU',
  '528': 'NL',
  '578': 'NO',
  '616': 'PL',
  '620': 'PT',
  '642': 'RO',
  '703': 'SK',
  '705': 'SI',
  '724': 'ES',
  '752': 'SE',
  '756': 'CH',
  '804': 'UA',
  '826': 'GB',
  '036': 'AU',
  '392': 'JP',
  '554': 'NZ',
};

/** What the sandbox's bank does with a card number. Spaces are ignored. */
export function findCard(raw: string): TestCard {
  const number = raw.replaceAll(/\D/g, '');
  const plain = PLAIN[number];
  const country = number.startsWith('400000') ? COUNTRIES[number.slice(6, 9)] : undefined;
  const special =
    DECLINES[number] !== undefined ||
    AUTHENTICATION[number] !== undefined ||
    DISPUTED[number] !== undefined ||
    number === DECLINES_WHEN_CHARGED;
  const known = plain !== undefined || special || country !== undefined;
  return {
    number,
    brand: plain?.[0] ?? brandOf(number),
    funding: plain?.[1] ?? 'credit',
    country: plain?.[2] ?? country ?? 'US',
    decline: known ? (DECLINES[number] ?? null) : NOT_A_TEST_CARD,
    attachesThenDeclines: number === DECLINES_WHEN_CHARGED,
    authentication: AUTHENTICATION[number] ?? 'none',
    disputed: DISPUTED[number] ?? null,
  };
}

/** Codes after which Stripe doesn't try the card again (https://docs.stripe.com/billing/revenue-recovery/smart-retries). */
const HARD_DECLINES = new Set([
  'incorrect_number',
  'lost_card',
  'pickup_card',
  'revocation_of_all_authorizations',
  'revocation_of_authorization',
  'stolen_card',
  'test_mode_live_card',
]);

export function isHardDecline(declineCode: string): boolean {
  return HARD_DECLINES.has(declineCode);
}

/** The decline that charging the card meets, if any. */
export function chargeDecline(card: TestCard): Decline | null {
  return card.attachesThenDeclines ? GENERIC : card.decline;
}

function brandOf(number: string): string {
  if (number.startsWith('4')) return 'visa';
  if (/^3[47]/.test(number)) return 'amex';
  if (/^5[1-5]|^2[2-7]/.test(number)) return 'mastercard';
  return 'unknown';
}

/** The check digit of a card number (ISO/IEC 7812). */
export function isCardNumber(raw: string): boolean {
  const digits = raw.replaceAll(/[\s-]/g, '');
  if (!/^\d{13,19}$/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    let digit = Number(digits[digits.length - 1 - index]);
    if (index % 2 === 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}

export type DebitOutcome = 'disputed' | 'fails' | 'succeeds';

/** Test accounts (https://docs.stripe.com/testing#sepa-direct-debit); any other valid IBAN succeeds. */
const ACCOUNTS: Record<string, DebitOutcome> = {
  AT611904300234573201: 'succeeds',
  AT861904300235473202: 'fails',
  AT591904300235473203: 'disputed',
};

export function debitOutcome(iban: string): DebitOutcome {
  return ACCOUNTS[iban.replaceAll(/\s/g, '').toUpperCase()] ?? 'succeeds';
}

/** The check digits of an account number (ISO 13616). */
export function isIban(raw: string): boolean {
  const iban = raw.replaceAll(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  if (ACCOUNTS[iban]) return true;
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = /\d/.test(character) ? character : String(character.charCodeAt(0) - 55);
    for (const digit of value) remainder = (remainder * 10 + Number(digit)) % 97;
  }
  return remainder === 1;
}
