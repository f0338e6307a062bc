import type { FactSpec } from '../catalogue/fact.ts';
import { type KindSpec, kindSpec } from '../catalogue/kinds.ts';

/** What a fact, as `kind.fact`, means, in what unit, and where it comes from. */
export function factMeaning(name: string): string {
  const [kind = '', fact = ''] = name.split('.');
  const spec = kindSpec(kind);
  return spec === undefined ? '' : meaningIn(spec, fact);
}

function meaningIn({ facts, toOne, fields, readBy }: KindSpec, name: string): string {
  const fact: FactSpec | undefined = own(facts, name);
  if (fact !== undefined) return `${withUnit(fact)}${fact.total ? '' : ' May be absent.'}`;
  const relation = own(toOne, name);
  if (relation !== undefined) return relation.description;
  const field = own(fields, name);
  if (field === undefined) return '';
  const reader = own(readBy, name);
  const values = field.type === 'string' && field.values !== undefined ? ` (${field.values.join(', ')})` : '';
  return `AWS's field, a ${field.type}${values}${reader === undefined ? '' : `, from ${reader}`}.`;
}

const withUnit = ({ unit, description }: FactSpec): string =>
  unit === undefined ? description : `In ${unit}: ${description}`;

/** Names come from rule text: `constructor` must not find what every object has. */
const own = <T>(table: { readonly [name: string]: T }, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
