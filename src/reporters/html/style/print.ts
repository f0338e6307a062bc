/** On paper everything is open, light, and breaks where a reader would. */
export const printStyle = `
@page {
  margin: 15mm 14mm 17mm;
  @bottom-left { content: "backuplint"; font: 7.5pt Helvetica, Arial, sans-serif; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt Helvetica, Arial, sans-serif; }
}
/* Many accounts need the long side of the paper. */
@page wide { size: landscape; }
@media print {
  html { font-size: 11.5px; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .top, .skip, .filters, .rest > summary, .more > summary, .once { display: none !important; }
  main, footer { max-width: none; padding: 0; }
  .verdict { padding-top: 0; }
  .section { display: block; margin-top: 3rem; }
  .section > header { margin-bottom: 1.25rem; grid-template-columns: 15rem minmax(0, 1fr); align-items: baseline; }
  .section > header, h2, h3, thead, .rule > summary, .finding > summary, .why { break-after: avoid; }
  #findings, #appendix { break-before: page; }
  tr, .headlines > li, .gaps li, .figure, .terms > div, .finding { break-inside: avoid; }
  thead { display: table-header-group; }
  th, td { padding-right: 0.7rem; min-width: 2.5rem !important; }
  .short-text, th[scope="row"] { min-width: 5rem !important; }
  .place, .retention { min-width: 8rem !important; }
  .matrix td, .matrix thead th + th { min-width: 0 !important; }
  .section:has(.upright) { page: wide; margin-top: 0; break-inside: avoid; }
  .matrix.upright :is(td, th) { padding: 0.2rem; font-size: 0.6875rem; }
  thead th { overflow-wrap: normal; }
  .matrix th { overflow-wrap: anywhere; }
  thead th, .matrix td { white-space: normal !important; }
  .scroll { overflow: visible; }
  .rule, .finding { content-visibility: visible; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; opacity: 1; }
  .rule > summary::before, .finding > summary::before { display: none; }
  .why.fix { display: block; }
  .finding summary .message { display: block !important; color: var(--ink); }
  .rule > summary, .finding > summary { padding: 0.6rem 0 0.2rem; }
  .rule > summary { grid-template-columns: 6rem minmax(0, 1fr) 6rem 15rem; }
  .rule > .why, .rule > .list, .rule > .note { margin-left: 0; margin-bottom: 0.5rem; }
  .finding > summary { grid-template-columns: 6rem minmax(0, 1fr) auto; }
  .finding summary .message, .finding > dl { grid-column: 2 / -1; }
  .finding > dl { grid-template-columns: 6rem minmax(0, 1fr); margin-left: 7.25rem; padding: 0 0 0.6rem; }
  .trace > li { display: inline-block; margin-right: 1.25rem; }
  .more li { display: inline; }
  .more li + li::before { content: "; "; }
  a { color: inherit; text-decoration: none; }
}
`;
