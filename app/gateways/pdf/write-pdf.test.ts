import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import { describe, expect, test } from 'vitest';
import type { PdfBlock, PdfDocument } from '../../domain/ports/pdf.ts';
import type { Receipt } from '../../domain/statements/receipt.ts';
import { money } from '../../kernel/money.ts';
import { translatorFor } from '../../messages/translate.ts';
import { receiptDocument } from '../../ui/statements/receipt-document.ts';
import { readPdf } from './testing/read-pdf.ts';
import { unpackWoff } from './unpack-woff.ts';
import { createPdf } from './write-pdf.server.ts';

const pdf = createPdf();
const issuer = {
  name: { en: 'The Sluice & Sons', uk: 'Шлюз' },
  tagline: { en: 'News of the river', uk: 'Новини з річки' },
  legalName: 'ГО «Редакція „Шлюз“»',
  address: '1 Quay\n01001 Kyiv',
  taxId: '00000417',
  contactEmail: 'desk@sluice.example.org',
  timeZone: 'Europe/Kyiv',
  receiptNote: { en: 'No goods were given in return.', uk: 'Товарів чи послуг не надано.' },
};
const receipt: Receipt = {
  paymentId: '0199a1b2-c3d4-7000-8000-4f09a1c2d3e4',
  supporterId: null,
  number: '20260922-09A1C2D3E4',
  payer: {
    name: 'Łucja Żółć-Зе́лена',
    email: 'lucja@example.org',
    postalAddress: 'вул. Річна, 3\n01001 Київ',
  },
  // The 23rd in Kyiv.
  paidAt: new Date('2026-09-22T21:30:00Z'),
  amount: money(25_076, 'UAH'),
  feeCover: money(76, 'UAH'),
  paidFor: {
    kind: 'membership',
    tierName: { en: 'Patron', uk: 'Меценат' },
    interval: 'month',
  },
  paidUntil: new Date('2026-10-22T21:30:00Z'),
  returns: [
    { kind: 'refund', amount: money(500, 'UAH'), occurredAt: new Date('2026-10-03T10:00:00Z') },
  ],
  returned: money(500, 'UAH'),
  asOf: new Date('2026-10-03T10:00:00Z'),
};
const sheet = (locale: 'en' | 'uk', changes: Partial<Receipt> = {}) =>
  receiptDocument(translatorFor(locale), {
    receipt: { ...receipt, ...changes },
    issuer,
    locale,
    canWrite: pdf.canWrite,
  });
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');

