import {
  type EvidenceFileField,
  type EvidenceText,
  evidenceFiles,
  evidenceTexts,
  filesLimit,
  textLimit,
  textsLimit,
  typeOfFile,
} from '../../domain/disputes/evidence.ts';
import type { AddedFile } from '../../domain/disputes/save-evidence.server.ts';
import type { MessageKey } from '../../messages/translate.ts';
import type { MultipartForm } from '../../web/multipart.server.ts';

export interface ReadEvidence {
  readonly texts: Partial<Record<EvidenceText, string>>;
  readonly added: readonly AddedFile[];
  readonly removed: readonly EvidenceFileField[];
  readonly revision: number;
  readonly attachesReceipt: boolean;
  readonly errors: Readonly<Record<string, MessageKey>>;
}

/** A little over what is allowed, so that what is too large can be told field by field. */
export const evidenceFormBytes = 12_000_000;

/** Reads the evidence form. Every field that is wrong is named; files that are fine are still here. */
export function readEvidenceForm({ fields, files }: MultipartForm): ReadEvidence {
  const errors: Record<string, MessageKey> = {};
  const texts: Partial<Record<EvidenceText, string>> = {};
  let length = 0;
  for (const name of evidenceTexts) {
    const text = (fields[name] ?? '').replaceAll('\r\n', '\n').trim();
    texts[name] = text;
    length += text.length;
    if (text.length > textLimit) errors[name] = 'disputes.error.textTooLong';
  }
  if (length > textsLimit) errors['uncategorized_text'] = 'disputes.error.textsTooLong';
  const added = evidenceFiles.flatMap((field): AddedFile[] => {
    const upload = files[field];
    if (!upload) return [];
    const type = typeOfFile(upload.content);
    if (type === null) errors[field] = 'disputes.error.fileType';
    else if (upload.content.length > filesLimit) errors[field] = 'disputes.error.fileTooLarge';
    if (type === null || errors[field]) return [];
    return [{ field, type, filename: tidyName(upload.filename), content: upload.content }];
  });
  return {
    ...{ texts, added, errors },
    removed: evidenceFiles.filter((field) => fields[`remove-${field}`] === 'yes'),
    revision: Number(/^\d{1,9}$/.exec(fields['revision'] ?? '')?.[0] ?? 0),
    attachesReceipt: fields['attach-receipt'] === 'yes',
  };
}

/** A name that is safe in any header and on any disk; what the file holds is told by its bytes. */
function tidyName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replace(/[^\p{L}\p{N}._ -]/gu, '_').slice(-100) || 'file';
}
