import type TurndownService from 'turndown';

/** Ends of cells and rows, while a table is being put together; the source is without them. */
const endOfCell = '\u0001';
const endOfRow = '\u0002';

/** Tables of several columns become tables; those that only lay a page out become their content. */
export function tableRules(service: TurndownService): void {
  service.addRule('cell', {
    filter: ['td', 'th'],
    replacement: (content, node) =>
      isLayout(tableOf(node))
        ? `\n\n${content.trim()}\n\n`
        : content
            .trim()
            .replace(/\s*\n\s*/g, ' ')
            .replace(/(?<!\\)\|/g, '\\|') + endOfCell,
  });
  service.addRule('row', {
    filter: 'tr',
    replacement: (content, node) => (isLayout(tableOf(node)) ? content : content + endOfRow),
  });
  service.addRule('caption', {
    filter: 'caption',
    replacement: (content, node) =>
      isLayout(tableOf(node)) ? `\n\n${content.trim()}\n\n` : `${content.trim()}${endOfRow}`,
  });
  service.addRule('table', {
    filter: 'table',
    replacement: (content, node) =>
      isLayout(node) ? `\n\n${content.trim()}\n\n` : `\n\n${drawTable(content)}\n\n`,
  });
}

function drawTable(content: string): string {
  const above: string[] = [];
  const rows: string[][] = [];
  for (const part of content.split(endOfRow)) {
    const cells = part.split(endOfCell);
    const rest = (cells.pop() ?? '').trim();
    if (rest !== '') above.push(rest);
    if (cells.length > 0) rows.push(cells.map((cell) => cell.trim()));
  }
  const width = Math.max(0, ...rows.map((row) => row.length));
  const draw = (row: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, index) => row[index] ?? '').join(' | ')} |`;
  const [head, ...body] = rows;
  const lines = head ? [draw(head), draw(Array<string>(width).fill('---')), ...body.map(draw)] : [];
  return [...above, lines.join('\n')].filter((each) => each !== '').join('\n\n');
}

function tableOf(node: HTMLElement): HTMLElement | null {
  let each: Node | null = node.parentNode;
  while (each && each.nodeName !== 'TABLE') each = each.parentNode;
  return each as HTMLElement | null;
}

const known = new WeakMap<HTMLElement, boolean>();

/** One column, or tables within the table. */
function isLayout(table: HTMLElement | null): boolean {
  if (!table) return true;
  const found = known.get(table) ?? findIsLayout(table);
  known.set(table, found);
  return found;
}

function findIsLayout(table: HTMLElement): boolean {
  if (table.querySelector('table')) return true;
  const rows = Array.from(table.querySelectorAll('tr'));
  return !rows.some((row) => row.querySelectorAll('td, th').length > 1);
}
