import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { parseBody } from '../body.ts';
import { renderMarkdown } from '../markdown.ts';
import { cleanMarkdown } from './clean-markdown.ts';
import { decodeText } from './decode-text.ts';
import { looksLikeHtml, readDocument } from './read-document.ts';

function read(content: string, kind: 'html' | 'text' = 'html') {
  const found = readDocument({ content, kind, pictureWord: 'Picture' });
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}
const bodyOf = (html: string) => read(`<h1>Headline</h1>${html}`).body;

describe('a document from Google Docs', () => {
  it('keeps its headings, emphasis, lists and links, and loses what is only looks', () => {
    const { headline, body } = read(
      `<meta charset='utf-8'><style>p{color:red}</style><b style="font-weight:normal;" id="docs-internal-guid-1">` +
        `<h1 dir="ltr"><span style="font-weight:400">The night shift</span></h1>` +
        `<p dir="ltr"><span style="font-weight:400;font-style:normal">Words, </span><span style="font-weight:700;">bold</span>` +
        `<span style="font-weight:700;">er</span><span> and </span><span style="font-style:italic">slanted</span>.</p>` +
        `<h2><span style="font-weight:700">Part one</span></h2>` +
        `<ul><li dir="ltr"><p role="presentation"><span>One</span></p></li><ul><li><p><span>Deeper</span></p></li></ul><li><p>Two</p></li></ul>` +
        `<p><a href="https://www.google.com/url?q=https://example.org/a(b)&amp;sa=D"><span style="text-decoration:underline">a source</span></a>` +
        `<sup><a href="#cmnt1">[a]</a></sup> and a note<sup><a href="#ftnt1">[1]</a></sup></p>` +
        `<div><p><a href="#ftnt_ref1">[1]</a><span> Said on Monday.</span></p></div>` +
        `<div><p><a href="#cmnt_ref1">[a]</a><span>Is this checked?</span></p></div></b>`,
    );
    expect(headline).toBe('The night shift');
    expect(body).toContain('Words, **bolder** and *slanted*.');
    expect(body).toContain('## Part one\n');
    expect(renderMarkdown(body)).toMatch(
      /<li>[\s\S]*One[\s\S]*<ul>[\s\S]*Deeper[\s\S]*<\/ul>[\s\S]*Two/,
    );
    expect(body).toContain('[a source](https://example.org/a%28b%29)');
    expect(body).toContain('a note\\[1\\]');
    expect(body).toContain('\\[1\\] Said on Monday.');
    expect(body).not.toMatch(/checked|color|\[a\]/);
  });
});

describe('a document from Word', () => {
  it('has its lists made out of paragraphs, and Word’s own marks taken away', () => {
    const item = (mark: string, words: string, level: number) =>
      `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]>` +
      `<span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;
    const { headline, body } = read(
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso 9]><xml><w:View/></xml><![endif]--><title>Untitled</title></head><body>` +
        `<p class=MsoTitle>Порожні&nbsp;вікна<o:p></o:p></p><p class=MsoNormal><b><span lang=UK>Перший</span></b> абзац<span style='mso-hide:all'>таємне</span>.</p>` +
        item('·', 'один', 1) +
        item('o', 'глибше', 2) +
        item('·', 'два', 1) +
        `<p class=MsoNormal>&nbsp;</p>` +
        item('1.', 'перше', 1) +
        item('2.', 'друге', 1) +
        `<p class=MsoQuote>Сказано.</p><p>Так<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> є</p>` +
        `<del>викреслено</del><ins>вписано</ins></body></html>`,
    );
    expect(headline).toBe('Порожні вікна');
    expect(body).toContain('**Перший** абзац.');
    const html = renderMarkdown(body);
    expect(html).toMatch(
      /<ul>\s*<li>один\s*<ul>\s*<li>глибше<\/li>\s*<\/ul>\s*<\/li>\s*<li>два<\/li>\s*<\/ul>/,
    );
    expect(html).toMatch(/<ol>\s*<li>перше<\/li>\s*<li>друге<\/li>\s*<\/ol>/);
    expect(body).toContain('> Сказано.');
    expect(body).toContain('Так\\[1\\] є');
    expect(body).toContain('вписано');
    expect(body).not.toMatch(/викреслено|таємне|mso|·/i);
  });
});

