import { invalidRequest, missingParam, unsupported } from '../errors.ts';
import { FILE_PURPOSES, newFile } from '../objects/file.ts';
import type { Params } from '../params.ts';
import { nested, requiredText, text } from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';

const MOST_BYTES = 5_000_000;
const EVIDENCE_TYPES: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** What a multipart request has brought; its data is one character for each byte. */
function readUpload(params: Params) {
  const file = nested(params, 'file');
  if (!file) throw missingParam('file');
  const size = (text(file, 'data') ?? '').length;
  if (size > MOST_BYTES) throw invalidRequest('The file is larger than 5 MB.', 'file');
  if (size === 0) throw invalidRequest('The file is empty.', 'file');
  const type = EVIDENCE_TYPES[text(file, 'type') ?? ''];
  if (type === undefined) {
    throw invalidRequest('Evidence is a PDF, a JPEG or a PNG.', 'file', 'file_type_not_supported');
  }
  return { filename: text(file, 'name') ?? 'blob', size, type };
}

export const fileRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/files',
    params: ['file', 'purpose'],
    handle: (step, { params }) => {
      const purpose = requiredText(params, 'purpose');
      if (!FILE_PURPOSES.some((known) => known === purpose))
        throw unsupported(`files for ${purpose}`, 'purpose');
      const upload = readUpload(params);
      const file = step.add(newFile(step.newId('file'), step.now, { ...upload, purpose }));
      step.emit('file.created', file);
      return file;
    },
  },
  retrieveRoute('file', '/v1/files/:id'),
  listRoute('file', '/v1/files', {
    where: { purpose: (file, value) => file.purpose === value },
  }),
];
