import type { ruleText } from './checked-text.ts';

/** The pieces of rules as people write them. */
export type Members = NonNullable<Parameters<typeof ruleText>[0]>;

export const number = (name: string, value: number) =>
  `"${name}": { "type": "number", "default": ${value}, "description": "It." }`;
export const parameter = (name: string) => `{ "fact": "parameters", "path": "$.${name}" }`;
export const is = (fact: string, value: string, operator = 'equal') =>
  `{ "fact": "${fact}", "operator": "${operator}", "value": ${value} }`;
export const part = (fact: string, path: string, value: string, operator = 'equal') =>
  `{ "fact": "${fact}", "path": "$.${path}", "operator": "${operator}", "value": ${value} }`;
export const all = (...conditions: readonly string[]) => `{ "all": [ ${conditions.join(', ')} ] }`;
export const any = (...conditions: readonly string[]) => `{ "any": [ ${conditions.join(', ')} ] }`;
export const of = (fact: string, relation: string, where: string, more = '') =>
  `"fact": "${fact}", "params": { "of": "${relation}", ${more} "where": ${where} }`;
export const some = (relation: string, where: string) =>
  `{ ${of('count', relation, where)}, "operator": "greaterThanInclusive", "value": 1 }`;

export const sound = [is('usable', 'true'), is('temporary', 'false')];
export const fresh = is('ageDays', parameter('maxAgeDays'), 'lessThanInclusive');
export const active = any(
  part('parameters', 'activeWithinDays', '0'),
  is('daysSinceLastBackup', parameter('activeWithinDays'), 'lessThanInclusive'),
);
export const airGapped = '"LOGICALLY_AIR_GAPPED_BACKUP_VAULT"';
export const resource = '"protectedResource"';
export const days = `{ ${number('maxAgeDays', 7)}, ${number('activeWithinDays', 35)} }`;
export const since = (unit: string, from: string, to: string, limit: string) =>
  `{ "fact": "${unit}", "params": { "from": "${from}"${to} }, "operator": "lessThanInclusive", "value": ${limit} }`;
export const ended = all(is('ended', 'true'), any(is('isTest', 'true'), part('parameters', 'allowManual', 'true')));
export const copyInto = all(
  is('DestinationVaultType', airGapped),
  is('State', '["COMPLETED", "FAILED", "PARTIAL"]', 'in'),
);
export const advice =
  'guard it with "exists" true on the same reference in the same "all", or "exists" false beside it in an "any"';