describe('a receipt as a PDF', () => {
  test.each([
    [
      'en' as const,
      [
        'The Sluice & Sons',
        'ГО «Редакція „Шлюз“»',
        '1 Quay, 01001 Kyiv · Registration 00000417',
        'Receipt',
        '20260922-09A1C2D3E4',
        '₴250.76',
        'Paid on 23 September 2026, and returned in part since',
        '₴5.00 on 3 October 2026',
        '₴245.76',
        'Membership “Patron”, monthly',
        'Łucja Żółć-Зе́лена',
        'вул. Річна, 3',
        '01001 Київ',
        'lucja@example.org',
        'No goods were given in return.',
        'Questions: desk@sluice.example.org',
        'Page 1 of 1',
      ],
    ],
    [
      'uk' as const,
      [
        'Шлюз',
        '1 Quay, 01001 Kyiv · Реєстраційний номер 00000417',
        'Квитанція',
        '250,76 ₴',
        'Сплачено 23 вересня 2026 р., згодом повернуто частково',
        'Із них на покриття комісії',
        '0,76 ₴',
        '5,00 ₴, 3 жовтня 2026 р.',
        '245,76 ₴',
        'Членство «Меценат», щомісяця',
        'Łucja Żółć-Зе́лена',
        'Товарів чи послуг не надано.',
        'Сторінка 1 з 1',
      ],
    ],
  ])('can be searched and copied word by word (%s)', async (locale, words) => {
    const { pages } = readPdf(await pdf.write(sheet(locale)));
    expect(pages).toHaveLength(1);
    const lines = plain(pages[0] ?? '')
      .split('\n')
      .map((line) => line.trim());
    for (const line of words) expect(lines).toContain(line);
    expect(pages[0]).not.toContain('\ufffd');
  });

  test('says its language and title, and what each part is', async () => {
    const { source, tags } = readPdf(await pdf.write(sheet('uk')));
    expect(source).toMatch(/\/Lang \(uk-UA\)/);
    expect(source).toContain('/DisplayDocTitle true');
    expect(source).toContain('/Marked true');
    expect(tags).toEqual(
      expect.arrayContaining(['Document', 'H1', 'L', 'LI', 'Lbl', 'LBody', 'P']),
    );
  });

  test('is the same to the byte each time, small, and another one when something changed', async () => {
    const first = await pdf.write(sheet('en'));
    expect((await pdf.write(sheet('en'))).equals(first)).toBe(true);
    expect(first.length).toBeLessThan(60_000);
    expect((await pdf.write(sheet('en', { feeCover: null }))).equals(first)).toBe(false);
  });

  test('leaves a name away that its fonts can’t write, rather than a part of it', async () => {
    expect(pdf.canWrite('王小明')).toBe(false);
    expect(pdf.canWrite('Nguyễn Thị Minh Αλέξης')).toBe(true);
    const payer = { name: '王小明', email: 'wang@example.org', postalAddress: '王府井大街 1' };
    const text = readPdf(await pdf.write(sheet('en', { payer }))).pages[0] ?? '';
    expect(text).toContain('wang@example.org');
    expect(text).not.toContain('?');
  });

  test('a name can’t turn the writing round, and one without end stays on the paper', async () => {
    const name = `An\u202ena${'x'.repeat(300)}`;
    const payer = { name, email: 'anna@example.org', postalAddress: null };
    const text = readPdf(await pdf.write(sheet('en', { payer }))).pages[0] ?? '';
    expect(text).toContain('Annaxxx');
    expect(text).not.toContain('\u202e');
  });
});

describe('a long table', () => {
  const long = (rows: number): PdfDocument => ({
    ...sheet('en'),
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: 'Day', width: 1 },
          { label: 'Sum', width: 1, isFigure: true },
        ],
        rows: Array.from({ length: rows }, (_, index) => [`row ${index + 1}`, `€${index}.00`]),
      } satisfies PdfBlock,
    ],
  });

  test('goes on on further pages with its head, each row once, and pages are counted', async () => {
    const { pages, tags } = readPdf(await pdf.write(long(90)));
    expect(pages.length).toBeGreaterThan(2);
    const found = pages.join('\n').match(/^row \d+$/gm);
    expect(found).toEqual(Array.from({ length: 90 }, (_, index) => `row ${index + 1}`));
    pages.forEach((page, index) => {
      expect(page).toContain('Day\n');
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    });
    // The heads of further pages are decoration: the table has one.
    expect(tags.filter((tag) => tag === 'TH')).toHaveLength(2);
  });
});

test('a WOFF file unpacks into a font with the same glyphs', () => {
  const file = createRequire(import.meta.url).resolve(
    '@fontsource/onest/files/onest-cyrillic-400-normal.woff',
  );
  const packed = create(readFileSync(file));
  const font = create(unpackWoff(readFileSync(file)));
  if (!('glyphForCodePoint' in packed) || !('glyphForCodePoint' in font)) throw new Error('fonts');
  for (const letter of 'ЇжакҐ') {
    const code = letter.codePointAt(0) ?? 0;
    expect(font.glyphForCodePoint(code).path.toSVG()).toBe(
      packed.glyphForCodePoint(code).path.toSVG(),
    );
  }
  expect(() => unpackWoff(Buffer.from('OTTO'))).toThrow('not a WOFF file');
});
