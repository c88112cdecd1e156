import { createHmac } from 'node:crypto';
import { hashToken } from '../../platform/ids.ts';

/** Without what is easily taken for something else: 0 O, 1 I L, U V. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const length = 12;
const codeShape = new RegExp(`^[${alphabet}]{${length}}$`);

/**
 * The code on a gift's card. It is made from the row's id under the application's secret, so that
 * a card can be printed again while the database holds only the code's hash: 29^12 codes, 58 bits.
 */
export function giftCode(secret: string, giftId: string): string {
  const digest = createHmac('sha256', secret).update(`gift-code:${giftId}`).digest();
  let rest = BigInt(`0x${digest.toString('hex')}`);
  let code = '';
  while (code.length < length) {
    code += alphabet[Number(rest % BigInt(alphabet.length))] ?? '';
    rest /= BigInt(alphabet.length);
  }
  return code;
}

/** As it is printed: "ABCD-EFGH-JKMN". */
export function printedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** What somebody has typed, as the code it may be; null when it can't be one. */
export function readTypedCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s–—-]/g, '');
  return codeShape.test(code) ? code : null;
}

export function giftCodeHash(code: string): string {
  return hashToken(code);
}
