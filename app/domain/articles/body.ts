/**
 * An article's body: Markdown with fenced blocks.
 *
 *     ::: quote by="Somebody"
 *     Words.
 *     :::
 *
 * A fence opens with colons (three, by custom) and a name, and closes with a bare line of colons;
 * fences may stand inside an extra. Whatever is wrong with a fence, its words are shown as text and the
 * fault is reported — except an extra's, which stay gated: a typing slip must never publish them.
 */
export type Block =
  | { readonly type: 'text'; readonly markdown: string }
  | { readonly type: 'picture'; readonly id: string; readonly caption: string | null }
  | { readonly type: 'quote'; readonly by: string | null; readonly markdown: string }
  | { readonly type: 'note'; readonly markdown: string }
  | {
      readonly type: 'embed';
      readonly kind: string;
      readonly pictureId: string | null;
      readonly title: string;
      readonly source: string | null;
      readonly markdown: string;
    }
  | ExtraBlock;

export interface ExtraBlock {
  readonly type: 'extra';
  readonly id: string;
  /** What it is: audio, documents, recipe... Chooses the word above its title. */
  readonly kind: string;
  readonly title: string;
  /** What it holds, in words: "8-minute audio". */
  readonly holds: string;
  /** A first line written to be read by everyone. */
  readonly teaser: string;
  /** The slug of the lowest tier that opens it; null = any support does. */
  readonly tier: string | null;
  /** Gated. */
  readonly blocks: readonly Block[];
}

export type BodyFault =
  | 'fence_unknown'
  | 'fence_unclosed'
  | 'fence_stray'
  | 'attribute_missing'
  | 'extra_nested'
  | 'extra_repeated';

export interface BodyProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly fault: BodyFault;
}

export interface Body {
  readonly blocks: readonly Block[];
  readonly problems: readonly BodyProblem[];
}

const names = ['picture', 'quote', 'note', 'embed', 'extra'] as const;
type FenceName = (typeof names)[number];

// Two colons and invisible leading characters count too: a slip in an extra's first line must not open it.
const openingLine = /^[\s\u200b-\u200d\u2060\ufeff]*:{2,}\s*([a-z][\w-]*)(.*)$/i;
const closingLine = /^[\s\u200b-\u200d\u2060\ufeff]*:{2,}\s*$/;

interface Line {
  readonly number: number;
  readonly text: string;
}

/** Splits a body into its blocks. Never throws: every input has a reading. */
export function parseBody(source: string): Body {
  const problems: BodyProblem[] = [];
  const lines = source
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((text, index): Line => ({ number: index + 1, text }));
  const extraIds = new Set<string>();
  const blocks = parseLines(lines, { problems, extraIds, isInsideExtra: false });
  return { blocks, problems };
}

interface Reading {
  readonly problems: BodyProblem[];
  readonly extraIds: Set<string>;
  readonly isInsideExtra: boolean;
}

function parseLines(lines: readonly Line[], reading: Reading): Block[] {
  const blocks: Block[] = [];
  let text: string[] = [];
  const flush = () => {
    const markdown = text.join('\n').trim();
    if (markdown !== '') blocks.push({ type: 'text', markdown });
    text = [];
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line) break;
    const fence = openingLine.exec(line.text);
    if (!fence) {
      if (closingLine.test(line.text)) report(reading, line, 'fence_stray');
      text.push(line.text);
      continue;
    }
    const name = fenceName(fence[1] ?? '');
    if (!name) {
      report(reading, line, 'fence_unknown');
      text.push(line.text);
      continue;
    }
    const end = findEnd(lines, index, name);
    if (end === null) report(reading, line, 'fence_unclosed');
    if (end === null && name !== 'extra') {
      text.push(line.text);
      continue;
    }
    const inside = lines.slice(index + 1, end ?? lines.length);
    const block = readBlock(name, readAttributes(fence[2] ?? ''), inside, line, reading);
    if (block) {
      flush();
      blocks.push(block);
    } else {
      text.push(...lines.slice(index, (end ?? lines.length) + 1).map((each) => each.text));
    }
    index = end ?? lines.length;
  }
  flush();
  return blocks;
}

