import type { Locale } from '../../kernel/locale.ts';
import type { StoryCard } from './article.ts';

export interface FrontPageView {
  readonly lead: StoryCard | null;
  /** Beside the lead. */
  readonly secondary: readonly StoryCard[];
  readonly latest: readonly StoryCard[];
  readonly mostSupported: readonly StoryCard[];
  readonly strips: readonly {
    readonly slug: string;
    readonly name: Record<Locale, string>;
    readonly stories: readonly StoryCard[];
  }[];
  /** Stories in the other language, on the page whose readers may know it. */
  readonly otherLanguage: readonly StoryCard[];
}

const secondaryCount = 4;
const latestCount = 10;
const latestCountBesideSupported = 6;
const stripCount = 3;
const otherLanguageCount = 3;

/**
 * Lays out the page: `stories` newest first, `sectionOrder` as the newsroom has it. The page's own
 * language leads; no story stands twice above the latest list, which alone repeats the others.
 */
export function layFrontPage(input: {
  readonly locale: Locale;
  readonly stories: readonly StoryCard[];
  readonly sectionOrder: readonly string[];
  readonly mostSupportedIds: readonly string[];
}): FrontPageView {
  const { locale, stories, sectionOrder } = input;
  const own = stories.filter((story) => story.language === locale);
  const others = stories.filter((story) => story.language !== locale);
  const lead = own.find((story) => story.picture) ?? own[0] ?? stories[0] ?? null;
  const taken = new Set<string>(lead ? [lead.id] : []);
  const take = (from: readonly StoryCard[], count: number) => {
    const chosen = from.filter((story) => !taken.has(story.id)).slice(0, count);
    for (const story of chosen) taken.add(story.id);
    return chosen;
  };
  const secondary = take(own, secondaryCount);
  const strips = sectionOrder.flatMap((slug) => {
    const inSection = own.filter((story) => story.section.slug === slug);
    const rest = others.filter((story) => story.section.slug === slug);
    // The Ukrainian desk writes less: its sections are filled up with English stories.
    const chosen = take(locale === 'uk' ? [...inSection, ...rest] : inSection, stripCount);
    const name = chosen[0]?.section.name;
    return name ? [{ slug, name, stories: chosen }] : [];
  });
  const byId = new Map(stories.map((story) => [story.id, story]));
  const mostSupported = input.mostSupportedIds.flatMap((id) => byId.get(id) ?? []);
  return {
    lead,
    secondary,
    latest: (locale === 'uk' ? stories : own).slice(
      0,
      mostSupported.length > 0 ? latestCountBesideSupported : latestCount,
    ),
    mostSupported,
    strips,
    otherLanguage: locale === 'uk' ? [] : others.slice(0, otherLanguageCount),
  };
}
