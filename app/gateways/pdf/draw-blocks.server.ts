import type { PdfBlock, PdfFact } from '../../domain/ports/pdf.ts';
import { drawTable } from './draw-table.server.ts';
import type { TextStyle } from './set-text.server.ts';
import {
  type Sheet,
  contentWidth,
  drawRule,
  hairline,
  heightOf,
  ink,
  makeRoom,
  muted,
  setText,
  wholeWidth,
  widthOfLine,
} from './sheet.server.ts';

const heading: TextStyle = { face: 'serif', size: 24, color: ink, leading: 1.2 };
const headingNote: TextStyle = { face: 'sans', size: 9.5, color: muted };
const figure: TextStyle = { face: 'serif', size: 32, color: ink, leading: 1.2 };
const figureNote: TextStyle = { face: 'sans', size: 10, color: muted };
const subheading: TextStyle = { face: 'serif-strong', size: 13, color: ink, leading: 1.3 };
const paragraph: TextStyle = { face: 'serif', size: 10.5, color: ink, leading: 1.5 };
const term: TextStyle = { face: 'sans', size: 9.5, color: muted, leading: 1.45 };
const value: TextStyle = { face: 'sans', size: 9.5, color: ink, leading: 1.45 };
const termWidth = 150;
const rowPadding = 6;

export function drawBlock(sheet: Sheet, block: PdfBlock): void {
  switch (block.kind) {
    case 'heading':
      drawHeading(sheet, block.text, block.note);
      return;
    case 'figure':
      drawFigure(sheet, block.text, block.note);
      return;
    case 'subheading':
      // Not alone at the foot of a page.
      makeRoom(sheet, 90);
      sheet.y += 6;
      sheet.y += setText(sheet, block.text, subheading, {
        parent: sheet.root,
        tag: 'H2',
        column: wholeWidth,
        top: sheet.y,
      });
      sheet.y += 6;
      return;
    case 'facts':
      drawFacts(sheet, block.rows);
      return;
    case 'table':
      drawTable(sheet, block.columns, block.rows);
      sheet.y += 22;
      return;
    case 'paragraph':
      makeRoom(sheet, heightOf(sheet, block.text, paragraph, contentWidth));
      sheet.y += setText(sheet, block.text, paragraph, {
        parent: sheet.root,
        tag: 'P',
        column: wholeWidth,
        top: sheet.y,
      });
      sheet.y += 12;
      return;
  }
}

/** The title on the left; its note on the same line when it fits, else below. */
function drawHeading(sheet: Sheet, text: string, note: string): void {
  const noteWidth = widthOfLine(sheet, note, headingNote);
  const isBeside = widthOfLine(sheet, text, heading) + noteWidth + 24 <= contentWidth;
  const top = sheet.y;
  sheet.y += setText(sheet, text, heading, {
    parent: sheet.root,
    tag: 'H1',
    column: wholeWidth,
    top,
  });
  if (note !== '') {
    const height = setText(sheet, note, headingNote, {
      parent: sheet.root,
      tag: 'P',
      column: isBeside ? { ...wholeWidth, align: 'right' } : wholeWidth,
      // Baselines of unlike sizes meet.
      top: isBeside ? top + 12 : sheet.y,
    });
    if (!isBeside) sheet.y += height;
  }
  sheet.y += 14;
}

function drawFigure(sheet: Sheet, text: string, note: string): void {
  for (const [words, style] of [
    [text, figure],
    [note, figureNote],
  ] as const) {
    if (words === '') continue;
    sheet.y += setText(sheet, words, style, {
      parent: sheet.root,
      tag: 'P',
      column: wholeWidth,
      top: sheet.y,
    });
  }
  sheet.y += 20;
}

function drawFacts(sheet: Sheet, rows: readonly PdfFact[]): void {
  const { pdf } = sheet;
  const list = pdf.struct('L');
  sheet.root.add(list);
  const values = { x: termWidth, width: contentWidth - termWidth };
  drawRule(pdf, sheet.y, { weight: 0.8, color: ink });
  for (const row of rows) {
    const style: TextStyle = row.isStrong ? { ...value, face: 'sans-strong' } : value;
    const height =
      Math.max(
        heightOf(sheet, row.term, term, termWidth - 16),
        heightOf(sheet, row.value, style, values.width),
      ) +
      2 * rowPadding;
    if (makeRoom(sheet, height)) drawRule(pdf, sheet.y, { weight: 0.8, color: ink });
    const item = pdf.struct('LI');
    list.add(item);
    const top = sheet.y + rowPadding;
    const column = { x: 0, width: termWidth - 16 };
    setText(sheet, row.term, term, { parent: item, tag: 'Lbl', column, top });
    setText(sheet, row.value, style, { parent: item, tag: 'LBody', column: values, top });
    item.end();
    sheet.y += height;
    drawRule(pdf, sheet.y, { weight: 0.5, color: hairline });
  }
  list.end();
  sheet.y += 22;
}
