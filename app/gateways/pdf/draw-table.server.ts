import type PDFKit from 'pdfkit';
import type { PdfColumn, PdfRow } from '../../domain/ports/pdf.ts';
import type { TextStyle } from './set-text.server.ts';
import {
  type Column,
  type Sheet,
  contentWidth,
  drawRule,
  hairline,
  heightOf,
  ink,
  makeRoom,
  muted,
  setText,
  asArtifact,
  drawText,
} from './sheet.server.ts';

const label: TextStyle = { face: 'sans', size: 8.5, color: muted, leading: 1.35 };
const text: TextStyle = { face: 'sans', size: 9.5, color: ink, leading: 1.4 };
const detail: TextStyle = { face: 'sans', size: 8.5, color: muted, leading: 1.4 };
const padding = 5.5;
const gap = 12;

/** A table whose head stands again on each page. A row is never torn. */
export function drawTable(
  sheet: Sheet,
  columns: readonly PdfColumn[],
  rows: readonly PdfRow[],
): void {
  const { pdf } = sheet;
  const places = placesOf(columns);
  const table = pdf.struct('Table');
  sheet.root.add(table);
  makeRoom(sheet, 70);
  drawHead(sheet, columns, places, table);
  for (const row of rows) {
    const height =
      Math.max(...places.map((place, index) => cellHeight(sheet, row[index] ?? '', place))) +
      2 * padding;
    // The head of a further page repeats what a screen reader was told already.
    if (makeRoom(sheet, height)) drawHead(sheet, columns, places, null);
    const line = pdf.struct('TR');
    table.add(line);
    places.forEach((place, index) => drawCell(sheet, row[index] ?? '', place, line));
    line.end();
    sheet.y += height;
    drawRule(pdf, sheet.y, { weight: 0.5, color: hairline });
  }
  table.end();
}

function placesOf(columns: readonly PdfColumn[]): Column[] {
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const usable = contentWidth - gap * (columns.length - 1);
  let x = 0;
  return columns.map(({ width, isFigure }) => {
    const place = {
      x,
      width: (usable * width) / shares,
      align: isFigure ? ('right' as const) : ('left' as const),
    };
    x += place.width + gap;
    return place;
  });
}

function drawHead(
  sheet: Sheet,
  columns: readonly PdfColumn[],
  places: readonly Column[],
  table: PDFKit.PDFStructureElement | null,
): void {
  const { pdf } = sheet;
  const heights = places.map((place, index) =>
    heightOf(sheet, columns[index]?.label ?? '', label, place.width),
  );
  const height = Math.max(...heights);
  const line = table ? pdf.struct('TR') : null;
  if (line) table?.add(line);
  places.forEach((place, index) => {
    const words = columns[index]?.label ?? '';
    const top = sheet.y + height - (heights[index] ?? 0);
    if (!line) {
      asArtifact(pdf, () => drawText(pdf, words, label, place, top));
      return;
    }
    const content = pdf.markStructureContent('TH');
    drawText(pdf, words, label, place, top);
    pdf.endMarkedContent();
    // PDFKit takes the scope that its type does not know yet.
    const header = { title: words, scope: 'Column' };
    line.add(pdf.struct('TH', header, content));
  });
  line?.end();
  sheet.y += height + 4;
  drawRule(pdf, sheet.y, { weight: 0.8, color: ink });
}

function partsOf(cell: string): { first: string; rest: string } {
  const end = cell.indexOf('\n');
  return end === -1
    ? { first: cell, rest: '' }
    : { first: cell.slice(0, end), rest: cell.slice(end + 1) };
}

function cellHeight(sheet: Sheet, cell: string, { width }: Column): number {
  const { first, rest } = partsOf(cell);
  return (
    heightOf(sheet, first, text, width) + (rest === '' ? 0 : heightOf(sheet, rest, detail, width))
  );
}

function drawCell(
  sheet: Sheet,
  cell: string,
  column: Column,
  line: PDFKit.PDFStructureElement,
): void {
  const { pdf } = sheet;
  const { first, rest } = partsOf(cell);
  const element = pdf.struct('TD');
  line.add(element);
  const top = sheet.y + padding;
  const used = setText(sheet, first, text, { parent: element, tag: 'P', column, top });
  if (rest !== '') {
    setText(sheet, rest, detail, { parent: element, tag: 'P', column, top: top + used });
  }
  element.end();
}
