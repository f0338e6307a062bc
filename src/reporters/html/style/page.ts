/** Type, the grid of a section (its title in the margin, its content beside it), and what is everywhere. */
export const pageStyle = `
*, ::before, ::after { box-sizing: border-box; }
html { scroll-padding-top: 3.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 0.9375rem/1.5 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h2, h3 { font-size: 1rem; line-height: 1.3; text-wrap: balance; }
code { font: 0.875em/1.45 ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; color: var(--soft); }
a { color: var(--link); text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 1px; }
main:focus { outline: none; }
[hidden] { display: none !important; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.defs { position: absolute; }
.skip { position: fixed; left: 1rem; top: -4rem; z-index: 3; padding: 0.5rem 1rem; background: var(--ink); color: var(--paper); }
.skip:focus { top: 0.5rem; }

.top {
  position: sticky; top: 0; z-index: 2; display: flex; gap: 2rem; align-items: baseline;
  padding: 0.7rem clamp(1rem, 4vw, 4rem); background: var(--paper); border-bottom: 1px solid var(--line); font-size: 0.8125rem;
}
.maker { white-space: nowrap; color: var(--soft); }
@media (max-width: 40rem) { .maker span { display: none; } .top { gap: 1rem; } .top nav { mask-image: linear-gradient(to right, #000 calc(100% - 2.5rem), transparent); } .top ul { padding-right: 2rem; } }
.maker b { color: var(--ink); margin-right: 0.5em; }
.top nav { overflow-x: auto; scrollbar-width: none; min-width: 0; }
.top ul { display: flex; gap: 1.4rem; white-space: nowrap; }
.top a { color: var(--soft); text-decoration: none; padding: 0.35rem 0; }
.top a:hover { color: var(--ink); text-decoration: underline; }

main, footer { max-width: 88rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 4rem); }
footer { padding-block: 2rem 4rem; color: var(--soft); font-size: 0.8125rem; }
.section { border-top: 2px solid var(--ink); margin-top: 4.5rem; padding-top: 1rem; display: grid; gap: 1.25rem 3.5rem; }
.section > * { min-width: 0; }
.section > header { display: grid; gap: 0.5rem 3.5rem; align-content: start; }
.section h2 { font-size: 1.375rem; letter-spacing: -0.012em; line-height: 1.2; }
.lede { color: var(--soft); max-width: 46rem; font-size: 0.875rem; }
.content > h3 { margin: 2.75rem 0 0.75rem; }
.content > h3:first-child { margin-top: 0; }
.note { color: var(--soft); font-size: 0.875rem; margin: 0.75rem 0; }
.note.apart { margin-top: 3rem; padding: 0.9rem 1.1rem; background: var(--sunk); color: var(--ink); }
@media (min-width: 68rem) {
  .section { grid-template-columns: 15rem minmax(0, 1fr); }
  .section.wide { grid-template-columns: minmax(0, 1fr); }
  .section.wide > header { grid-template-columns: 15rem minmax(0, 1fr); align-items: baseline; }
  .section:not(.wide) > header { position: sticky; top: 4rem; align-self: start; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }

.symbol { display: inline-block; min-width: 1em; font-weight: 700; }
.failing, .fail-text { color: var(--fail); }
.unknown, .unknown-text { color: var(--unknown); }
.passing, .pass-text { color: var(--pass); }
.waived, .inBaseline, .soft-text { color: var(--soft); }
.medium-text { color: var(--medium); }
.tag { display: inline-block; padding: 0 0.4em; border: 1px solid currentColor; border-radius: 2px; font-size: 0.75rem; line-height: 1.5; color: var(--link); }
`;
