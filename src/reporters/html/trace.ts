import type { Evidence } from '../../result.ts';
import type { ActiveRule } from '../../rules/rule.ts';
import { leafText, markOf } from '../why/leaf-text.ts';
import { html, type Markup, nothing } from './markup.ts';

/** What decided, leaf by leaf, in words: what was asked, what was seen. */
export function traceOf(evidence: readonly Evidence[], active: ActiveRule | undefined): Markup {
  const concerns = evidence.filter(({ at }) => at.startsWith('/when'));
  const requires = evidence.filter(({ at }) => !at.startsWith('/when'));
  return html`${leafList('Concerns it if', concerns, active)}${leafList('It requires', requires, active)}`;
}

function leafList(title: string, leaves: readonly Evidence[], active: ActiveRule | undefined): Markup {
  if (leaves.length === 0) return nothing;
  const items = leaves.map((leaf) => html`<li>${leafItem(leaf, leafAt(active?.rule, leaf.at))}</li>`);
  return html`<dt>${title}</dt><dd><ul class="trace">${items}</ul></dd>
`;
}

/** Under a `not` it counts for the rule that the leaf does not hold, and the mark says what it counts for. */
function leafItem(evidence: Evidence, leaf: WrittenLeaf): Markup {
  const turned = evidence.at.split('/').filter((step) => step === 'not').length % 2 === 1;
  const counts = evidence.holds === null ? null : evidence.holds !== turned;
  const tone = counts === null ? 'unknown' : counts ? 'pass' : 'fail';
  const asked = askedText(evidence, leaf);
  const text = leafText({ ...evidence, asked, against: parameterOf(leaf) });
  return html`<span class="${tone}-text" aria-hidden="true">${markOf(counts)}</span> ${text}`;
}

/** A leaf of a rule file, as far as the words need it. */
type WrittenLeaf = { readonly [member: string]: unknown } | undefined;

const membersOf = (value: unknown): WrittenLeaf =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : undefined;

const leafAt = (rule: unknown, at: string): WrittenLeaf =>
  at
    .split('/')
    .slice(1)
    .reduce<WrittenLeaf>((inside, step) => membersOf(inside?.[step]), membersOf(rule));

function askedText({ fact, path = '' }: Evidence, leaf: WrittenLeaf): string {
  const { of, where } = membersOf(leaf?.params) ?? {};
  const over = typeof of === 'string' ? ` of ${where === undefined ? '' : 'matching '}${of}` : '';
  const way = path.replace(/^\$/, '');
  return fact === 'parameters' ? way.replace(/^\./, '') : `${fact}${over}${way}`;
}

/** The parameter that the right side is taken from. */
function parameterOf(leaf: WrittenLeaf): string | undefined {
  const { fact, path } = membersOf(leaf?.value) ?? {};
  return fact === 'parameters' && typeof path === 'string' ? path.replace(/^\$\./, '') : undefined;
}
