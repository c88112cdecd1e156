import type { Block, Footer } from './mail.ts';

/** The plain-text half of a mail. */
export function renderText(blocks: readonly Block[], { lines, link }: Footer): string {
  const parts = blocks.map(blockText);
  const footer = ['-- ', ...lines, ...(link ? [`${link.label}:`, link.href] : [])];
  return [...parts, footer.join('\n')].join('\n\n') + '\n';
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text.toLocaleUpperCase();
    case 'subheading':
      return `* ${block.text}`;
    case 'paragraph':
    case 'small':
      return block.text;
    case 'button':
    case 'link':
      return `${block.label}:\n${block.href}`;
    case 'code':
      return `    ${block.text}`;
    case 'facts':
      return block.rows
        .map(({ term, value }) => `${term}: ${value.replaceAll('\n', '\n    ')}`)
        .join('\n');
  }
}