/** Anything that begins like an extra is one: `:::extra-audio`, `::: Extra`. Gating errs on the closed side. */
function fenceName(word: string): FenceName | null {
  const lower = word.toLowerCase();
  if (lower.startsWith('extra')) return 'extra';
  return names.find((name) => name === lower) ?? null;
}

/**
 * The line that closes the fence which opens at `start`; fences inside it close first. A quote or
 * note never reaches over an extra: one that was left open must not swallow what is gated.
 */
function findEnd(lines: readonly Line[], start: number, name: FenceName): number | null {
  let depth = 0;
  for (let index = start; index < lines.length; index++) {
    const text = lines[index]?.text ?? '';
    if (closingLine.test(text)) {
      depth -= 1;
      if (depth === 0) return index;
      continue;
    }
    const opening = openingLine.exec(text);
    if (!opening) continue;
    if (index > start && name !== 'extra' && fenceName(opening[1] ?? '') === 'extra') return null;
    // Names that we don't know count too: the end of such a fence must not end the extra around it.
    depth += 1;
  }
  return null;
}

function readBlock(
  name: FenceName,
  attributes: Readonly<Record<string, string>>,
  inside: readonly Line[],
  opening: Line,
  reading: Reading,
): Block | null {
  const markdown = inside
    .map((line) => line.text)
    .join('\n')
    .trim();
  const missing = () => {
    report(reading, opening, 'attribute_missing');
    return null;
  };
  switch (name) {
    case 'picture': {
      const { id, caption } = attributes;
      return id ? { type: 'picture', id, caption: caption || markdown || null } : missing();
    }
    case 'quote':
      return { type: 'quote', by: attributes['by'] || null, markdown };
    case 'note':
      return { type: 'note', markdown };
    case 'embed': {
      const { kind, title, picture, source } = attributes;
      if (!kind || !title) return missing();
      return {
        type: 'embed',
        kind,
        title,
        pictureId: picture || null,
        source: source || null,
        markdown,
      };
    }
    case 'extra':
      return readExtra(attributes, inside, opening, reading);
  }
}

function readExtra(
  attributes: Readonly<Record<string, string>>,
  inside: readonly Line[],
  opening: Line,
  reading: Reading,
): ExtraBlock {
  const { id, kind, title, holds, teaser } = attributes;
  if (!id || !kind || !title || !holds || !teaser) report(reading, opening, 'attribute_missing');
  if (reading.isInsideExtra) report(reading, opening, 'extra_nested');
  if (id && reading.extraIds.has(id)) report(reading, opening, 'extra_repeated');
  if (id) reading.extraIds.add(id);
  return {
    type: 'extra',
    id: id || `extra-${opening.number}`,
    kind: kind || 'text',
    title: title ?? '',
    holds: holds ?? '',
    teaser: teaser ?? '',
    tier: attributes['tier']?.trim().toLowerCase() ?? null,
    blocks: parseLines(inside, { ...reading, isInsideExtra: true }),
  };
}

/** `name="value"` pairs; a quote inside a value is written `\"`. */
function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, value] of source.matchAll(/([\w-]+)="((?:[^"\\]|\\.)*)"/g)) {
    if (name && value !== undefined) attributes[name] = value.replace(/\\(["\\])/g, '$1');
  }
  return attributes;
}

function report(reading: Reading, line: Line, fault: BodyFault): void {
  reading.problems.push({ line: line.number, fault });
}

/** Every picture that the body's public and gated parts name, once each. */
export function pictureIdsOf(blocks: readonly Block[]): string[] {
  const ids = new Set<string>();
  for (const block of blocks) {
    if (block.type === 'picture') ids.add(block.id);
    if (block.type === 'embed' && block.pictureId) ids.add(block.pictureId);
    if (block.type === 'extra') for (const id of pictureIdsOf(block.blocks)) ids.add(id);
  }
  return [...ids];
}

/** The slugs of the tiers that a body's extras ask for, once each. */
export function tiersOf(blocks: readonly Block[]): string[] {
  const slugs = new Set<string>();
  for (const block of blocks) {
    if (block.type !== 'extra') continue;
    if (block.tier !== null) slugs.add(block.tier);
    for (const slug of tiersOf(block.blocks)) slugs.add(slug);
  }
  return [...slugs];
}
