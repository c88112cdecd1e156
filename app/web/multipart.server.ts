export interface Upload {
  readonly filename: string;
  readonly content: Buffer;
}

export interface MultipartForm {
  readonly fields: Readonly<Record<string, string>>;
  /** Chosen files by the field's name; a field left empty is not here. */
  readonly files: Readonly<Record<string, Upload>>;
}

/**
 * Reads a form with files (RFC 7578). Of a field sent twice the last one counts.
 * @throws Response 413 when it is larger than `maxBytes`, whatever Content-Length claims; 415 when
 * it is no such form, or not readable as one
 */
export async function readMultipart(request: Request, maxBytes: number): Promise<MultipartForm> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) throw new Response(null, { status: 415 });
  const body = await readWhole(request, maxBytes);
  const form = await parse(body, type);
  const fields: Record<string, string> = {};
  const files: Record<string, Upload> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = value;
    // A file input that was left empty is sent as a file without a name.
    else if (value.name !== '' && value.size > 0) {
      files[name] = { filename: value.name, content: Buffer.from(await value.arrayBuffer()) };
    }
  }
  return { fields, files };
}

async function readWhole(request: Request, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      throw new Response(null, { status: 413 });
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

async function parse(body: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), {
      headers: { 'Content-Type': type },
    }).formData();
  } catch {
    throw new Response(null, { status: 415 });
  }
}
