import { isOperation, operationNames } from '../catalogue/operations.ts';
import type { Fault } from '../errors.ts';
import type { AwsRecord, Coverage, Scope, Shard } from '../inventory/record.ts';
import { scopeId } from '../inventory/scope.ts';
import { faultAt, type JsonFile, placeAt, pointerOf } from '../json-file.ts';
import { expectedOneOf } from '../nearest.ts';
import { parameterMismatch } from '../rules/parameter-value.ts';
import type { ActiveRule, LoadedRule } from '../rules/rule.ts';
import { findRule, unknownRule } from '../rules/rule-names.ts';
import { caseRecord, homeScope } from './case-records.ts';
import type { TestCase } from './rule-test.ts';
import type { CaseText, RuleTestFile } from './test-schema.ts';

export type CaseSource = {
  readonly json: JsonFile;
  readonly file: RuleTestFile;
  readonly loaded: LoadedRule;
  readonly rules: readonly LoadedRule[];
  readonly asOf: string;
};

export type CaseReading = { readonly test: TestCase } | { readonly faults: readonly Fault[] };

/** A case of a file with the records it names; or what is wrong with it, all at once. */
export function caseOf(text: CaseText, index: number, source: CaseSource): CaseReading {
  const { json, file, loaded } = source;
  const asOf = Date.parse(source.asOf);
  const path = ['cases', index];
  const readings = text.records.map((each, at) => caseRecord(each, [...path, 'records', at], { json, file, asOf }));
  const faults = [
    ...readings.flatMap((each) => ('faults' in each ? each.faults : [])),
    ...parameterFaults(text, path, source),
    ...unreadFaults(text, path, source),
    ...besideFaults(text, path, source),
  ];
  if (faults.length > 0) return { faults };
  const records = readings.flatMap((each) => ('record' in each ? [each.record] : []));
  const { name, resourceTypes = {}, copyAccounts, expect, message } = text;
  const place = placeAt(json, pointerOf([...path, 'name']));
  const shard = shardOf(text, records, source.asOf);
  const active = activeWith(loaded, text.parameters ?? {});
  const beside = besides(text, source.rules);
  return { test: { name, place, shard, active, beside, resourceTypes, copyAccounts, expect, message, text } };
}

function activeWith(loaded: LoadedRule, parameters: NonNullable<CaseText['parameters']>): ActiveRule {
  const declared = Object.entries(loaded.rule.parameters ?? {});
  const defaults = Object.fromEntries(declared.map(([name, each]) => [name, each.default]));
  return { ...loaded, severity: loaded.rule.severity, parameters: { ...defaults, ...parameters } };
}

function parameterFaults(text: CaseText, path: readonly PropertyKey[], { json, loaded }: CaseSource): readonly Fault[] {
  const declared = loaded.rule.parameters ?? {};
  return Object.entries(text.parameters ?? {}).flatMap(([name, value]) => {
    const parameter = Object.hasOwn(declared, name) ? declared[name] : undefined;
    const message =
      parameter === undefined
        ? `${loaded.rule.name} has no parameter "${name}"${expectedOneOf(name, Object.keys(declared))}`
        : parameterMismatch(parameter, value);
    return message === undefined ? [] : [faultAt(json, pointerOf([...path, 'parameters', name]), message)];
  });
}

function unreadFaults({ unread = [] }: CaseText, path: readonly PropertyKey[], { json }: CaseSource): readonly Fault[] {
  return unread.flatMap(({ operation }, index) => {
    const message = `unknown operation "${operation}"${expectedOneOf(operation, operationNames)}`;
    return isOperation(operation) ? [] : [faultAt(json, pointerOf([...path, 'unread', index, 'operation']), message)];
  });
}

const besides = ({ beside = [] }: CaseText, rules: readonly LoadedRule[]): readonly ActiveRule[] =>
  beside.flatMap((word) => {
    const found = findRule(rules, word);
    return found === undefined ? [] : [activeWith(found, {})];
  });

const besideFaults = ({ beside = [] }: CaseText, path: readonly PropertyKey[], { json, rules }: CaseSource) =>
  beside.flatMap((word, index) =>
    findRule(rules, word) === undefined
      ? [faultAt(json, pointerOf([...path, 'beside', index]), unknownRule(rules, word))]
      : [],
  );

/** Everything was read but what the case says was not. */
function shardOf({ scopes = [], unread = [] }: CaseText, records: readonly AwsRecord[], asOf: string): Shard {
  const named = new Map(
    [homeScope, ...records, ...scopes.map(scopeOf)].map((each) => [scopeId(each), scopeFrom(each)]),
  );
  const gaps = unread.map(({ operation, resource, scope, status = 'denied' }): Coverage => {
    const error = status === 'denied' ? { error: { name: 'AccessDeniedException', message: 'not authorized' } } : {};
    return { ...scopeOf(scope), operation, status, ...error, ...(resource === undefined ? {} : { resource }) };
  });
  const rest = [...named.values()].map((scope): Coverage => ({ ...scope, operation: '*', status: 'ok' }));
  return { asOf, scopes: [...named.values()], cutOff: false, records, coverage: [...gaps, ...rest] };
}

const scopeFrom = ({ accountId, region }: Scope): Scope => ({ accountId, region });

function scopeOf(text: string | undefined): Scope {
  const [accountId = homeScope.accountId, region = homeScope.region] = text?.split('/') ?? [];
  return { accountId, region };
}
