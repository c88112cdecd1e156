import { people, staff } from '../people.ts';
import { drawName } from './names.ts';
import { diasporaShare, places } from './places.ts';
import type { PlannedSupporter } from './plan-types.ts';
import { type Random, createRandom } from './random.ts';

const domains = [
  ['example.org', 30],
  ['example.com', 50],
  ['example.net', 20],
] as const;

/** Invents people, each with an address that nobody else has. */
export interface PeopleStock {
  invent(): PlannedSupporter;
}

export function createPeople(seed: number): PeopleStock {
  const random = createRandom(seed, 'people');
  const taken = new Set<string>([...Object.values(people), ...staff].map(({ email }) => email));
  return {
    invent() {
      const place = random.weighted(places.map((entry) => [entry, entry.share] as const));
      const isUkrainian = place.names === 'ukrainian' || random.chance(diasporaShare(place));
      const locale = random.chance(place.country === 'UA' ? 0.8 : isUkrainian ? 0.4 : 0)
        ? 'uk'
        : 'en';
      const drawn = drawName(random, isUkrainian ? 'ukrainian' : place.names, locale === 'uk');
      return {
        email: freeAddress(random, drawn.mailbox, taken),
        name: drawn.name,
        country: place.country,
        locale,
        currency: place.currency,
        hoursAhead: place.hoursAhead,
        card: place.card,
      };
    },
  };
}

/** The people of `people.ts` who give. */
export function namedSupporters() {
  const make = (person: { email: string; name: string }, country: string): PlannedSupporter => {
    const place = places.find((entry) => entry.country === country);
    if (!place) throw new Error(`No readers in ${country}`);
    const { currency, hoursAhead, card } = place;
    return { ...person, country, locale: 'en', currency, hoursAhead, card };
  };
  return {
    reader: make(people.reader, 'IE'),
    patron: make(people.patron, 'DE'),
    failing: make(people.failing, 'FR'),
  };
}

function freeAddress(random: Random, mailbox: string, taken: Set<string>): string {
  const domain = random.weighted(domains);
  let address = `${mailbox}@${domain}`;
  for (let number = random.whole(2, 89); taken.has(address); number += 1) {
    address = `${mailbox}${number}@${domain}`;
  }
  taken.add(address);
  return address;
}
