import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Length of the random part, as in Stripe's own identifiers; 24 where nothing else is said. */
const LENGTHS: Record<string, number> = {
  cus: 14,
  prod: 14,
  si: 14,
  cs_test: 58,
  whsec: 32,
  req: 14,
};

/** Makes Stripe-like identifiers: `next('cus')` gives `cus_Qx...`. */
export interface IdGenerator {
  next(prefix: string): string;
  /** How far the seeded sequence has run; kept in snapshots so that ids never repeat. */
  position(): number;
}

/**
 * With a seed the sequence is the same in every run; without one it is random. `startAt` skips
 * identifiers that an earlier run has used up.
 */
export function createIdGenerator(seed?: number, startAt = 0): IdGenerator {
  let count = startAt;
  const draw = seed === undefined ? drawRandom : drawSeeded(seed, () => count);
  return {
    next(prefix) {
      count += 1;
      return `${prefix}_${draw(LENGTHS[prefix] ?? 24)}`;
    },
    position: () => count,
  };
}

function drawRandom(length: number): string {
  let text = '';
  for (const byte of randomBytes(length)) text += ALPHABET.charAt(byte % ALPHABET.length);
  return text;
}

/** One independent stream per (seed, count), so that a restored position continues the sequence. */
function drawSeeded(seed: number, position: () => number): (length: number) => string {
  return (length) => {
    let state =
      (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(position(), 0xc2b2ae35)) >>> 0;
    let text = '';
    for (let index = 0; index < length; index += 1) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      text += ALPHABET.charAt(((mixed ^ (mixed >>> 14)) >>> 0) % ALPHABET.length);
    }
    // The count keeps two draws apart even if the 32-bit state should collide.
    const tail = position().toString(36).padStart(6, '0');
    return text.slice(0, length - tail.length) + tail;
  };
}
