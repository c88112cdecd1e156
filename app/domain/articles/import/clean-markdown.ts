import MarkdownIt from 'markdown-it';

/** As the site reads Markdown, except that it sees raw HTML: so it can be found and taken apart. */
const reader = new MarkdownIt({ html: true, linkify: false }).disable('image');

/** A `<` that could begin a tag, a comment or another piece of raw HTML, with the backslashes before it. */
const opener = /(\\*)<(?=[a-z/!?])/gi;
/** The same, stepping over code between backticks and over addresses in angle brackets. */
const openerOutsideCode =
  /(`+)[^`]+\1(?!`)|<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>|(\\*)<(?=[a-z/!?])/gi;

/**
 * Makes somebody's Markdown fit to be an article's body: no raw HTML, none of our fences by
 * accident, and no headings above the second level. What is so already stays to the letter.
 */
export function cleanMarkdown(source: string): string {
  const text = source
    .replace(/\r\n|[\r\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufeff\ufffe\uffff]/g, '')
    .replace(/^(?:[ \t]*\n)+|\s+$/g, '');
  return shiftHeadings(escapeFences(escapeHtml(text)));
}

/** Our blocks begin with colons, wherever the line stands: a backslash before them makes them text. */
function escapeFences(text: string): string {
  return text.replace(/^((?:[^\S\n]|[\u200b-\u200d\u2060\ufeff])*)(?=:{2,})/gm, '$1\\');
}

function escapeHtml(text: string): string {
  let lines = text.split('\n');
  // Each round takes apart what it sees; what came to light by that is taken apart in the next.
  for (let round = 0; round < 12; round++) {
    const spans = htmlSpans(lines.join('\n'));
    if (spans.length === 0) return lines.join('\n');
    for (const { from, to } of spans) {
      const part = lines.slice(from, to).join('\n');
      const careful = part.replace(
        openerOutsideCode,
        (match, code: string | undefined, slashes: string | undefined) =>
          code !== undefined || slashes === undefined ? match : escapeOne(slashes),
      );
      const escaped = careful === part || round > 5 ? escapeAll(part) : careful;
      lines.splice(from, to - from, ...escaped.split('\n'));
    }
    lines = lines.join('\n').split('\n');
  }
  return escapeAll(lines.join('\n'));
}

const escapeAll = (part: string) =>
  part.replace(opener, (_match, slashes: string) => escapeOne(slashes));

/** After an odd number of backslashes it is escaped already. */
const escapeOne = (slashes: string) => `${slashes}${slashes.length % 2 === 0 ? '\\' : ''}<`;

/** The lines in which raw HTML stands. */
function htmlSpans(text: string): { from: number; to: number }[] {
  return reader.parse(text, {}).flatMap(({ type, map, children }) => {
    const isHtml =
      type === 'html_block' || (children ?? []).some((child) => child.type === 'html_inline');
    return isHtml && map ? [{ from: map[0], to: map[1] }] : [];
  });
}

/** The highest headings become the second level and all below the third: the first is the headline's. */
function shiftHeadings(text: string): string {
  const lines = text.split('\n');
  const headings = reader.parse(text, {}).filter(({ type }) => type === 'heading_open');
  const highest = Math.min(...headings.map(({ tag }) => Number(tag.slice(1))));
  for (const { tag, markup, map } of headings) {
    if (!map) continue;
    const wanted = Number(tag.slice(1)) === highest ? '##' : '###';
    const at = markup.startsWith('#') ? map[0] : map[1] - 1;
    const line = lines[at] ?? '';
    if (markup.startsWith('#')) lines[at] = line.replace(/#{1,6}(?=[ \t]|$)/, wanted);
    else lines[at] = line.replace(/=+[ \t]*$/, (run) => '-'.repeat(run.trim().length));
  }
  return lines.join('\n');
}

/**
 * Takes the headline out: a heading of the first level, or one with which the text begins.
 * null = there is none.
 */
export function takeHeadline(text: string): { headline: string | null; rest: string } {
  const tokens = reader.parse(text, {});
  const isHeadline = (index: number) => {
    const token = tokens[index];
    return (
      token?.type === 'heading_open' && token.level === 0 && (token.tag === 'h1' || index === 0)
    );
  };
  const index = tokens.findIndex((_, each) => isHeadline(each));
  const map = tokens[index]?.map;
  const words = tokens[index + 1]?.children ?? [];
  const headline = words
    .map(({ type, content }) =>
      /break$/.test(type) ? ' ' : /^(text|code_inline)$/.test(type) ? content : '',
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  if (index < 0 || !map || headline === '') return { headline: null, rest: text };
  const lines = text.split('\n');
  lines.splice(map[0], map[1] - map[0], '');
  return { headline, rest: lines.join('\n') };
}
