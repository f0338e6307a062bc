export const tableStyle = `
.scroll { overflow-x: auto; max-width: 100%; position: relative; }
table { border-collapse: collapse; width: 100%; font-size: 0.8125rem; line-height: 1.4; }
th, td { text-align: left; vertical-align: baseline; padding: 0.45rem 0.9rem 0.45rem 0; font-weight: 400; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--soft); vertical-align: bottom; border-bottom-color: var(--ink); padding-top: 0; white-space: nowrap; }
.number { text-align: right; white-space: nowrap; }
.zero { color: var(--soft); }
td { min-width: 3rem; }
th[scope="row"] { min-width: 7.5rem; }
.place { min-width: 12.6rem; }
.unit { display: inline-block; }
.short-text { min-width: 7.2rem; }
td.thing, th.thing { min-width: 14rem; max-width: 30rem; }
td.parameters, th.parameters { width: 16rem; }
@media (max-width: 40rem) {
  td.thing, th.thing { min-width: 9rem; }
  .place { min-width: 7.4rem; }
}
.thing b { font-weight: 700; margin-right: 0.4em; }
.thing code { display: block; }
.kind { display: block; }
.kind:not(.unknown-text) { color: var(--soft); }
td.prose { min-width: 14rem; }
td.measure { width: 42%; min-width: 9rem; vertical-align: middle; }
tr:has(.share-cell) th[scope="row"] { vertical-align: middle; }
td.share-cell { width: 22%; min-width: 8.5rem; }
td.measure.short { width: 16%; min-width: 6rem; }
.share { font-size: 0.75rem; color: var(--soft); }
.share b { color: var(--ink); }
.plain th, .plain td { padding-block: 0.26rem; }
.plain tr:last-child > * { border-bottom: 0; }
.plain td, .plain th[scope="row"] { min-width: 0; }
.plain .measure { width: 50%; min-width: 4rem; }
.news { white-space: nowrap; color: var(--soft); }
.parameters { min-width: 11rem; }
.parameter { display: block; }
details.rest { margin-top: 0.5rem; }
details.more { min-width: 8rem; }
summary { cursor: pointer; }
details.rest > summary, details.more > summary { color: var(--link); font-size: 0.8125rem; width: fit-content; }
details.rest[open] > summary { margin-bottom: 0.5rem; }

.matrix { width: auto; border-collapse: separate; border-spacing: 2px; }
.matrix th, .matrix td { border: 0; padding: 0.3rem 0.55rem; white-space: nowrap; }
.matrix td { text-align: right; min-width: 6.5rem; }
.matrix thead th { text-align: right; }
.matrix th[scope="row"], .matrix thead th:first-child { text-align: left; position: sticky; left: 0; background: var(--paper); padding-left: 0; max-width: 14rem; white-space: normal; }
.matrix:not(.upright) { width: 100%; }
.matrix.upright thead span { display: inline-block; writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; max-height: 12rem; overflow: hidden; text-overflow: ellipsis; }
.matrix.upright thead th:first-child span { writing-mode: horizontal-tb; transform: none; }
.matrix.upright td { min-width: 4.2rem; padding-inline: 0.3rem; }
.matrix a { color: inherit; text-decoration: none; display: block; }
.matrix a:hover { text-decoration: underline; }
.matrix .empty { background: none; }
.matrix .sum { border-left: 1px solid var(--line); }
.heat-1 { background: var(--heat-1); } .heat-2 { background: var(--heat-2); } .heat-3 { background: var(--heat-3); } .heat-4 { background: var(--heat-4); }
.good { background: var(--sunk); }
.open { background: repeating-linear-gradient(-45deg, var(--paper) 0 4px, var(--line) 4px 5px); }
.doubt { font-size: 0.9em; white-space: nowrap; }
.legend { display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 0.6rem; margin-top: 1rem; font-size: 0.8125rem; color: var(--soft); }
.legend .key { padding: 0.1rem 0.45rem; color: var(--ink); }

.terms > div { display: grid; gap: 0 3.5rem; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
.terms dt { font-weight: 700; }
.terms dd { max-width: 52rem; }
@media print, (min-width: 56rem) { .terms > div { grid-template-columns: 11.5rem minmax(0, 1fr); } }
.columns { columns: 19rem; column-gap: 3.5rem; font-size: 0.8125rem; }
.columns li { break-inside: avoid; padding: 0.12rem 0; }
`;
