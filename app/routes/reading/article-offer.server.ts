import type { ArticleView } from '../../domain/articles/article.ts';
import { firstCurrency } from '../../domain/asks/giving-form.ts';
import type { Newsroom } from '../../domain/newsroom/newsroom.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { PaywallOffer } from '../../ui/paywall/paywall.tsx';

/** What stands where something is locked: what opens it, and where that leads. */
export function offerOf(
  article: ArticleView,
  input: { readonly newsroom: Newsroom; readonly locale: Locale; readonly returnTo: string },
): PaywallOffer {
  const { donorPass } = input.newsroom;
  return {
    articleSlug: article.slug,
    returnTo: input.returnTo,
    gateTiers: article.gateTiers,
    donorPass: {
      minimum: donorPass.minimums[firstCurrency(input.locale, input.newsroom)],
      days: donorPass.days,
    },
  };
}
