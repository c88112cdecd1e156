/** The style sheet of the control panel: one column on a phone, two where there is room. */
export const STYLES = `
:root { color-scheme: light dark; --ink: #1a1f2c; --muted: #596273; --line: #d8dde6; --ground: #f6f7f9; --card: #fff; --accent: #1f5fd6; --bad: #b3151f; --good: #1d6b3a; }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; color: var(--ink); background: var(--ground); }
main { max-width: 72rem; margin: 0 auto; padding: 1.25rem 1rem 4rem; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: .25rem 0; }
h2 { font-size: 1.0625rem; margin: 0 0 .5rem; }
p { margin: .25rem 0 .75rem; }
a { color: var(--accent); }
.badge { display: inline-block; font-size: .8125rem; font-weight: 600; background: #ffe08a; color: #4a3500; border-radius: 4px; padding: .0625rem .5rem; }
.clock { font-variant-numeric: tabular-nums; font-weight: 600; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; margin: 0 0 1rem; padding: 0; }
nav a { display: inline-block; padding: .25rem 0; }
.grid { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1rem; min-width: 0; }
.note { color: var(--muted); font-size: .875rem; }
.warn { color: var(--bad); font-weight: 600; }
.rows { list-style: none; margin: 0; padding: 0; }
.rows > li { display: flex; flex-wrap: wrap; align-items: center; gap: .375rem .75rem; padding: .5rem 0; border-top: 1px solid var(--line); }
.rows > li:first-child { border-top: 0; }
.what { flex: 1 1 14rem; min-width: 0; overflow-wrap: anywhere; }
.what small { display: block; color: var(--muted); font-size: .8125rem; }
.levers { display: flex; flex-wrap: wrap; gap: .375rem; }
.levers form { margin: 0; }
form.set { display: grid; gap: .5rem .75rem; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); align-items: end; margin-top: .75rem; }
label { display: block; font-size: .8125rem; }
input, select { width: 100%; min-height: 2.5rem; font: inherit; color: inherit; background: var(--card); border: 1px solid #8a93a5; border-radius: 5px; padding: .25rem .5rem; }
button { min-height: 2.5rem; font: inherit; font-size: .9375rem; color: var(--ink); background: var(--card); border: 1px solid #8a93a5; border-radius: 5px; padding: .25rem .75rem; cursor: pointer; }
button:hover { background: var(--ground); }
form.set button { background: var(--accent); border-color: var(--accent); color: #fff; font-weight: 600; }
:focus-visible { outline: 3px solid #8db4ff; outline-offset: 1px; }
@media (min-width: 60rem) { .grid { display: block; columns: 2; column-gap: 1rem; } .grid section { break-inside: avoid; margin-bottom: 1rem; } }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8ebf1; --muted: #a9b1c1; --line: #353d4c; --ground: #12161d; --card: #1a1f28; --accent: #2f6fe6; --bad: #ff9a9a; --good: #8fd6a8; }
  a { color: #9cc0ff; }
}
`;
