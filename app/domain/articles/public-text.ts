import { type Block, parseBody } from './body.ts';
import { plainText } from './markdown.ts';

/** The parts of an article that decide what is public. */
export interface ArticleText {
  readonly access: 'free' | 'supporters';
  readonly teaser: string | null;
  readonly body: string;
}

/** What anybody may find: nothing of an extra but its title, what it holds and its teaser. */
export function publicText(article: ArticleText): string {
  if (article.access === 'supporters') return plainText(article.teaser ?? '');
  return parseBody(article.body).blocks.map(publicTextOf).filter(Boolean).join('\n');
}

function publicTextOf(block: Block): string {
  switch (block.type) {
    case 'text':
    case 'note':
      return plainText(block.markdown);
    case 'picture':
      return block.caption ?? '';
    case 'quote':
      return [plainText(block.markdown), block.by].filter(Boolean).join(' ');
    case 'embed':
      return [block.title, plainText(block.markdown)].filter(Boolean).join(' ');
    case 'extra':
      return [block.title, block.holds, block.teaser].filter(Boolean).join(' ');
  }
}
