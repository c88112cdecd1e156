/**
 * Where the sandbox means to differ from the SDK's types: what Stripe really does there, and how we
 * know. Keep it short; a test fails for an entry that the types have caught up with.
 */

/** An object that Stripe answers or sends otherwise than the types say. */
export interface KnownDifference {
  /** Place of the difference, with `[]` for any index: `invoice.lines.data[].period`. */
  at: string;
  /** The problem as checkObject words it. */
  problem: string;
  reason: string;
  /** A value that shows the difference: a test fails once it no longer does. */
  example: unknown;
}

export const knownDifferences: readonly KnownDifference[] = [];

/** Parameters that may be unset with an empty string although the types do not say `Emptyable`. */
export interface UnsettableParams {
  /** Name of the type in schema.json. */
  type: string;
  fields: readonly string[];
  reason: string;
}

const customerFields = {
  fields: ['description', 'email', 'name', 'phone'],
  reason:
    'Emptying them works, and the types are behind: maintainers in stripe-node#1834 ' +
    'and stripe-dotnet#1954.',
};

export const unsettableParams: readonly UnsettableParams[] = [
  { type: 'CustomerCreateParams', ...customerFields },
  { type: 'CustomerUpdateParams', ...customerFields },
  {
    type: 'AddressParam',
    fields: ['city', 'country', 'line1', 'line2', 'postal_code', 'state'],
    reason: 'Emptying each line is how an address was always removed: stripe-php#588.',
  },
];
