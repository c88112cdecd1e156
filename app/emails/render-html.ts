import type { Locale } from '../kernel/locale.ts';
import type { Block, Footer } from './mail.ts';

export interface HtmlFrame {
  readonly locale: Locale;
  readonly subject: string;
  /** The newsroom's name, at the head. */
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly footer: Footer;
  /** Said before an address that can be copied. */
  readonly copyHint: string;
}

const serif = "Literata,Georgia,'Times New Roman',serif";
const sans = "Onest,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";

/** Mail programs that know dark mode take these; the others keep the inline colours. */
const darkStyles = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.paper{background:#14161a!important}
.ink{color:#e4e1db!important}
.muted{color:#a9a59d!important}
.rule{border-color:#3a3d42!important}
.act{background:#ec8664!important;color:#1c1512!important}
.link{color:#9dc0ea!important}
.code{background:#23262b!important}
}`;

/**
 * The HTML half of a mail: tables and inline styles, because that is what mail programs understand
 * (https://www.caniemail.com/); nothing is loaded from anywhere.
 */
export function renderHtml(frame: HtmlFrame): string {
  const rows = frame.blocks.map((block) => blockHtml(block, frame.copyHint)).join('\n');
  const footer = footerHtml(frame.footer);
  return `<!doctype html>
<html lang="${frame.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(frame.subject)}</title>
<style>${darkStyles}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:#fbfaf8">
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" style="background:#fbfaf8">
<tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;text-align:left">
<tr><td class="ink rule" style="padding:0 0 12px;border-bottom:1px solid #1f2227;font:600 20px/1.2 ${serif};color:#1f2227;overflow-wrap:anywhere">${escapeHtml(frame.name)}</td></tr>
<tr><td style="padding:12px 0 0"></td></tr>
${rows}
<tr><td class="muted rule" style="padding:16px 0 0;border-top:1px solid #dcd9d3;font:400 13px/1.5 ${sans};color:#5d5f64;overflow-wrap:anywhere">${footer}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function blockHtml(block: Block, copyHint: string): string {
  switch (block.kind) {
    case 'heading':
      return row(
        `<h1 class="ink" style="margin:0;font:600 24px/1.2 ${serif};color:#1f2227">${escapeHtml(block.text)}</h1>`,
      );
    case 'subheading':
      return row(
        `<h2 class="ink" style="margin:10px 0 -8px;font:600 18px/1.3 ${serif};color:#1f2227">${escapeHtml(block.text)}</h2>`,
      );
    case 'paragraph':
      return row(
        `<p class="ink" style="margin:0;font:400 17px/1.55 ${serif};color:#1f2227;overflow-wrap:anywhere">${escapeHtml(block.text)}</p>`,
      );
    case 'small':
      return row(
        `<p class="muted" style="margin:0;font:400 14px/1.5 ${sans};color:#5d5f64;overflow-wrap:anywhere">${escapeHtml(block.text)}</p>`,
      );
    case 'button':
      return row(
        `<a class="act" href="${escapeHtml(block.href)}" style="display:inline-block;padding:12px 22px;border-radius:3px;background:#b03a1e;color:#fffdfa;font:600 16px/1.25 ${sans};text-decoration:none">${escapeHtml(block.label)}</a>
<p class="muted" style="margin:10px 0 0;font:400 13px/1.5 ${sans};color:#5d5f64">${escapeHtml(copyHint)}<br><a class="link" href="${escapeHtml(block.href)}" style="color:#2a5486;overflow-wrap:anywhere;word-break:break-all">${escapeHtml(block.href)}</a></p>`,
      );
    case 'link':
      return row(
        `<p class="muted" style="margin:0;font:400 14px/1.5 ${sans};color:#5d5f64"><a class="link" href="${escapeHtml(block.href)}" style="color:#2a5486">${escapeHtml(block.label)}</a></p>`,
      );
    case 'code':
      return row(
        `<p class="ink code" style="margin:0;display:inline-block;padding:10px 16px;background:#efece6;font:600 26px/1.2 'SFMono-Regular',Consolas,Menlo,monospace;letter-spacing:4px;color:#1f2227">${escapeHtml(block.text)}</p>`,
      );
    case 'facts':
      return row(
        `<table role="presentation" width="100%" cellpadding="0" cellspacing="0">${block.rows
          .map(
            ({ term, value }) =>
              `<tr><td class="muted rule" style="padding:8px 12px 8px 0;border-bottom:1px solid #dcd9d3;vertical-align:top;font:400 14px/1.5 ${sans};color:#5d5f64;width:34%">${escapeHtml(term)}</td><td class="ink rule" style="padding:8px 0;border-bottom:1px solid #dcd9d3;vertical-align:top;font:500 14px/1.5 ${sans};color:#1f2227;overflow-wrap:anywhere">${escapeHtml(value).replaceAll('\n', '<br>')}</td></tr>`,
          )
          .join('')}</table>`,
      );
  }
}

function footerHtml({ lines, link }: Footer): string {
  const parts = lines.map((line) => escapeHtml(line).replaceAll('\n', '<br>'));
  if (link) {
    parts.push(
      `<a class="link" href="${escapeHtml(link.href)}" style="color:#2a5486">${escapeHtml(link.label)}</a>`,
    );
  }
  return parts.join('<br>');
}

function row(content: string): string {
  return `<tr><td style="padding:0 0 18px">${content}</td></tr>`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
