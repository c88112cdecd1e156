import type PDFKit from 'pdfkit';
import { type Face, type LoadedFont, fontFor, mainFont } from './fonts.server.ts';

export interface TextStyle {
  readonly face: Face;
  /** Points. */
  readonly size: number;
  readonly color: string;
  /** A multiple of the size. */
  readonly leading?: number;
}

/** Letters that one font has. */
interface Run {
  readonly font: LoadedFont;
  readonly text: string;
}
export interface Line {
  readonly runs: readonly Run[];
  /** Points. */
  readonly width: number;
}

/** Stands for a character that no font has. */
const replacement = '?';

/**
 * Text as it can be set: composed (NFC), without control characters and marks that turn the
 * writing direction round. Line breaks stay.
 */
export function settable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe0e\ufe0f\ufeff]/gu, '');
}

/** Can every character be set in a face? */
export function canSet(face: Face, text: string): boolean {
  return Array.from(settable(text)).every(
    (character) => isSpace(character) || fontFor(face, character) !== null,
  );
}

/** A width in points, in which a text is broken into lines. */
export function breakLines(
  pdf: PDFKit.PDFDocument,
  text: string,
  style: TextStyle,
  width: number,
): Line[] {
  return settable(text)
    .split('\n')
    .flatMap((paragraph) => breakParagraph(pdf, paragraph, style, width));
}

function breakParagraph(
  pdf: PDFKit.PDFDocument,
  paragraph: string,
  style: TextStyle,
  width: number,
): Line[] {
  const whole = lineOf(pdf, paragraph, style);
  if (whole.width <= width) return [whole];
  const measure = (text: string) => lineOf(pdf, text, style).width;
  const space = measure(' ');
  const lines: string[] = [];
  let current = '';
  let used = 0;
  const put = (text: string, gap: string, gapWidth: number) => {
    const wide = measure(text);
    if (current !== '' && used + gapWidth + wide > width) {
      lines.push(current);
      current = text;
      used = wide;
      return;
    }
    used += current === '' ? wide : gapWidth + wide;
    current += (current === '' ? '' : gap) + text;
  };
  for (const word of paragraph.split(/[ \t]+/)) {
    if (measure(word) <= width) put(word, ' ', space);
    // What has no space to break at (the address of a mailbox) breaks anywhere.
    else Array.from(word).forEach((character, index) => put(character, index === 0 ? ' ' : '', 0));
  }
  lines.push(current);
  return lines.map((line) => lineOf(pdf, line, style));
}

/** A text on one line, however long. */
export function lineOf(pdf: PDFKit.PDFDocument, text: string, style: TextStyle): Line {
  const runs = runsOf(text, style.face);
  return { runs, width: runs.reduce((sum, run) => sum + widthOf(pdf, run, style), 0) };
}

function runsOf(text: string, face: Face): Run[] {
  const runs: { font: LoadedFont; text: string }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    // A space or an accent stays with the letters before it when their font has it.
    if (last?.font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) {
      last.text += character;
      continue;
    }
    const font = fontFor(face, character);
    const written = font ? character : isSpace(character) ? ' ' : replacement;
    const chosen = font ?? mainFont(face);
    if (last && last.font === chosen) last.text += written;
    else runs.push({ font: chosen, text: written });
  }
  return runs;
}

/** What a document knows already: its fonts, and how wide a text is at a size of 1 point. */
interface Known {
  readonly fonts: Set<string>;
  readonly widths: Map<string, number>;
}
const knownOf = new WeakMap<PDFKit.PDFDocument, Known>();

function widthOf(pdf: PDFKit.PDFDocument, run: Run, { size }: TextStyle): number {
  const known = useFont(pdf, run.font);
  const key = `${run.font.name} ${run.text}`;
  const width =
    known.widths.get(key) ?? pdf.fontSize(1).widthOfString(run.text, featuresFor(run.text));
  known.widths.set(key, width);
  return width * size;
}

function useFont(pdf: PDFKit.PDFDocument, { name, font }: LoadedFont): Known {
  const known = knownOf.get(pdf) ?? { fonts: new Set(), widths: new Map() };
  knownOf.set(pdf, known);
  if (!known.fonts.has(name)) pdf.registerFont(name, font);
  known.fonts.add(name);
  pdf.font(name);
  return known;
}

/** Figures of one width, so that they stand below each other. Without features PDFKit is faster. */
function featuresFor(text: string): { features?: ['tnum'] } {
  return /\d/.test(text) ? { features: ['tnum'] } : {};
}

/** Draws a line; `y` is its baseline, both in points from the page's upper left corner. */
export function drawLine(
  pdf: PDFKit.PDFDocument,
  line: Line,
  style: TextStyle,
  at: { readonly x: number; readonly y: number },
): void {
  let { x } = at;
  for (const run of line.runs) {
    if (run.text === '') continue;
    const width = widthOf(pdf, run, style);
    pdf.fontSize(style.size).fillColor(style.color);
    pdf.text(run.text, x, at.y, {
      lineBreak: false,
      baseline: 'alphabetic',
      ...featuresFor(run.text),
    });
    x += width;
  }
}

function isSpace(character: string): boolean {
  return /\s/.test(character);
}
