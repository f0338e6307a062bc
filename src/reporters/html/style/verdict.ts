/** The first screen: what was read, what fails, what cannot be told. */
export const verdictStyle = `
.verdict { padding-top: clamp(2rem, 6vw, 4.5rem); }
.kicker { color: var(--soft); }
h1 { font-size: clamp(1.5rem, 3.2vw, 2.5rem); line-height: 1.16; letter-spacing: -0.022em; font-weight: 400; margin: 0.6rem 0 1rem; }
h1 .line { display: grid; grid-template-columns: 1.3em minmax(0, 1fr); margin-top: 0.2em; text-wrap: pretty; }
.basis { color: var(--soft); }
.figures { display: grid; gap: 2.5rem 3.5rem; margin-top: clamp(2rem, 4vw, 3.25rem); }
.figure { border-top: 2px solid var(--ink); padding-top: 0.75rem; min-width: 0; }
.figure h2 { font-size: 0.9375rem; }
.big { font-size: 2.75rem; line-height: 1.15; letter-spacing: -0.03em; font-weight: 700; margin-top: 0.35rem; }
.big .of { font-size: 1.0625rem; letter-spacing: 0; font-weight: 400; color: var(--soft); }
.figure > .bar { margin-top: 0.9rem; }
.figure table { margin-top: 0.6rem; font-size: 0.875rem; }
.counts { margin-top: 0.6rem; font-size: 0.875rem; }
.counts > div { display: flex; justify-content: space-between; gap: 1rem; padding: 0.26rem 0; border-bottom: 1px solid var(--line); }
.counts dd { white-space: nowrap; }
.counts > div:last-child { border-bottom: 0; }
@media print, (min-width: 56rem) { .figures { grid-template-columns: repeat(3, minmax(0, 1fr)); } }

.gaps { margin-top: 3rem; }
.gaps h2 { font-size: 1rem; padding-bottom: 0.6rem; border-bottom: 1px solid var(--ink); }
.gaps > ul > li { display: grid; gap: 0.5rem 3.5rem; padding: 0.9rem 0; border-bottom: 1px solid var(--line); font-size: 0.875rem; }
.gaps h3 { font-size: inherit; }
.gaps h3 code { color: var(--ink); font-weight: 700; }
.places li + li { margin-top: 0.3rem; }
.places code { display: block; }
@media print, (min-width: 56rem) { .gaps > ul > li { grid-template-columns: repeat(3, minmax(0, 1fr)); } }

.headlines > li { display: grid; grid-template-columns: 5.25rem minmax(0, 1fr); gap: 0.35rem 1.25rem; padding: 0.95rem 0; border-bottom: 1px solid var(--line); align-items: center; }
.headlines > li:first-child { padding-top: 0; }
.percent { font-size: 2.125rem; line-height: 1; letter-spacing: -0.035em; font-weight: 700; text-align: right; }
.least { font-size: 0.6em; font-weight: 400; vertical-align: 0.25em; margin-right: 0.05em; color: var(--soft); }
.what p { color: var(--soft); font-size: 0.8125rem; }
.headlines .measure { grid-column: 1 / -1; }
.tally { display: flex; flex-wrap: wrap; gap: 0 1.1rem; font-size: 0.8125rem; color: var(--soft); margin-top: 0.3rem; }
.tally b { color: var(--ink); }
@media print, (min-width: 48rem) {
  .headlines > li { grid-template-columns: 5.25rem minmax(0, 17rem) minmax(0, 1fr); }
  .headlines .measure { grid-column: auto; }
}
`;
