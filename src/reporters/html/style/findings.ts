export const findingStyle = `
.filters { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: end; padding: 0.9rem 1.1rem; background: var(--sunk); margin-bottom: 1.5rem; font-size: 0.8125rem; }
.filters label { display: grid; color: var(--soft); min-width: 0; flex: 1 1 7rem; }
.filters .text { flex: 2 1 12rem; }
.filters input, .filters select, .filters button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--hatch); border-radius: 2px; padding: 0.35rem 0.5rem; min-width: 0; width: 100%; min-height: 2.1rem; }
.filters button { width: auto; padding-inline: 0.8rem; cursor: pointer; }
.filters .state { flex: 1 0 100%; display: flex; flex-wrap: wrap; gap: 0.6rem; align-items: center; }
.filters output { flex: 1; color: var(--ink); font-weight: 700; min-width: 9rem; }

.rule { border-bottom: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 3.2rem; }
#groups { border-top: 1px solid var(--ink); }
.rule > summary { display: grid; grid-template-columns: 1rem minmax(0, 1fr); gap: 0.15rem 1.25rem; padding: 0.7rem 0; align-items: baseline; list-style: none; }
.rule > summary::-webkit-details-marker, .finding > summary::-webkit-details-marker { display: none; }
.rule > summary:hover, .finding > summary:hover { background: var(--sunk); }
.rule > summary::before, .finding > summary::before { content: "+" / ""; color: var(--soft); font-weight: 400; grid-row: 1 / span 5; }
.rule[open] > summary::before, .finding[open] > summary::before { content: "−" / ""; }
.rule .title b { margin-right: 0.35em; }
.rule[open] > summary .title { font-weight: 700; }
.mark { white-space: nowrap; }
.mark.failing.critical { font-weight: 700; }
.mark.failing.medium, .mark.failing.medium .symbol { color: var(--medium); }
.mark.failing.low, .mark.failing.low .symbol { color: var(--low); }
.mark.failing.info, .mark.failing.info .symbol { color: var(--soft); }
.found { font-size: 0.8125rem; color: var(--soft); }
.found .count { color: var(--ink); white-space: nowrap; margin-right: 0.4em; }
.fix { display: none; }
.why { max-width: 52rem; margin: 0.1rem 0 1rem; color: var(--soft); font-size: 0.875rem; }
.list { margin-bottom: 1.25rem; border-top: 1px solid var(--line); }
.finding { font-size: 0.8125rem; border-bottom: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 2.4rem; }
.finding:last-child { border-bottom: 0; }
.finding > summary { display: grid; grid-template-columns: 1rem minmax(0, 1fr); gap: 0 1.25rem; padding: 0.5rem 0; list-style: none; align-items: baseline; }
.finding .name { font-weight: 700; }
.finding .place, .finding summary .message { color: var(--soft); }
.finding summary .message { overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
.finding[open] summary .message { display: none; }
.finding > dl { display: grid; gap: 0.1rem 1.25rem; padding: 0.4rem 0 1.25rem; margin-left: 2.25rem; }
.finding dt { color: var(--soft); margin-top: 0.45rem; }
.finding dd { max-width: 56rem; }
.finding .whole { font-weight: 700; }
.trace > li { display: grid; grid-template-columns: 1.2em minmax(0, 1fr); }
@media print, (min-width: 56rem) {
  .rule > summary::before, .finding > summary::before { grid-row: auto; }
  .rule > summary { grid-template-columns: 1rem 6.5rem minmax(0, 1fr) 8rem 18rem; }
  .rule > .why, .rule > .list, .rule > .note { margin-left: 10rem; }
  .finding > summary { grid-template-columns: 1rem 5.5rem minmax(0, 14rem) minmax(0, 16.5rem) minmax(0, 1fr); }
  .finding > dl { grid-template-columns: 5.5rem minmax(0, 1fr); }
  .finding dt { margin-top: 0; }
}
`;