describe('what a page holds', () => {
  it('gives pictures as lines to be filled, and tables as tables', () => {
    expect(
      bodyOf('<p>A<img src="https://x.example/1.jpg" alt="A *ferry*" onerror="x()">B</p>'),
    ).toBe('A\n\n\\[Picture: A \\*ferry\\*\\]\n\nB');
    expect(bodyOf('<img src="data:image/png;base64,AAAA">')).toBe('\\[Picture\\]');
    const table = bodyOf(
      '<table><caption>Heat</caption><tr><th>City<th>°C</tr><tr><td>A|B<td><p>1</p><p>2</p></tr><tr><td colspan=2>none</table>',
    );
    expect(table).toBe('Heat\n\n| City | °C |\n| --- | --- |\n| A\\|B | 1 2 |\n| none |  |');
    expect(renderMarkdown(table)).toContain('<td>A|B</td>');
    expect(bodyOf('<table><tr><td><p>One</p><p>Two</p></td></tr></table>')).toBe('One\n\nTwo');
  });

  it('keeps addresses of the web and of mail, and of nothing else', () => {
    expect(bodyOf('<a href="mailto:a@example.org">mail</a>')).toBe('[mail](mailto:a@example.org)');
    for (const href of [
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,x',
      'file:///C:/x',
      '/local',
      '#top',
      'vbscript:x',
    ]) {
      expect(bodyOf(`<p><a href="${href}">words</a></p>`)).toBe('words');
    }
    expect(bodyOf('<a href="https://e.org/?a=(1) b">x\ny</a>')).toBe(
      '[x y](https://e.org/?a=%281%29%20b)',
    );
  });

  it('leaves out scripts, styles, comments and what only a browser shows', () => {
    const html =
      '<p>A</p><script>evil()</script><style>x{}</style><!-- secret --><iframe src=x>in</iframe><form><input value=v></form><p style="display:none">hidden</p><svg><script>1</script></svg><p>B</p>';
    expect(bodyOf(html)).toMatch(/^A\n\n(\\\[Picture\\\]\n\n)?B$/);
  });

  it('never opens or closes an extra of ours', () => {
    for (const line of [
      ':::',
      '::: extra id="x"',
      ' :: note',
      '\u200b::: quote',
      '::::extra-audio',
    ]) {
      for (const kind of ['html', 'text'] as const) {
        const { body } = read(
          kind === 'html'
            ? `<h1>H</h1><p>a<br>${line}</p><pre>${line}</pre>`
            : `# H\n\na\n${line}\n\n\`\`\`\n${line}\n\`\`\``,
          kind,
        );
        const { blocks, problems } = parseBody(body);
        expect(problems).toEqual([]);
        expect(blocks.map(({ type }) => type)).toEqual(['text']);
      }
    }
    expect(renderMarkdown(read('# H\n\nA\n\n::: note', 'text').body)).toBe(
      '<p>A</p>\n<p>::: note</p>\n',
    );
  });

  it('is refused when nobody can have written it, or nothing is in it', () => {
    const reasonOf = (content: string) => {
      const found = readDocument({ content, kind: 'html', pictureWord: 'P' });
      return found.ok ? 'read' : found.reason;
    };
    expect(reasonOf('<div>'.repeat(60_000))).not.toBe('read');
    expect(reasonOf('<p> &nbsp;</p><script>x</script>')).toBe('empty');
    expect(reasonOf('')).toBe('empty');
  });
});

describe('Markdown and plain text', () => {
  it('gives its first heading, its title or its beginning as headline', () => {
    expect(read('# One\n\nText\n\n## Two\n\n#### Deep', 'text')).toEqual({
      headline: 'One',
      body: 'Text\n\n## Two\n\n### Deep',
    });
    expect(read('Title\n=====\n\nText', 'text')).toEqual({ headline: 'Title', body: 'Text' });
    expect(read('---\ntitle: "From the file"\ndate: 2026-01-01\n---\nText', 'text')).toEqual({
      headline: 'From the file',
      body: 'Text',
    });
    expect(read('Просто слова.\n\nІще слова.', 'text')).toEqual({
      headline: 'Просто слова.',
      body: 'Просто слова.\n\nІще слова.',
    });
    const long = read('word '.repeat(200), 'text').headline;
    expect(long.length).toBeLessThanOrEqual(201);
    expect(long).toMatch(/word…$/);
  });

  it('is without comments, foreign pictures and raw HTML, but with its code as it was', () => {
    const { body } = read(
      '# H\n\nA <!-- x --> b ![alt](http://x/y_(z).png) <b>c</b> `<i>` <https://e.org>\n\n```\n<p>\n```',
      'text',
    );
    expect(body).toBe(
      'A  b \\[Picture: alt\\] \\<b>c\\</b> `<i>` <https://e.org>\n\n```\n<p>\n```',
    );
  });

  it('tells a page’s source from words', () => {
    expect(looksLikeHtml('\n<p class="x">A')).toBe(true);
    expect(looksLikeHtml('<!DOCTYPE html>')).toBe(true);
    expect(looksLikeHtml('A <b>bold</b> word')).toBe(false);
    expect(looksLikeHtml('<https://example.org>')).toBe(false);
  });
});

