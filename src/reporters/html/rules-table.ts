import type { ResultRule } from '../../result.ts';
import type { ActiveRule } from '../../rules/rule.ts';
import { grouped, plural } from '../pretty/page.ts';
import type { Report } from '../reporter.ts';
import { valueText } from '../why/leaf-text.ts';
import { html, type Markup, nothing } from './markup.ts';
import { type Column, table } from './section.ts';

const columns: readonly Column[] = [
  { head: 'rule', looks: 'thing' },
  { head: 'severity', looks: 'short-text' },
  { head: 'parameters', looks: 'parameters' },
  { head: 'serves' },
  { head: 'pass', number: true },
  { head: 'fail', number: true },
  { head: 'unknown', number: true },
  { head: 'not applicable', number: true },
];

/** What was asked, how strictly, and what came of it: the whole basis of the verdict. */
export function rulesTable({ result, rules }: Report): Markup {
  const active = new Map(rules.map((each) => [each.rule.id, each]));
  return table(
    'Rules in force',
    columns,
    result.rules.map((rule) => rowOf(rule, active.get(rule.id))),
  );
}

const rowOf = (rule: ResultRule, active: ActiveRule | undefined): readonly (string | Markup)[] => [
  html`<b>${rule.id}</b> ${rule.name}<br>${rule.title}${active?.origin === 'own' ? html` <span class="tag">own rule</span>` : nothing}`,
  rule.severity,
  html`${Object.entries(rule.parameters).map(([name, value]) => html`<span class="parameter">${name} <b>${valueText(value)}</b></span> `)}`,
  active === undefined ? '' : detailsOf(active),
  ...[rule.outcomes.pass, rule.outcomes.fail, rule.outcomes.unknown, rule.outcomes.notApplicable].map((count) =>
    count === 0 ? html`<span class="zero">0</span>` : grouped(count),
  ),
];

/** Which requirements of which framework it serves, and where AWS documents what it asks. */
function detailsOf({ rule }: ActiveRule): Markup {
  const frameworks = Object.entries(rule.frameworks ?? {}).map(
    ([name, requirements]) => html`<li>${name}: ${requirements.map(({ id }) => id).join(', ')}</li>`,
  );
  const references = (rule.references ?? []).map((reference) => html`<li>${link(reference)}</li>`);
  if (frameworks.length + references.length === 0) return nothing;
  const title = frameworks.length === 0 ? 'sources' : plural(frameworks.length, 'framework');
  return html`<details class="more"><summary>${title}</summary><ul>${frameworks}${references}</ul></details>`;
}

/** A rule of the user's may name anything: what is no web address is text. */
const link = (address: string): Markup =>
  /^https:\/\/\S+$/.test(address)
    ? html`<a href="${address}" rel="noreferrer noopener">${address}</a>`
    : html`${address}`;
