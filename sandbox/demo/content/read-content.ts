import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  askSchema,
  campaignSchema,
  frontMatterSchema,
  markerSchema,
  newsroomSchema,
  pictureSchema,
  tierSchema,
} from './content-schema.ts';
import type { DemoArticle, DemoContent, DemoPicture } from './content-schema.ts';
import { parseBody } from './parse-body.ts';

const CONTENT = fileURLToPath(new URL('.', import.meta.url));
const PICTURES = fileURLToPath(new URL('../pictures/', import.meta.url));

/** Throws one line that names the file, the key and what is wrong with it. */
function check<Schema extends z.ZodType>(
  schema: Schema,
  yaml: string,
  file: string,
): z.infer<Schema> {
  let value: unknown;
  try {
    value = parse(yaml);
  } catch (error) {
    throw new Error(
      `${file}: not valid YAML: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map(
    (issue) => `${issue.path.join('.') || '(top)'}: ${issue.message}`,
  );
  throw new Error(`${file}: ${issues.join('; ')}`);
}

function readYaml<Schema extends z.ZodType>(schema: Schema, file: string): z.infer<Schema> {
  return check(schema, readFileSync(`${CONTENT}${file}`, 'utf8'), file);
}

/** Parses one article file: YAML between `---` lines, then the Markdown body. */
export function parseArticle(text: string, file: string): DemoArticle {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (!match) throw new Error(`${file}: lacks front matter between --- lines`);
  const front = check(frontMatterSchema, match[1] ?? '', file);
  if (`${front.slug}.md` !== file) throw new Error(`${file}: slug: differs from the file name`);
  const body = (match[2] ?? '').trim();
  const blocks = parseBody(body, file);
  const extras = blocks.filter((block) => block.block === 'extra');
  return { ...front, file, body, blocks, extras };
}

function readPictures(): DemoPicture[] {
  const file = 'pictures.yaml';
  const pictures = check(z.array(pictureSchema), readFileSync(`${PICTURES}${file}`, 'utf8'), file);
  return pictures.map((picture) => ({
    ...picture,
    files: {
      480: `${PICTURES}${picture.id}-480.webp`,
      960: `${PICTURES}${picture.id}-960.webp`,
      1600: `${PICTURES}${picture.id}-1600.webp`,
    },
  }));
}

function known(file: string, key: string, wanted: readonly string[], there: Set<string>): void {
  for (const name of wanted) {
    if (!there.has(name)) throw new Error(`${file}: ${key}: there is no "${name}"`);
  }
}

/** The pictures that an article shows, lead picture first. */
export function picturesOf(article: DemoArticle): string[] {
  const inside = article.blocks.flatMap((block) => {
    if (block.block === 'picture') return [block.id];
    return block.block === 'embed' ? [block.picture] : [];
  });
  return article.picture === null ? inside : [article.picture, ...inside];
}

function checkReferences(content: DemoContent): void {
  const sections = new Set(content.newsroom.sections.map((section) => section.slug));
  const authors = new Set(content.newsroom.authors.map((author) => author.slug));
  const pictures = new Set(content.pictures.map((picture) => picture.id));
  const tags = new Set(content.articles.flatMap((article) => article.tags));
  for (const article of content.articles) {
    known(article.file, 'section', [article.section], sections);
    known(article.file, 'authors', article.authors, authors);
    known(article.file, 'picture', picturesOf(article), pictures);
  }
  for (const ask of content.asks) {
    const { sectionsAny, sectionsNone, tagsAny, tagsNone } = ask.rules;
    known('asks.yaml', `${ask.name}.rules.sections`, [...sectionsAny, ...sectionsNone], sections);
    known('asks.yaml', `${ask.name}.rules.tags`, [...tagsAny, ...tagsNone], tags);
  }
  for (const { article: slug, extra } of content.markers) {
    const article = content.articles.find((candidate) => candidate.slug === slug);
    if (!article) throw new Error(`markers.yaml: article: there is no "${slug}"`);
    const extras = new Set(article.extras.map((candidate) => candidate.id));
    if (extra !== null) known('markers.yaml', `${slug}.extra`, [extra], extras);
  }
}

/**
 * Everything that the demo newsroom publishes, read from this folder and checked: shapes, and that
 * each section, author, picture, tag and extra that is referred to exists. Throws an `Error` that
 * names the file and the key.
 */
export function readDemoContent(): DemoContent {
  const articles = readdirSync(`${CONTENT}articles`)
    .filter((file) => file.endsWith('.md'))
    .map((file) => parseArticle(readFileSync(`${CONTENT}articles/${file}`, 'utf8'), file))
    .sort((a, b) => a.publishedDaysAgo - b.publishedDaysAgo);
  const content: DemoContent = {
    newsroom: readYaml(newsroomSchema, 'newsroom.yaml'),
    articles,
    asks: readYaml(z.array(askSchema), 'asks.yaml').sort((a, b) => a.order - b.order),
    campaign: readYaml(campaignSchema, 'campaign.yaml'),
    tiers: readYaml(z.array(tierSchema), 'tiers.yaml').sort((a, b) => a.order - b.order),
    pictures: readPictures(),
    markers: readYaml(z.array(markerSchema), 'markers.yaml'),
  };
  checkReferences(content);
  return content;
}
