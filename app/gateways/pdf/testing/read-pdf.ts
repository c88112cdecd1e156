import { inflateSync } from 'node:zlib';

/** What is in a PDF, as a reader program would find it. */
export interface ReadPdf {
  /** The text of each page in the order in which it is drawn, by way of the fonts' ToUnicode tables. */
  readonly pages: readonly string[];
  /** Everything that is not in a stream. */
  readonly source: string;
  /** The structure's element types, in the order in which they were closed. */
  readonly tags: readonly string[];
}

/** Reads PDFs of the shape that PDFKit writes: no object streams, composite fonts. For tests. */
export function readPdf(bytes: Buffer): ReadPdf {
  const source = bytes.toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of source.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    objects.set(id, body);
  }
  const fonts = new Map<string, Map<string, string>>();
  for (const [, name = '', id = ''] of source.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1] ?? '';
    fonts.set(name, readToUnicode(streamOf(objects.get(table))));
  }
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body));
  return {
    pages: pages.map((page) => {
      const contents = /\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '';
      return readText(streamOf(objects.get(contents)), fonts);
    }),
    source: source.replace(/stream\n[\s\S]*?\nendstream/g, ''),
    tags: [...source.matchAll(/\/S \/([A-Za-z0-9]+)\n/g)].map(([, tag = '']) => tag),
  };
}

function streamOf(body: string | undefined): string {
  const [, head = '', data = ''] =
    /^([\s\S]*?)stream\n([\s\S]*)\nendstream$/.exec(body ?? '') ?? [];
  const raw = Buffer.from(data, 'latin1');
  return (head.includes('/FlateDecode') ? inflateSync(raw) : raw).toString('latin1');
}

/** Code -> letters, from `<first> <last> [<letters> ...]`. */
function readToUnicode(table: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, first = '', list = ''] of table.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([^>]*)>/g)].forEach(([, hex = ''], index) => {
      const code = (parseInt(first, 16) + index).toString(16).padStart(4, '0');
      const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? [];
      letters.set(code, String.fromCharCode(...units.map((unit) => parseInt(unit, 16))));
    });
  }
  return letters;
}

function readText(content: string, fonts: Map<string, Map<string, string>>): string {
  let text = '';
  let font = new Map<string, string>();
  let height = 0;
  for (const [, name, shown, end, y] of content.matchAll(
    /\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|\b(EMC)\b|1 0 0 1 [\d.]+ ([\d.]+) Tm/g,
  )) {
    if (name) font = fonts.get(name) ?? font;
    // An accent is lifted a little over its letter: that is no new line.
    if (end || (y !== undefined && Math.abs(Number(y) - height) > 5)) text += '\n';
    height = Number(y ?? height);
    for (const [, codes = ''] of (shown ?? '').matchAll(/<(\w+)>/g)) {
      for (const code of codes.match(/.{4}/g) ?? []) text += font.get(code) ?? '\ufffd';
    }
  }
  return text;
}
