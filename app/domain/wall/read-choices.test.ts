import { describe, expect, it } from 'vitest';
import { readChoices } from './read-choices.ts';

const id = '01934f5e-0000-7000-8000-000000000001';
const named = `named-donation-${id}`;

describe('the form of the public name', () => {
  it('brings a name and a choice for each gift', () => {
    const fields = { publicName: ' Anna  K ', [named]: 'yes', [`amount-donation-${id}`]: 'no' };
    expect(readChoices(fields)).toEqual({
      ok: true,
      name: 'Anna K',
      choices: [{ kind: 'donation', id, isNamed: true, isAmountShown: false }],
    });
  });

  it('may take everything back', () => {
    expect(readChoices({ publicName: '', [named]: 'no' })).toMatchObject({ ok: true, name: null });
  });

  it.each([
    ['', 'missing'],
    ['…', 'unprintable'],
    ['n'.repeat(81), 'too_long'],
  ])('%j with a gift to be named is refused as %s, and the choices are kept', (name, problem) => {
    const read = readChoices({ publicName: name, [named]: 'yes' });
    expect(read).toMatchObject({ ok: false, problem, choices: [{ id, isNamed: true }] });
  });

  it('is not led astray by fields that are none of its own', () => {
    const read = readChoices({ publicName: 'A', 'named-donation-1': 'yes', 'named-x': 'yes' });
    expect(read.choices).toEqual([]);
  });
});
