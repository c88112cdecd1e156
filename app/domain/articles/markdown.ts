import MarkdownIt from 'markdown-it';

/**
 * Markdown without raw HTML and without pictures of its own: a picture is a block, so that it has
 * its credit and its sizes, and no page asks another site for one.
 */
const markdownIt = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable(
  'image',
);

// A wide table scrolls by itself, by keyboard too, and never widens the page.
markdownIt.renderer.rules['table_open'] = () =>
  '<div class="table-scroll" tabindex="0"><table class="table">\n';
markdownIt.renderer.rules['table_close'] = () => '</table></div>\n';

/** HTML that is safe to print as it is: raw tags were escaped, script links refused. */
export function renderMarkdown(source: string): string {
  return markdownIt.render(source);
}

/** The words alone, for search and previews. */
export function plainText(source: string): string {
  const words: string[] = [];
  for (const token of markdownIt.parse(source, {})) {
    if (token.type === 'code_block' || token.type === 'fence') words.push(token.content);
    for (const child of token.children ?? []) {
      if (child.type === 'softbreak' || child.type === 'hardbreak') words.push(' ');
      else if (child.type === 'text' || child.type === 'code_inline') words.push(child.content);
    }
    if (token.type.endsWith('_close') || token.type === 'inline') words.push(' ');
  }
  return words.join('').replace(/\s+/g, ' ').trim();
}
