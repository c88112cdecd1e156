import fs from 'node:fs';
import path from 'node:path';
import { articles } from '../../../app/db/schema/articles.ts';
import { saveArticle } from '../../../app/domain/articles/save-article.server.ts';
import { saveAuthors } from '../../../app/domain/articles/save-authors.server.ts';
import { savePictures } from '../../../app/domain/articles/save-pictures.server.ts';
import { saveSections } from '../../../app/domain/articles/save-sections.server.ts';
import { saveAsks } from '../../../app/domain/asks/save-asks.server.ts';
import { saveCampaign } from '../../../app/domain/campaigns/save-campaign.server.ts';
import { saveTiers } from '../../../app/domain/memberships/save-tiers.server.ts';
import { saveNewsroom } from '../../../app/domain/newsroom/save-newsroom.server.ts';
import type { Ctx } from '../../../app/domain/ports/context.ts';
import { type GivingCurrency, isGivingCurrency } from '../../../app/kernel/currencies.ts';
import { addDays } from '../../../app/kernel/dates.ts';
import { intervals } from '../../../app/kernel/giving-amounts.ts';
import { money } from '../../../app/kernel/money.ts';
import type { DemoArticle, DemoContent, DemoTier } from '../content/content-schema.ts';
import { articleId, askId, campaignId, rulesOf } from './plan-content.ts';
import { saveAskTest } from './save-ask-test.ts';

/** Puts the pictures' files where the site serves them from. */
export async function copyPictures(content: DemoContent, mediaDir: string): Promise<void> {
  await fs.promises.mkdir(mediaDir, { recursive: true });
  const files = content.pictures.flatMap((picture) => Object.values(picture.files));
  await Promise.all(
    files.map((file) => fs.promises.copyFile(file, path.join(mediaDir, path.basename(file)))),
  );
}

/** Saves all that the newsroom publishes, dated relative to `now`. Saving again changes it. */
export async function saveContent(ctx: Ctx, content: DemoContent, now: Date): Promise<void> {
  const { newsroom, campaign } = content;
  await saveNewsroom(ctx, {
    actorId: null,
    changes: {
      name: newsroom.name,
      tagline: newsroom.tagline,
      legalName: newsroom.legalName,
      address: newsroom.postalAddress,
      taxId: newsroom.taxId,
      receiptNote: newsroom.receiptNote,
      contactEmail: newsroom.contactEmail,
      timeZone: newsroom.timeZone,
      defaultCurrency: newsroom.defaultCurrency,
    },
  });
  await saveSections(ctx, newsroom.sections);
  await saveAuthors(ctx, newsroom.authors);
  await savePictures(
    ctx,
    content.pictures.map(({ files, ...picture }) => ({
      ...picture,
      widths: Object.keys(files).map(Number),
    })),
  );
  await claimArticleIds(ctx, content.articles, now);
  for (const article of content.articles) await saveDemoArticle(ctx, article, now);
  await saveTiers(ctx, content.tiers.map(tierToSave));
  await saveAsks(
    ctx,
    content.asks.map((ask) => ({
      id: askId(ask.name),
      name: ask.name,
      heading: ask.heading,
      body: ask.support,
      rules: rulesOf(ask),
    })),
  );
  for (const ask of content.asks) if (ask.test) await saveAskTest(ctx, ask, ask.test, now);
  await saveCampaign(ctx, {
    id: campaignId(campaign.slug),
    slug: campaign.slug,
    title: campaign.title,
    description: campaign.description,
    goal: money(campaign.goalMinor, campaign.currency),
    startsAt: addDays(now, -campaign.startedDaysAgo),
    endsAt: addDays(now, campaign.endsInDays),
  });
}

/**
 * Stripe's metadata names articles by ids made from their slugs; an article keeps the id that it
 * was first written with, so that is done here, before its text.
 */
async function claimArticleIds(ctx: Ctx, list: readonly DemoArticle[], now: Date): Promise<void> {
  const rows = list.map(({ slug, language, section, headline, dek, publishedDaysAgo }) => {
    const at = addDays(now, -publishedDaysAgo);
    return {
      id: articleId(slug),
      slug,
      language,
      sectionSlug: section,
      headline,
      dek,
      body: '',
      status: 'draft' as const,
      updatedAt: at,
      createdAt: at,
    };
  });
  await ctx.db.insert(articles).values(rows).onConflictDoNothing({ target: articles.slug });
}

async function saveDemoArticle(ctx: Ctx, article: DemoArticle, now: Date): Promise<void> {
  const publishedAt = addDays(now, -article.publishedDaysAgo);
  const saved = await saveArticle(ctx, {
    slug: article.slug,
    language: article.language,
    sectionSlug: article.section,
    headline: article.headline,
    dek: article.dek,
    body: article.body,
    teaser: article.teaser ?? null,
    access: article.access,
    isSensitive: article.sensitive,
    tags: article.tags,
    pictureId: article.picture,
    pictureCaption: article.pictureCaption,
    seoDescription: article.seoDescription,
    status: 'published',
    publishedAt,
    updatedAt:
      article.updatedDaysAgo === undefined ? publishedAt : addDays(now, -article.updatedDaysAgo),
    authorSlugs: article.authors,
  });
  if (!saved.ok) throw new Error(`${article.file} could not be saved: ${saved.reason}`);
}

function tierToSave({ slug, order, name, description, perks, minimumMinor }: DemoTier) {
  const minimums = Object.keys(minimumMinor)
    .filter(isGivingCurrency)
    .flatMap((currency: GivingCurrency) =>
      intervals.map((interval) => ({
        currency,
        interval,
        minimumMinor: minimumMinor[currency][interval],
      })),
    );
  return { slug, rank: order, name, description, perks, minimums };
}
