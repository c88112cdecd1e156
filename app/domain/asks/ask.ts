import type { AskRules } from '../../db/schema/asks.ts';
import type { Frequency } from '../../kernel/giving-amounts.ts';
import type { AskPlan, Arm } from './ab-test/ab-test.ts';
import type { GivingFormView } from './giving-form.ts';

export type { AskRules };

/** The page that an ask would stand on. */
export interface AskPage {
  readonly tags: readonly string[];
  readonly sectionSlug: string;
  readonly isSensitive: boolean;
}

/** Why an ask does not stand on a page; an admin is shown these. */
export type AskRefusal =
  | 'inactive'
  | 'sensitive_page'
  | 'reader_is_patron'
  | 'tag_missing'
  | 'tag_excluded'
  | 'other_section'
  | 'not_begun'
  | 'over'
  | 'other_country'
  | 'seen_enough'
  | 'read_too_little';

export type AskVerdict =
  { readonly passes: true } | { readonly passes: false; readonly because: readonly AskRefusal[] };

/** Who reads, as far as it is known. */
export interface AskReader {
  readonly isPatron: boolean;
  /** ISO 3166, as a CDN in front tells; null: unknown, and then no rule about it rules anything out. */
  readonly country: string | null;
  /** What only their browser knows; null: it judges for itself. */
  readonly browser: { readonly views: number; readonly articles: number } | null;
}

/**
 * May this ask stand on this page for this reader? Every rule is judged, so that the answer names all
 * reasons against it. `startsAt` is included, `endsAt` is not.
 */
export function judgeAsk(
  ask: { readonly isActive: boolean; readonly rules: AskRules },
  page: AskPage,
  reader: AskReader,
  now: Date,
): AskVerdict {
  const { rules } = ask;
  const tags = new Set(page.tags);
  const because: AskRefusal[] = [];
  if (!ask.isActive) because.push('inactive');
  if (rules.excludeSensitive !== false && page.isSensitive) because.push('sensitive_page');
  if (rules.notForPatrons !== false && reader.isPatron) because.push('reader_is_patron');
  if (rules.anyTags?.length && !rules.anyTags.some((tag) => tags.has(tag))) {
    because.push('tag_missing');
  }
  if (rules.noTags?.some((tag) => tags.has(tag))) because.push('tag_excluded');
  if (rules.sections?.length && !rules.sections.includes(page.sectionSlug)) {
    because.push('other_section');
  }
  if (rules.startsAt && now < new Date(rules.startsAt)) because.push('not_begun');
  if (rules.endsAt && now >= new Date(rules.endsAt)) because.push('over');
  if (rules.countries?.length && reader.country && !rules.countries.includes(reader.country)) {
    because.push('other_country');
  }
  const { browser } = reader;
  if (browser && rules.maxViews && browser.views >= rules.maxViews) because.push('seen_enough');
  if (browser && rules.minArticles && browser.articles < rules.minArticles) {
    because.push('read_too_little');
  }
  return because.length === 0 ? { passes: true } : { passes: false, because };
}

/** Is there anything about an ask that only a browser can judge? */
export function needsBrowser({ maxViews, minArticles }: AskRules): boolean {
  return maxViews !== undefined || minArticles !== undefined;
}

/** An ask as the desk lists it. */
export interface ListedAsk {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly heading: { readonly en: string; readonly uk: string };
  readonly body: { readonly en: string; readonly uk: string };
  readonly frequency: Frequency;
  readonly rules: AskRules;
}

export interface TriedAsk {
  readonly id: string;
  readonly name: string;
  /** stands: it is the one; later: its rules pass, another comes before it; no: for these reasons. */
  readonly outcome: 'stands' | 'later' | 'no';
  readonly because: readonly AskRefusal[];
}

/** What an article page shows in the place of the ask. */
export type AskView =
  | { readonly kind: 'thanks'; readonly newsroomName: string }
  | {
      readonly kind: 'ask';
      readonly articleSlug: string;
      /** What may stand here. The first does; a browser may choose another one, by the plan. */
      readonly alternatives: readonly [AskAlternative, ...AskAlternative[]];
      /** Null when there is nothing for a browser to choose. */
      readonly plan: AskPlan | null;
    };

export interface AskAlternative {
  readonly askId: string;
  readonly arm: Exclude<Arm, 'none'>;
  readonly heading: string;
  readonly body: string;
  readonly form: GivingFormView;
}
