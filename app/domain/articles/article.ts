import type { Locale } from '../../kernel/locale.ts';
import type { Block, ExtraBlock } from './body.ts';
import { renderMarkdown } from './markdown.ts';
import type { GateTier, LockReason, Opens } from './openness.ts';
import type { PictureView } from './picture.ts';

/** A story in a list. */
export interface StoryCard {
  readonly id: string;
  readonly slug: string;
  readonly language: Locale;
  readonly section: { readonly slug: string; readonly name: Record<Locale, string> };
  readonly headline: string;
  readonly dek: string;
  /** In the story's own language. */
  readonly authors: readonly { readonly slug: string; readonly name: string }[];
  readonly picture: PictureView | null;
  /** ISO 8601. */
  readonly publishedAt: string;
  /** Wholly an extra: readers who don't support see its opening only. */
  readonly isForSupporters: boolean;
}

export type BlockView =
  | { readonly type: 'text'; readonly html: string }
  | { readonly type: 'picture'; readonly picture: PictureView; readonly caption: string | null }
  | { readonly type: 'quote'; readonly html: string; readonly by: string | null }
  | { readonly type: 'note'; readonly html: string }
  | {
      readonly type: 'embed';
      readonly kind: string;
      readonly title: string;
      readonly source: string | null;
      readonly html: string;
      readonly picture: PictureView | null;
    }
  | OpenExtra
  | LockedExtra;

interface ExtraFacts {
  readonly type: 'extra';
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly holds: string;
  readonly teaser: string;
}
export interface OpenExtra extends ExtraFacts {
  readonly isLocked: false;
  readonly blocks: readonly BlockView[];
}
/** Has no room for what is gated. */
export interface LockedExtra extends ExtraFacts {
  readonly isLocked: true;
  /** The slug of the lowest tier that opens it; null = any support does. */
  readonly tier: string | null;
}

export interface ArticleView extends StoryCard {
  /** ISO 8601; null when the story stands as it was published. */
  readonly updatedAt: string | null;
  /** What was put right, said at the foot. */
  readonly correction: string | null;
  readonly pictureCaption: string | null;
  readonly description: string;
  readonly tags: readonly string[];
  readonly isSensitive: boolean;
  readonly hasExtras: boolean;
  /** null = everything on the page is open to this reader. */
  readonly lock: {
    readonly because: LockReason;
    readonly isWhole: boolean;
    /** The tier that the whole piece asks for. */
    readonly tier: string | null;
  } | null;
  /** The tiers that the page's locks name. */
  readonly gateTiers: readonly GateTier[];
  /** The opening of an article that is wholly locked. */
  readonly teaserHtml: string | null;
  readonly blocks: readonly BlockView[];
  readonly related: readonly StoryCard[];
}

/**
 * Blocks as one reader may see them. What an extra holds that does not stand open to them is not in
 * the answer in any form: it may be sent to anyone.
 */
export function viewBlocks(
  blocks: readonly Block[],
  pictures: ReadonlyMap<string, PictureView>,
  opens: Opens,
): BlockView[] {
  return blocks.flatMap((block) =>
    block.type === 'text'
      ? splitAtHeadings(block.markdown).map((part) => ({
          type: 'text' as const,
          html: renderMarkdown(part),
        }))
      : (viewBlock(block, pictures, opens) ?? []),
  );
}

/** Long runs of text come apart before their headings, so that something can stand between the parts. */
function splitAtHeadings(markdown: string): string[] {
  // Inside a code fence a `##` is no heading, and link definitions at the end must reach every part.
  if (/^\s*(```|~~~)|^\s*\[[^\]]+\]:/m.test(markdown)) return [markdown];
  return markdown.split(/\n(?=##? )/);
}

function viewBlock(
  block: Exclude<Block, { type: 'text' }>,
  pictures: ReadonlyMap<string, PictureView>,
  opens: Opens,
): BlockView | null {
  switch (block.type) {
    case 'note':
      return { type: 'note', html: renderMarkdown(block.markdown) };
    case 'quote':
      return { type: 'quote', html: renderMarkdown(block.markdown), by: block.by };
    case 'picture': {
      const picture = pictures.get(block.id);
      return picture
        ? { type: 'picture', picture, caption: block.caption ?? picture.caption }
        : null;
    }
    case 'embed': {
      const { kind, title, source, markdown, pictureId } = block;
      const picture = pictureId ? (pictures.get(pictureId) ?? null) : null;
      return { type: 'embed', kind, title, source, html: renderMarkdown(markdown), picture };
    }
    case 'extra':
      return viewExtra(block, pictures, opens);
  }
}

function viewExtra(
  { id, kind, title, holds, teaser, tier, blocks }: ExtraBlock,
  pictures: ReadonlyMap<string, PictureView>,
  opens: Opens,
): OpenExtra | LockedExtra {
  const facts = { type: 'extra' as const, id, kind, title, holds, teaser };
  if (!opens(tier)) return { ...facts, isLocked: true, tier };
  return { ...facts, isLocked: false, blocks: viewBlocks(blocks, pictures, opens) };
}

/** The path of a story in the interface language given, without language prefix. */
export function storyPath(story: { slug: string; section: { slug: string } }): string {
  return `/${story.section.slug}/${story.slug}`;
}
