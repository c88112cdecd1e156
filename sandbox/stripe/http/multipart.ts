import type { Params } from '../engine/params.ts';

const HEADERS_END = Buffer.from('\r\n\r\n');

/** The boundary of a `multipart/form-data` body, or `null` for any other kind. */
export function boundaryOf(contentType: string | undefined): string | null {
  const match = /^multipart\/form-data;\s*boundary="?([^";]+)"?/i.exec(contentType ?? '');
  return match?.[1] ?? null;
}

/**
 * The fields of a `multipart/form-data` body (RFC 7578). A file becomes its
 * name, media type and data, one character for each byte.
 */
export function decodeMultipart(body: Buffer, boundary: string): Params {
  const mark = Buffer.from(`--${boundary}`);
  const found: Params = {};
  for (let start = body.indexOf(mark); start >= 0;) {
    const end = body.indexOf(mark, start + mark.length);
    if (end < 0) break;
    // Between the marks: CRLF, headers, an empty line, the content, CRLF.
    const part = body.subarray(start + mark.length + 2, end - 2);
    const gap = part.indexOf(HEADERS_END);
    if (gap >= 0) {
      const headers = part.subarray(0, gap).toString('utf8');
      const content = part.subarray(gap + HEADERS_END.length);
      const name = /\bname="([^"]*)"/i.exec(headers)?.[1];
      const filename = /\bfilename="([^"]*)"/i.exec(headers)?.[1];
      const type = /^content-type:\s*(\S+)/im.exec(headers)?.[1] ?? 'application/octet-stream';
      if (name !== undefined) {
        found[name] =
          filename === undefined
            ? content.toString('utf8')
            : { name: filename, type, data: content.toString('latin1') };
      }
    }
    start = end;
  }
  return found;
}
