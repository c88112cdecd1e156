import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, renderMarkdown } from './markdown.ts';

describe('Markdown', () => {
  it('escapes raw HTML and refuses script links and foreign pictures', () => {
    const html = renderMarkdown(
      '<script>x</script> <b onclick="y">z</b> [a](javascript:alert(1)) ![p](https://elsewhere.example/p.png)',
    );
    expect(html).not.toMatch(/<script|<b |<img|href="javascript/);
    expect(html).toContain('&lt;script&gt;');
  });

  it('makes only elements of its own, whatever is written', () => {
    const known =
      /^<\/?(p|em|strong|a|ul|ol|li|h[1-6]|blockquote|code|pre|hr|br|s|div|table|thead|tbody|tr|th|td)\b/;
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...Array.from('<>/"\'[]()!*_`#-|=ab :\n')),
          maxLength: 60,
        }),
        (source) => {
          for (const [tag] of renderMarkdown(source).matchAll(/<[^>]*/g))
            expect(tag).toMatch(known);
        },
      ),
    );
  });

  it('gives the words alone', () => {
    expect(plainText('## Title\n\nOne *two*\n[three](https://a.example) `four`.\n\n- five')).toBe(
      'Title One two three four. five',
    );
  });
});
