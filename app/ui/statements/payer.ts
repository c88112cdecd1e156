import type { Payer } from '../../domain/statements/receipt.ts';

/**
 * A payer as they can be printed: of a name in a script that the fonts don't have, letters would
 * be missing, and the mail address says who it is. The same holds for the postal address.
 */
export function printablePayer(payer: Payer, canWrite: (text: string) => boolean): Payer {
  const written = (text: string | null) =>
    text !== null && canWrite(text.replaceAll('\n', ' ')) ? text : null;
  return {
    email: payer.email,
    name: written(payer.name),
    postalAddress: written(payer.postalAddress),
  };
}

/** A payer as a fact of several lines. */
export function payerLines({ name, postalAddress, email }: Payer): string {
  return [name, postalAddress, email].filter(Boolean).join('\n');
}
