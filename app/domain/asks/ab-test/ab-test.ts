import type { Frequency } from '../../../kernel/giving-amounts.ts';

type Translated = { readonly en: string; readonly uk: string };

/** a: the ask's own words; b: the other words; none: no ask, to learn what asking brings at all. */
export const arms = ['a', 'b', 'none'] as const;
export type Arm = (typeof arms)[number];

/** What a variant of an ask says, and how often its form suggests to give. */
export interface AskVariant {
  readonly heading: Translated;
  readonly body: Translated;
  readonly frequency: Frequency;
}

/** How browsers are divided. */
export interface TestShares {
  /** Of a hundred browsers that are asked, how many see variant B: 0, or 10 to 90. */
  readonly shareB: number;
  /** Of a hundred browsers, how many see no ask: 0 to 50. */
  readonly holdBack: number;
}

export interface AskTest extends TestShares {
  readonly id: string;
  readonly askId: string;
  readonly number: number;
  readonly a: AskVariant;
  readonly b: AskVariant | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly kept: 'a' | 'b' | null;
}

/** The arms that a test has. */
export function armsOf({ shareB, holdBack }: TestShares): Arm[] {
  return ['a', ...(shareB > 0 ? ['b' as const] : []), ...(holdBack > 0 ? ['none' as const] : [])];
}

/** A variant as a form and a beacon name it: "3b" is variant B of an ask's third test. */
export function variantCode(number: number, arm: Arm): string {
  return `${number}${arm}`;
}

/** Reads {@link variantCode}; null for anything else. */
export function parseVariant(code: string | null): { number: number; arm: Arm } | null {
  const match = /^([1-9]\d{0,4})(a|b|none)$/.exec(code ?? '');
  const arm = arms.find((one) => one === match?.[2]);
  return match && arm ? { number: Number(match[1]), arm } : null;
}

/** What a gift remembers: a reader who was held back saw no ask, so that none may be credited. */
export function creditOf(
  askId: string,
  code: string,
): { readonly askId: string | null; readonly askVariant: string } {
  return code.endsWith('none')
    ? { askId: null, askVariant: `${code}:${askId}` }
    : { askId, askVariant: code };
}

/**
 * What the page tells the script that chooses: an ask's place in the list, what only a browser can
 * judge, and how to draw.
 */
export interface AskPlan {
  readonly slug: string;
  readonly asks: readonly {
    readonly id: string;
    readonly maxViews?: number;
    readonly minArticles?: number;
    readonly test?: TestShares & { readonly number: number };
  }[];
}
