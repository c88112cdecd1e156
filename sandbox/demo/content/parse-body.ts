import { blockSchema } from './content-schema.ts';
import type { BodyBlock } from './content-schema.ts';

const OPEN = /^::: ([a-z]+)((?: [a-zA-Z]+="[^"]*")*)$/;
const ATTRIBUTE = / ([a-zA-Z]+)="([^"]*)"/g;

/**
 * Cuts an article's Markdown at its `::: name key="value"` … `:::` fences. Throws with the file and
 * the line where a fence is malformed, nested, left open, or lacks an attribute.
 */
export function parseBody(body: string, file: string): BodyBlock[] {
  const blocks: BodyBlock[] = [];
  let open: { fields: Record<string, string>; at: number } | null = null;
  let lines: string[] = [];

  const close = (fields: Record<string, string>, at: number): void => {
    const parsed = blockSchema.safeParse({ ...fields, text: lines.join('\n').trim() });
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const key = issue?.path.join('.') || 'block';
      throw new Error(`${file}: line ${at}, block "${fields.block}", ${key}: ${issue?.message}`);
    }
    blocks.push(parsed.data);
    lines = [];
  };
  const closeMarkdown = (at: number): void => {
    if (lines.join('').trim() !== '') close({ block: 'markdown' }, at);
    lines = [];
  };

  body.split('\n').forEach((line, index) => {
    const at = index + 1;
    if (!line.startsWith(':::')) {
      lines.push(line);
      return;
    }
    if (line === ':::') {
      if (!open) throw new Error(`${file}: line ${at}, a fence is closed that was never opened`);
      close(open.fields, open.at);
      open = null;
      return;
    }
    const match = OPEN.exec(line);
    if (!match) throw new Error(`${file}: line ${at}, malformed fence: ${line}`);
    if (open) throw new Error(`${file}: line ${at}, a fence is opened inside another`);
    closeMarkdown(at);
    const fields: Record<string, string> = { block: match[1] ?? '' };
    for (const [, key = '', value = ''] of (match[2] ?? '').matchAll(ATTRIBUTE))
      fields[key] = value;
    open = { fields, at };
  });
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set inside the loop's callback, which the compiler does not follow
  if (open !== null) throw new Error(`${file}: a fence is left open at the end`);
  closeMarkdown(body.split('\n').length);
  return blocks;
}
