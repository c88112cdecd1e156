import type { PublicChoice } from '../donations/wall-name.ts';
import { publicNameLimit, tidyPublicName } from '../supporters/public-name.ts';

export type PublicNameProblem = 'missing' | 'unprintable' | 'too_long';

export type ReadChoices =
  | { readonly ok: true; readonly name: string | null; readonly choices: readonly PublicChoice[] }
  | {
      readonly ok: false;
      readonly problem: PublicNameProblem;
      readonly choices: readonly PublicChoice[];
    };

const fieldShape = /^named-(donation|membership)-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Reads the form of the public name: `publicName`, and for each gift `named-<kind>-<id>` and `amount-<kind>-<id>`. */
export function readChoices(fields: Readonly<Record<string, string>>): ReadChoices {
  const choices = Object.entries(fields).flatMap(([field, value]): PublicChoice[] => {
    const match = fieldShape.exec(field);
    if (!match) return [];
    const kind = match[1] === 'donation' ? 'donation' : 'membership';
    const id = match[2] ?? '';
    const isAmountShown = fields[`amount-${kind}-${id}`] === 'yes';
    return [{ kind, id, isNamed: value === 'yes', isAmountShown }];
  });
  const typed = (fields['publicName'] ?? '').trim();
  const name = tidyPublicName(typed);
  if (name.length > publicNameLimit) return { ok: false, problem: 'too_long', choices };
  if (typed !== '' && name === '') return { ok: false, problem: 'unprintable', choices };
  if (name === '' && choices.some(({ isNamed }) => isNamed)) {
    return { ok: false, problem: 'missing', choices };
  }
  return { ok: true, name: name === '' ? null : name, choices };
}
