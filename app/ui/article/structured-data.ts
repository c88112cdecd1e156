import { type ArticleView, storyPath } from '../../domain/articles/article.ts';
import { pictureNear } from '../../domain/articles/picture.ts';
import { localPath } from '../../kernel/locale.ts';

/** `https://schema.org/NewsArticle`, from what the page shows to everyone: nothing gated can be in it. */
export function newsArticleData(
  article: ArticleView,
  site: { readonly appUrl: string; readonly newsroomName: string },
) {
  const address = site.appUrl + localPath(article.language, storyPath(article));
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: address,
    headline: article.headline,
    description: article.description,
    inLanguage: article.language,
    datePublished: article.publishedAt,
    dateModified: article.updatedAt ?? article.publishedAt,
    articleSection: article.section.name[article.language],
    author: article.authors.map(({ name, slug }) => ({
      '@type': 'Person',
      name,
      url: site.appUrl + localPath(article.language, `/authors/${slug}`),
    })),
    publisher: { '@type': 'NewsMediaOrganization', name: site.newsroomName, url: site.appUrl },
    ...(article.picture ? { image: [site.appUrl + pictureNear(article.picture, 1600)] } : {}),
    isAccessibleForFree: !article.isForSupporters,
    ...(article.hasExtras
      ? {
          hasPart: {
            '@type': 'WebPageElement',
            isAccessibleForFree: false,
            cssSelector: '.extra',
          },
        }
      : {}),
  };
}
