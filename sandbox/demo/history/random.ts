import { v5, v7 } from 'uuid';

/** Random choices that come out the same for the same seed. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  weighted<T>(from: readonly (readonly [T, number])[]): T;
  /** A UUIDv7 of a moment, as the product's own row ids are. */
  idAt(moment: Date): string;
}

/**
 * A stream of its own for each name, so that a change in how one thing is drawn leaves the others
 * as they were.
 */
export function createRandom(seed: number, name: string): Random {
  const next = sfc32(hash(`${seed}:${name}`));
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (from) => {
      const picked = from[whole(0, from.length - 1)];
      if (picked === undefined) throw new RangeError('Nothing to pick from');
      return picked;
    },
    weighted: (from) => {
      const total = from.reduce((sum, [, weight]) => sum + weight, 0);
      let left = next() * total;
      for (const [value, weight] of from) {
        left -= weight;
        if (left < 0) return value;
      }
      const last = from.at(-1);
      if (!last) throw new RangeError('Nothing to pick from');
      return last[0];
    },
    idAt: (moment) =>
      v7({
        msecs: moment.getTime(),
        seq: whole(0, 0x7fffffff),
        random: Uint8Array.from({ length: 16 }, () => whole(0, 255)),
      }),
  };
}

const namespace = '6d1f6a0e-7d4a-5b0c-9a57-3c1d2b7f0e11';

/** The same id for the same name, always: for the demo's articles, asks and campaign. */
export function idOfName(kind: string, name: string): string {
  return v5(`${kind}:${name}`, namespace);
}

/** Four 32-bit words from a text (MurmurHash3's mixing). */
function hash(text: string): [number, number, number, number] {
  let h = 1779033703 ^ text.length;
  for (let index = 0; index < text.length; index += 1) {
    h = Math.imul(h ^ text.charCodeAt(index), 3432918353);
    h = (h << 13) | (h >>> 19);
  }
  const word = () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507);
    h = Math.imul(h ^ (h >>> 13), 3266489909);
    h ^= h >>> 16;
    return h >>> 0;
  };
  return [word(), word(), word(), word()];
}

/** The small fast counting generator of the PractRand suite: 32 bits at a time, from four words. */
function sfc32([first, second, third, fourth]: [number, number, number, number]): () => number {
  let a = first;
  let b = second;
  let c = third;
  let counter = fourth;
  return () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
}
