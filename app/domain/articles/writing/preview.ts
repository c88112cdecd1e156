import type { Locale } from '../../../kernel/locale.ts';
import type { BlockView } from '../article.ts';
import type { BodyProblem } from '../body.ts';
import type { PictureView } from '../picture.ts';

/** An article that is being written, made by the functions that make its page, with everything open. */
export interface ArticlePreview {
  readonly headline: string;
  readonly dek: string;
  readonly language: Locale;
  readonly section: string | null;
  readonly authors: readonly string[];
  readonly picture: PictureView | null;
  readonly pictureCaption: string | null;
  readonly teaserHtml: string | null;
  readonly blocks: readonly BlockView[];
  readonly problems: readonly BodyProblem[];
  readonly correction: string | null;
}
