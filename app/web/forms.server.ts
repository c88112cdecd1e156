import type { z } from 'zod';
import { en } from '../messages/en/index.ts';
import type { MessageKey } from '../messages/translate.ts';

const usualBytes = 32 * 1024;

export type FieldErrors = Readonly<Record<string, MessageKey>>;
/** For an answer whose problem is not in a field. */
export const noFieldErrors: FieldErrors = {};

export type ParsedForm<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly errors: FieldErrors;
      /** What was typed, to be shown again. */
      readonly typed: Readonly<Record<string, string>>;
    };

/**
 * Reads a posted form and checks it. The schema's issue messages are message keys; each field
 * keeps its first. Of a field sent twice the last one counts, so that a checkbox may follow its
 * hidden default.
 * @param maxBytes 32 KB unless given
 * @throws Response 413 when it is larger, 415 when it is not a plain HTML form
 */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  maxBytes = usualBytes,
): Promise<ParsedForm<z.output<Schema>>> {
  return checkForm(await readForm(request, maxBytes), schema);
}

/** Checks fields that were read already, as {@link parseForm} does. */
export function checkForm<Schema extends z.ZodType>(
  typed: Readonly<Record<string, string>>,
  schema: Schema,
): ParsedForm<z.output<Schema>> {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: Record<string, MessageKey> = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? 'form');
    errors[field] ??= isMessageKey(issue.message) ? issue.message : 'account.form.unreadable';
  }
  return { ok: false, errors, typed };
}

/** The fields of a form as they were typed. @throws as {@link parseForm}. */
export async function readForm(
  request: Request,
  maxBytes = usualBytes,
): Promise<Record<string, string>> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
    throw new Response('Expected a form.', { status: 415 });
  }
  return Object.fromEntries(new URLSearchParams(await readLimited(request, maxBytes)));
}

/** Reads a body and gives up at the limit, whatever Content-Length claims. */
async function readLimited(request: Request, maxBytes: number): Promise<string> {
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw new Response('The form is too large.', { status: 413 });
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function isMessageKey(text: string): text is MessageKey {
  return Object.hasOwn(en, text);
}
