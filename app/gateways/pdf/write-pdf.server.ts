import PDFDocument from 'pdfkit';
import type { Pdf, PdfDocument } from '../../domain/ports/pdf.ts';
import { drawBlock } from './draw-blocks.server.ts';
import { type TextStyle, canSet } from './set-text.server.ts';
import {
  type Sheet,
  asArtifact,
  contentWidth,
  drawRule,
  drawText,
  hairline,
  ink,
  muted,
  openSheet,
  paper,
  setText,
  wholeWidth,
} from './sheet.server.ts';

const nameplate: TextStyle = { face: 'serif-strong', size: 25, color: ink, leading: 1.15 };
const tagline: TextStyle = { face: 'serif', size: 9.5, color: muted, leading: 1.4 };
const identity: TextStyle = { face: 'sans', size: 8.5, color: muted, leading: 1.45 };
const foot: TextStyle = { face: 'sans', size: 8, color: muted, leading: 1.4 };

/** Writes A4 documents: tagged, with their language and title, and text that can be searched and copied. */
export function createPdf(): Pdf {
  return { canWrite: (text) => canSet('sans', text), write };
}

function write(document: PdfDocument): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: [paper.width, paper.height],
    // PDFKit must not turn pages by itself: the sheet does.
    margin: 0,
    pdfVersion: '1.7',
    bufferPages: true,
    tagged: true,
    lang: document.language,
    displayTitle: true,
    info: {
      Title: plainTitle(document.title),
      Author: plainTitle(document.letterhead.name),
      Creator: 'Masthead',
      CreationDate: document.asOf,
      ModDate: document.asOf,
    },
  });
  const bytes = collect(pdf);
  const sheet = openSheet(pdf);
  drawLetterhead(sheet, document.letterhead);
  for (const block of document.blocks) drawBlock(sheet, block);
  sheet.root.end();
  drawFooters(pdf, document);
  pdf.end();
  return bytes;
}

/** The name as it stands on the paper, centred between rules; below it, who that is in law. */
function drawLetterhead(sheet: Sheet, letterhead: PdfDocument['letterhead']): void {
  const { pdf, root } = sheet;
  const centred = { ...wholeWidth, align: 'center' } as const;
  drawRule(pdf, sheet.y, { weight: 2.4, color: ink });
  drawRule(pdf, sheet.y + 3.4, { weight: 0.5, color: ink });
  sheet.y += 16;
  const put = (text: string, style: TextStyle) => {
    sheet.y += setText(sheet, text, style, {
      parent: root,
      tag: 'P',
      column: centred,
      top: sheet.y,
    });
  };
  put(letterhead.name, nameplate);
  if (letterhead.tagline !== '') put(letterhead.tagline, tagline);
  sheet.y += 12;
  drawRule(pdf, sheet.y, { weight: 0.5, color: ink });
  sheet.y += 7;
  for (const line of letterhead.lines) put(line, identity);
  sheet.y += 7;
  drawRule(pdf, sheet.y, { weight: 0.5, color: ink });
  sheet.y += 44;
}

/** Once the number of pages is known. */
function drawFooters(pdf: PDFKit.PDFDocument, document: PdfDocument): void {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    const top = paper.height - 60;
    drawRule(pdf, top, { weight: 0.5, color: hairline });
    const place = { x: contentWidth - 80, width: 80, align: 'right' } as const;
    const number = document.pageNumber(page + 1, count);
    asArtifact(pdf, () => {
      drawText(pdf, document.footer, foot, { x: 0, width: contentWidth - 90 }, top + 8);
    });
    asArtifact(pdf, () => {
      drawText(pdf, number, foot, place, top + 8);
    });
  }
}

/** PDFKit writes the title into XML as it is. */
function plainTitle(text: string): string {
  return text.replaceAll('&', '+').replace(/[<>\p{Cc}]+/gu, ' ');
}

function collect(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}
