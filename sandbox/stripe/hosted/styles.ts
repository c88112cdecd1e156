/** The style sheet of every hosted page; served as a file so that no page needs inline style. */
export const STYLES = `
:root { --ink: #1a1f2c; --muted: #5b6475; --line: #d5dae3; --accent: #1f5fd6; --ground: #fff; --tint: #f6f7f9; --bad: #b3151f; }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; color: var(--ink); background: var(--ground); }
a { color: var(--accent); }
h1 { font-size: 1.125rem; font-weight: 600; margin: 0; }
h2 { font-size: 1.0625rem; font-weight: 600; margin: 0 0 .75rem; }
.columns { display: grid; min-height: 100vh; }
.summary, .form { padding: 1.5rem 1.25rem 2rem; }
.summary { background: var(--tint); border-bottom: 1px solid var(--line); }
.inner { max-width: 26rem; margin: 0 auto; }
.top { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .75rem; margin-bottom: 1.5rem; }
.top a { text-decoration: none; color: var(--ink); }
.top a:hover { text-decoration: underline; }
.badge { background: #ffdf9e; color: #6b3a00; font-size: .75rem; font-weight: 600; letter-spacing: .04em; text-transform: uppercase; padding: .125rem .4rem; border-radius: 3px; }
.what { color: var(--muted); font-weight: 500; }
.sum { font-size: 2.25rem; font-weight: 650; line-height: 1.2; margin: .25rem 0 1.5rem; font-variant-numeric: tabular-nums; }
.sum small { font-size: .9375rem; font-weight: 500; color: var(--muted); }
.lines { list-style: none; margin: 0; padding: 0; }
.lines li, .total { display: flex; justify-content: space-between; gap: 1rem; padding: .625rem 0; font-variant-numeric: tabular-nums; }
.lines small { display: block; color: var(--muted); }
.total { border-top: 1px solid var(--line); font-weight: 600; margin-top: .5rem; }
form > * + * { margin-top: 1rem; }
fieldset { border: 0; padding: 0; margin: 1.5rem 0 0; min-width: 0; }
legend { font-size: 1.0625rem; font-weight: 600; padding: 0; margin-bottom: .75rem; }
label { display: block; font-size: .875rem; font-weight: 500; margin-bottom: .25rem; }
input[type=text], input[type=email], select { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; font: inherit; color: inherit; background: #fff; border: 1px solid #8a93a5; border-radius: 5px; }
input:focus-visible, select:focus-visible, button:focus-visible, a:focus-visible, summary:focus-visible { outline: 3px solid #8db4ff; outline-offset: 1px; border-color: var(--accent); }
input[aria-invalid=true] { border-color: var(--bad); }
.error { color: var(--bad); font-size: .875rem; margin: .25rem 0 0; }
.field + .field, .pair, .pair + .field { margin-top: .875rem; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; align-items: start; }
.pair .field + .field { margin-top: 0; }
.fixed { padding: .5rem .75rem; background: var(--tint); border: 1px solid var(--line); border-radius: 5px; overflow-wrap: anywhere; }
.methods label { display: flex; gap: .5rem; align-items: center; font-size: 1rem; min-height: 2.75rem; margin: 0; }
.methods input[type=radio] { width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--accent); }
.method-fields { padding: .25rem 0 1rem; }
.methods .bank, .methods .cards { border: 1px solid var(--line); border-radius: 5px; padding: .25rem .875rem; }
.methods .bank { margin-top: .5rem; }
.methods:has(#method-card:checked) .bank .method-fields, .methods:has(#method-sepa:checked) .cards .method-fields { display: none; }
button { width: 100%; min-height: 3rem; font: inherit; font-weight: 600; color: #fff; background: var(--accent); border: 1px solid var(--accent); border-radius: 5px; cursor: pointer; }
button:hover { background: #184ead; }
button.plain { color: var(--ink); background: #fff; border-color: #8a93a5; }
button.plain:hover { background: var(--tint); }
.problem { border: 1px solid var(--bad); border-left-width: 4px; border-radius: 5px; padding: .75rem 1rem; background: #fff5f5; }
.problem p { margin: 0; }
.note { color: var(--muted); font-size: .875rem; }
details { margin-top: 1.5rem; border-top: 1px solid var(--line); padding-top: .75rem; }
summary { cursor: pointer; min-height: 1.5rem; }
details ul { list-style: none; padding: 0; margin: .5rem 0 0; }
details li { padding: .375rem 0; }
details a { display: block; min-height: 1.5rem; }
.single { max-width: 30rem; margin: 0 auto; padding: 3rem 1.25rem; }
.single h1 { font-size: 1.5rem; margin-bottom: .75rem; }
.single form + form { margin-top: .75rem; }
.single .lines { margin: 1.5rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { text-align: left; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td form, td button, .tools form, .tools button { display: inline-block; width: auto; min-height: 2rem; margin: 0 .25rem .25rem 0; padding: 0 .75rem; }
.tools input[type=text] { width: auto; min-height: 2rem; }
.tools label { display: inline-block; }
.wide { max-width: 76rem; margin: 0 auto; padding: 2rem 1.25rem; overflow-x: auto; }
.wide h1 { font-size: 1.5rem; } .wide h2 { margin-top: 2rem; }
.code { display: flex; gap: .5rem; align-items: flex-end; flex-wrap: wrap; margin-top: 1rem; }
.code .field { flex: 1 1 10rem; }
.code > * + * { margin-top: 0; }
.plan { border: 1px solid var(--line); border-radius: 5px; padding: .75rem 1rem 1rem; margin-top: .75rem; }
.plan p { margin: 0 0 .375rem; }
.single section { margin-top: 2rem; }
.actions { display: flex; flex-wrap: wrap; gap: .375rem; justify-content: flex-end; }
.actions form { margin: 0; }
button.small { width: auto; min-height: 2.25rem; padding: 0 .75rem; font-size: .875rem; }
.tag { font-size: .8125rem; border: 1px solid var(--line); border-radius: 4px; padding: 0 .375rem; }
@media (min-width: 56rem) {
  .columns { grid-template-columns: 1fr 1fr; }
  .summary { border-bottom: 0; border-right: 1px solid var(--line); padding: 4rem 3rem; }
  .form { padding: 4rem 3rem; }
  .summary .inner { margin-right: 0; } .form .inner { margin-left: 0; }
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8ebf1; --muted: #a9b1c1; --line: #3a4252; --accent: #2f6fe6; --ground: #14181f; --tint: #1b202a; --bad: #ff8f8f; }
  a { color: #9cc0ff; } .top a { color: var(--ink); }
  input[type=text], input[type=email], select, button.plain { background: #10141a; color: var(--ink); }
  .problem { background: #2a1518; }
}
`;
