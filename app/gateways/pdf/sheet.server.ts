import type PDFKit from 'pdfkit';
import { type Line, type TextStyle, breakLines, drawLine, lineOf } from './set-text.server.ts';

/** A4 in points (ISO 216), and the margins of a letter. */
export const paper = { width: 595.28, height: 841.89, left: 62, right: 62, top: 56, bottom: 84 };
export const contentWidth = paper.width - paper.left - paper.right;

export const ink = '#1f2227';
export const muted = '#5d5f64';
export const hairline = '#d3cfc7';

/** Where text goes: `x` and `width` in points from the left edge of the text area. */
export interface Column {
  readonly x: number;
  readonly width: number;
  readonly align?: 'left' | 'right' | 'center';
}
export const wholeWidth: Column = { x: 0, width: contentWidth };

/** A sheet that fills from the top and goes on on the next page. */
export interface Sheet {
  readonly pdf: PDFKit.PDFDocument;
  /** From the page's upper edge, in points. */
  y: number;
  /** The element of the document's structure that new ones are added to. */
  readonly root: PDFKit.PDFStructureElement;
}

export function openSheet(pdf: PDFKit.PDFDocument): Sheet {
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  return { pdf, y: paper.top, root };
}

/** Begins a new page when what comes next does not fit. Answers whether it did. */
export function makeRoom(sheet: Sheet, height: number): boolean {
  if (sheet.y + height <= paper.height - paper.bottom) return false;
  sheet.pdf.addPage();
  sheet.y = paper.top;
  return true;
}

export function heightOf(sheet: Sheet, text: string, style: TextStyle, width: number): number {
  return breakLines(sheet.pdf, text, style, width).length * lineHeight(style);
}

function lineHeight({ size, leading = 1.4 }: TextStyle): number {
  return size * leading;
}

/**
 * Sets text in a column, its upper edge at `top`, as the content of a new element of the structure,
 * so that a screen reader knows what it is. Answers its height in points. The caller has made room.
 */
export function setText(
  sheet: Sheet,
  text: string,
  style: TextStyle,
  place: {
    readonly parent: PDFKit.PDFStructureElement;
    readonly tag: string;
    readonly column: Column;
    readonly top: number;
  },
): number {
  const { pdf } = sheet;
  const content = pdf.markStructureContent(place.tag);
  const height = drawText(pdf, text, style, place.column, place.top);
  pdf.endMarkedContent();
  const element = pdf.struct(place.tag, {}, content);
  place.parent.add(element);
  return height;
}

/** What repeats on each page or only decorates is no content. */
export function asArtifact(pdf: PDFKit.PDFDocument, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  draw();
  pdf.endMarkedContent();
}

/** Draws text without telling the structure; inside marked content only. Answers its height in points. */
export function drawText(
  pdf: PDFKit.PDFDocument,
  text: string,
  style: TextStyle,
  column: Column,
  top: number,
): number {
  const lines = breakLines(pdf, text, style, column.width);
  lines.forEach((line, index) => {
    const slack = Math.max(0, column.width - line.width);
    const shift = { left: 0, right: slack, center: slack / 2 }[column.align ?? 'left'];
    // The space at its end keeps the words of two lines apart when they are read out or copied.
    const isLast = index === lines.length - 1;
    drawLine(pdf, isLast ? line : spaced(line), style, {
      x: paper.left + column.x + shift,
      // The baseline: in these faces a little over a fifth of the size hangs below it.
      y: top + index * lineHeight(style) + lineHeight(style) / 2 + style.size * 0.34,
    });
  });
  return lines.length * lineHeight(style);
}

function spaced(line: Line): Line {
  const runs = line.runs.map((run, index) =>
    index === line.runs.length - 1 ? { ...run, text: `${run.text} ` } : run,
  );
  return { ...line, runs };
}

export function widthOfLine(sheet: Sheet, text: string, style: TextStyle): number {
  return lineOf(sheet.pdf, text, style).width;
}

export function drawRule(
  pdf: PDFKit.PDFDocument,
  y: number,
  rule: { readonly weight: number; readonly color: string; readonly column?: Column },
): void {
  const { x, width } = rule.column ?? wholeWidth;
  asArtifact(pdf, () =>
    pdf
      .lineWidth(rule.weight)
      .moveTo(paper.left + x, y)
      .lineTo(paper.left + x + width, y)
      .stroke(rule.color),
  );
}
