import { decodeText } from '../../domain/articles/import/decode-text.ts';
import { type ImportFault, looksLikeHtml } from '../../domain/articles/import/read-document.ts';
import { isLocale } from '../../kernel/locale.ts';
import type { MessageKey } from '../../messages/translate.ts';
import type { FieldErrors } from '../../web/forms.server.ts';
import type { MultipartForm } from '../../web/multipart.server.ts';

/** Pages saved with their pictures inside are large; the pictures are left out. */
export const importFormBytes = 8_000_000;

export const importFailures: Record<ImportFault, MessageKey> = {
  empty: 'import.error.empty',
  unreadable: 'import.error.unreadable',
  too_long: 'import.error.tooLong',
};

interface ReadImport {
  readonly content: string;
  readonly kind: 'html' | 'text';
  /** Where it came from, and where a fault of it is told. */
  readonly field: 'text' | 'file';
  readonly language: 'en' | 'uk';
  readonly sectionSlug: string;
}

/** Reads the import form, and tells every field that is wrong at once. */
export function readImportForm({
  fields,
  files,
}: MultipartForm): { ok: true; value: ReadImport } | { ok: false; errors: FieldErrors } {
  const errors: Record<string, MessageKey> = {};
  const { file } = files;
  const text = fields['text'] ?? '';
  const html = fields['html'] ?? '';
  const language = fields['language'] ?? '';
  const sectionSlug = fields['section'] ?? '';
  const isPasted = text.trim() !== '' || html.trim() !== '';
  if (!file && !isPasted) errors['text'] = 'import.error.nothing';
  if (file && isPasted) errors['file'] = 'import.error.both';
  if (!isLocale(language)) errors['language'] = 'import.error.language';
  if (sectionSlug === '') errors['section'] = 'import.error.section';
  const decoded = file ? decodeText(file.content, language === 'uk' ? 'uk' : 'en') : null;
  if (decoded && !decoded.ok) errors['file'] ??= 'import.error.notText';
  if (Object.keys(errors).length > 0 || !isLocale(language)) return { ok: false, errors };
  const facts = { language, sectionSlug };
  if (file && decoded?.ok) {
    const isPage = /\.x?html?$/i.test(file.filename) || looksLikeHtml(decoded.value);
    const kind = isPage ? 'html' : 'text';
    return { ok: true, value: { ...facts, content: decoded.value, kind, field: 'file' } };
  }
  const kind = html.trim() !== '' || looksLikeHtml(text) ? 'html' : 'text';
  const content = html.trim() !== '' ? html : text;
  return { ok: true, value: { ...facts, content, kind, field: 'text' } };
}
