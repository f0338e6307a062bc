import { matchText } from '../reporters/match-text.ts';
import { table } from '../reporters/pretty/table.ts';
import type { ConfigInForce } from './config-in-force.ts';

type Row = readonly [name: string, from: string, value: string];

/** One line a value, by its path in the config: to be read, and searched with grep. */
export const configText = (told: ConfigInForce): string =>
  table([['NAME', 'FROM', 'VALUE'], ...rowsOf(told, '')], Number.POSITIVE_INFINITY, '').join('\n');

function rowsOf(told: unknown, name: string): readonly Row[] {
  if (typeof told !== 'object' || told === null) return [];
  if (Array.isArray(told)) return told.flatMap((each) => rowsOf(each, name));
  const { value, from, match, parameters }: { readonly [member: string]: unknown } = { ...told };
  if (typeof from !== 'string') return memberRows(told, name);
  const isOverride = typeof match === 'object' && match !== null;
  return [[name, from, isOverride ? `${pairsText(parameters)} where ${matchText({ ...match })}` : valueText(value)]];
}

const memberRows = (told: object, name: string): readonly Row[] =>
  Object.entries(told).flatMap(([member, value]) => {
    if (member === 'inForce') return rowsOf(value, name).map(([path, by, on]): Row => [path, by, onText(on, told)]);
    return rowsOf(value, name === '' ? member : `${name}.${member}`);
  });

const onText = (inForce: string, rule: object): string =>
  `${inForce === 'true' ? 'on' : 'off'} (${Reflect.get(rule, 'name')})`;

const pairsText = (parameters: unknown): string =>
  Object.entries(Object(parameters))
    .map(([name, value]) => `${name} ${valueText(value)}`)
    .join(', ');

const valueText = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 0 ? '(none)' : value.map(valueText).join(', ');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
};
