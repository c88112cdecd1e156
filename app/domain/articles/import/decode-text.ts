import { type Result, fail, ok } from '../../../kernel/result.ts';

/**
 * The text of a file, whatever program wrote it: Word on Windows still saves pages in the machine's
 * own encoding, and says so inside. `not_text`: a document of another kind.
 * @param language which old encoding is likelier where the file says none
 */
export function decodeText(content: Uint8Array, language: 'en' | 'uk'): Result<string, 'not_text'> {
  const [a, b] = content;
  if (a === 0xff && b === 0xfe) return ok(new TextDecoder('utf-16le').decode(content));
  if (a === 0xfe && b === 0xff) return ok(new TextDecoder('utf-16be').decode(content));
  if (content.includes(0)) return fail('not_text');
  const start = new TextDecoder('latin1').decode(content.subarray(0, 2048));
  // A PDF may be text nearly to its end.
  if (start.startsWith('%PDF-') || start.startsWith('{\\rtf')) return fail('not_text');
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    const said = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1] ?? '';
    return ok(decoder(said, language).decode(content));
  }
}

function decoder(label: string, language: 'en' | 'uk'): TextDecoder {
  const likely = language === 'uk' ? 'windows-1251' : 'windows-1252';
  try {
    return new TextDecoder(/^utf-?8$/i.test(label) || label === '' ? likely : label);
  } catch {
    return new TextDecoder(likely);
  }
}