describe('a file', () => {
  const text = (content: Uint8Array, language: 'en' | 'uk' = 'uk') => {
    const found = decodeText(content, language);
    return found.ok ? found.value : found.reason;
  };
  it('is read in the encoding that it was saved in', () => {
    expect(text(Buffer.from('Пором'))).toBe('Пором');
    expect(text(Buffer.from('\ufeffПором', 'utf16le'))).toBe('Пором');
    expect(text(Buffer.from([0xcf, 0xee, 0xf0, 0xee, 0xec]))).toBe('Пором');
    const page = Buffer.concat([
      Buffer.from('<meta http-equiv=Content-Type content="text/html; charset=windows-1251">'),
      Buffer.from([0xcf]),
    ]);
    expect(text(page, 'en')).toMatch(/П$/);
    expect(text(Buffer.from([0x63, 0x61, 0x66, 0xe9]), 'en')).toBe('café');
  });
  it('is refused when it is a document of another kind', () => {
    expect(text(Buffer.from('PK\x03\x04\0\0'))).toBe('not_text');
    expect(text(Buffer.from('%PDF-1.7\nx'))).toBe('not_text');
    expect(text(Buffer.from('{\\rtf1 x}'))).toBe('not_text');
  });
});

describe('whatever is pasted', () => {
  const raw = new MarkdownIt({ html: true });
  const pieces = fc.constantFrom(
    ...[
      '<b>',
      '</b>',
      '<p>',
      '<div>',
      '</div>',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?php',
    ],
    ...[
      '# ',
      '## ',
      '#### ',
      '\n',
      '\n\n',
      '===',
      '---',
      '- ',
      '1. ',
      '> ',
      '    ',
      '`',
      '```',
      '~~~',
      '\\',
      '\\<',
      '|',
    ],
    ...[
      ':::',
      '::: extra id="a"',
      '::',
      '\u200b',
      '\u2028',
      '\r\n',
      '[x](javascript:alert(1))',
      '<a href="javascript:x">',
      '<javascript:x>',
      '*',
      '**',
      '_',
      '&lt;b&gt;',
      '<img src=x onerror=y>',
      'слово',
      'a',
      ' ',
      '<ul><li>',
      '</li></ul>',
      '<table><tr><td>',
      '</td></tr></table>',
      '![a](b)',
      '<h1>',
      '</h1>',
      '<h3>',
    ],
  );
  const documents = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(''));

  function expectHarmless(body: string, kind: 'html' | 'text'): void {
    const tokens = raw.parse(body, {}).flatMap((token) => [token, ...(token.children ?? [])]);
    expect(tokens.filter(({ type }) => type.startsWith('html_'))).toEqual([]);
    const html = renderMarkdown(body);
    expect(html).not.toMatch(
      /<(script|img|iframe|style|h1)|href="(javascript|vbscript|data|file):/i,
    );
    // A document's own links within itself lead nowhere here; Markdown's are its writer's.
    if (kind === 'html') expect(html).not.toMatch(/href="(?!https?:|mailto:)/i);
    const { blocks, problems } = parseBody(body);
    expect(problems).toEqual([]);
    expect(blocks.every(({ type }) => type === 'text')).toBe(true);
  }

  it('becomes an article’s body without raw HTML, links to scripts, or blocks of ours', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom('html' as const, 'text' as const), (content, kind) => {
        const found = readDocument({ content, kind, pictureWord: 'Picture' });
        if (found.ok) expectHarmless(found.value.body, kind);
      }),
      { numRuns: 500 },
    );
  });

  it('stays to the letter when it is cleaned again', () => {
    fc.assert(
      fc.property(documents, (content) => {
        const once = cleanMarkdown(content);
        expect(cleanMarkdown(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('shows the same words, when it is Markdown that needs no cleaning', () => {
    const plain =
      '## A\n\nSome *text* with [a link](https://example.org) & 1 < 2.\n\n- a\n    - b\n\n> q\n\n| a | b |\n| --- | --- |\n| 1 | 2 |';
    expect(cleanMarkdown(plain)).toBe(plain);
  });
});
