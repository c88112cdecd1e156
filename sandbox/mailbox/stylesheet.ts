const fontFaces = ['literata', 'onest']
  .flatMap((family) => [
    [family, 'latin', 'U+0000-00FF, U+2000-206F, U+20AC, U+2122'],
    [family, 'cyrillic', 'U+0301, U+0400-045F, U+0490-0491, U+2116'],
  ])
  .map(
    ([family, script, range]) => `@font-face {
  font-family: ${family};
  src: url(/fonts/${family}-${script}-wght-normal.woff2) format('woff2');
  font-weight: 200 900;
  font-display: swap;
  unicode-range: ${range};
}`,
  )
  .join('\n');

/** Ink on paper, as the site: hairlines, one measure, dark redrawn rather than inverted. */
export const stylesheet = `${fontFaces}
:root {
  --paper: oklch(98.5% 0.004 85);
  --ink: oklch(22% 0.01 260);
  --muted: oklch(45% 0.01 260);
  --rule: oklch(88% 0.006 85);
  --link: oklch(45% 0.11 255);
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: oklch(19% 0.008 260);
    --ink: oklch(91% 0.008 85);
    --muted: oklch(74% 0.008 85);
    --rule: oklch(34% 0.008 260);
    --link: oklch(78% 0.09 255);
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto;
  padding: 0 20px 64px;
  max-width: 1080px;
  background: var(--paper);
  color: var(--ink);
  font: 16px/1.5 onest, system-ui, sans-serif;
}
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, input:focus-visible, button:focus-visible, pre:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
header { padding: 16px 0; border-bottom: 1px solid var(--rule); font-size: 14px; color: var(--muted); }
header a { margin-left: 16px; }
header .name { margin: 0 16px 0 0; color: var(--ink); font-weight: 600; text-decoration: none; }
h1 { margin: 32px 0 16px; font: 600 32px/1.1 literata, Georgia, serif; overflow-wrap: anywhere; }
h2 { margin: 32px 0 8px; font-size: 14px; font-weight: 600; letter-spacing: 0.03em; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 8px 16px 8px 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { font-size: 13px; font-weight: 500; color: var(--muted); }
.subject { font: 500 17px/1.35 literata, Georgia, serif; }
.when { white-space: nowrap; overflow-wrap: normal; text-align: right; padding-right: 0; }
thead th:last-child { text-align: right; padding-right: 0; }
.headers { font-size: 13px; }
.headers th { width: 12em; font-weight: 500; color: var(--muted); }
.filter { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: 0 0 24px; font-size: 14px; }
.filter input { flex: 0 1 280px; min-width: 0; }
input, button { padding: 6px 10px; min-height: 36px; border: 1px solid var(--muted); border-radius: 2px; background: transparent; color: inherit; font: inherit; }
dl { margin: 0 0 24px; }
dl div { display: flex; gap: 16px; }
dt { flex: 0 0 64px; color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
iframe { display: block; width: 100%; height: 640px; border: 1px solid var(--rule); background: white; color-scheme: light; }
iframe.sample { max-width: 100%; height: 1100px; color-scheme: normal; }
.switches div { align-items: baseline; font-size: 14px; }
.switches dt { flex-basis: 80px; }
pre { margin: 0; padding: 16px 0; overflow-x: auto; border-top: 1px solid var(--rule); font: 14px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.muted { color: var(--muted); }
@media (max-width: 640px) {
  header .name { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { display: block; padding: 12px 0; border-bottom: 1px solid var(--rule); }
  td, tbody th { display: block; width: auto; padding: 0; border: 0; }
  .when { text-align: left; color: var(--muted); }
}
`;
