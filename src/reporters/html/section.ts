import { html, type Markup, nothing } from './markup.ts';

export type SectionHead = {
  /** Where the contents lead to. */
  readonly id: string;
  readonly title: string;
  /** What the section answers, in a sentence or two; it stands in the margin. */
  readonly lede: string;
  /** A table that needs the whole width has its title above it. */
  readonly wide?: boolean;
};

export const sectionStart = ({ id, title, lede, wide }: SectionHead): Markup => html`
<section id="${id}" class="${wide ? 'section wide' : 'section'}" aria-labelledby="${id}-title">
<header><h2 id="${id}-title">${title}</h2><p class="lede">${lede}</p></header>
<div class="content">
`;

export const sectionEnd: Markup = html`</div>
</section>
`;

export const section = (head: SectionHead, content: readonly Markup[]): Markup =>
  html`${sectionStart(head)}${content}${sectionEnd}`;

export type Column = {
  readonly head: string | Markup;
  /** Numbers stand to the right, so that their digits stand below each other. */
  readonly number?: true;
  /** What the cells look like. */
  readonly looks?: string;
};

/** A table that scrolls inside itself where the screen is too narrow; the first cell of a row is its head. */
export function table(
  label: string,
  columns: readonly Column[],
  rows: readonly (readonly (string | Markup)[])[],
): Markup {
  const heads = columns.map(({ head, number, looks }) => html`<th scope="col"${classOf(number, looks)}>${head}</th>`);
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table>
<thead><tr>${heads}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${row.map((cell, at) => cellOf(cell, columns[at], at))}</tr>\n`)}</tbody>
</table></div>
`;
}

function cellOf(cell: string | Markup, column: Column | undefined, at: number): Markup {
  const attributes = classOf(column?.number, column?.looks);
  return at === 0 ? html`<th scope="row"${attributes}>${cell}</th>` : html`<td${attributes}>${cell}</td>`;
}

function classOf(number: true | undefined, looks: string | undefined): Markup {
  const classes = [...(number ? ['number'] : []), ...(looks === undefined ? [] : [looks])].join(' ');
  return classes === '' ? nothing : html` class="${classes}"`;
}

/** The first rows, and the others behind a line that opens them. */
export function longTable(
  label: string,
  columns: readonly Column[],
  rows: readonly (readonly (string | Markup)[])[],
  shown = 12,
): Markup {
  const rest = rows.slice(shown);
  if (rest.length === 0) return table(label, columns, rows);
  return html`${table(label, columns, rows.slice(0, shown))}<details class="rest"><summary>${rest.length} more</summary>
${table(`${label}, continued`, columns, rest)}</details>
`;
}
