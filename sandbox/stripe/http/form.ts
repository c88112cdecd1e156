import type { Params } from '../engine/params.ts';
import { isParams } from '../engine/params.ts';

type Node = Map<string, Node | string>;

/**
 * Decodes Stripe's way of writing nested values in a form or a query: `items[0][price]=x`,
 * `expand[]=y`, `created[gte]=1`. Leaves stay text; maps whose keys are 0, 1, 2... become lists.
 */
export function decodeForm(body: string): Params {
  const root: Node = new Map();
  for (const [name, value] of new URLSearchParams(body)) insert(root, segments(name), value);
  const plain = toPlain(root, true);
  return isParams(plain) ? plain : {};
}

function segments(name: string): string[] {
  const [head = '', ...rest] = name.split('[');
  return [head, ...rest.map((part) => part.replace(/\]$/, ''))];
}

function insert(node: Node, path: string[], value: string): void {
  const [head = '', ...rest] = path;
  const key = head === '' ? String(node.size) : head;
  if (rest.length === 0) {
    node.set(key, value);
    return;
  }
  const known = node.get(key);
  const child = known instanceof Map ? known : new Map<string, Node | string>();
  if (child !== known) node.set(key, child);
  insert(child, rest, value);
}

function toPlain(node: Node | string, isRoot = false): unknown {
  if (typeof node === 'string') return node;
  const keys = [...node.keys()];
  if (!isRoot && keys.length > 0 && keys.every((key, index) => key === String(index))) {
    return keys.map((key) => toPlain(node.get(key) ?? ''));
  }
  return Object.fromEntries(keys.map((key) => [key, toPlain(node.get(key) ?? '')]));
}
