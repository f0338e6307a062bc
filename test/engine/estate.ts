import { loadIamNames, loadResourceTypes } from '../../src/data.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import type { Evaluation, EvaluationInput, ResourceTypes } from '../../src/engine/evaluation.ts';
import type { AwsRecord, Coverage, CoverageStatus, Fields, Scope, Shard } from '../../src/inventory/record.ts';
import { scopeId } from '../../src/inventory/scope.ts';
import type { Outcome } from '../../src/result.ts';
import type { ActiveRule } from '../../src/rules/rule.ts';
import { firstRules, shippedRules } from './shipped-rules.ts';

export const asOf = '2026-11-20T06:00:00.000Z';
export const daysAgo = (days: number): string => new Date(Date.parse(asOf) - days * 86_400_000).toISOString();

/** Three scopes: where the work is, an account for recovery, and another Region. */
export const home: Scope = { accountId: '111122223333', region: 'eu-west-1' };
export const recovery: Scope = { accountId: '444455556666', region: 'eu-west-1' };
export const far: Scope = { accountId: '111122223333', region: 'us-east-1' };
export const outside: Scope = { accountId: '777788889999', region: 'eu-west-1' };

export const volume = 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-0a';
export const vaultArn = (name: string, { accountId, region }: Scope = home): string =>
  `arn:aws:backup:${region}:${accountId}:backup-vault:${name}`;
export const pointArn = (id: string, { accountId, region }: Scope = home): string =>
  `arn:aws:backup:${region}:${accountId}:recovery-point:${id}`;

export const airGapped = 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT';
export const restoreAccess = 'RESTORE_ACCESS_BACKUP_VAULT';

/** Undefined takes a default away. */
export const record = (kind: AwsRecord['kind'], fields: Fields, scope: Scope = home): AwsRecord => ({
  kind,
  ...scope,
  fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
});

export const vault = (name: string, fields: Fields = {}, scope: Scope = home): AwsRecord =>
  record('backupVault', { BackupVaultName: name, BackupVaultArn: vaultArn(name, scope), ...fields }, scope);

/** A point of the volume in the vault `main` of its scope, made two days ago and kept 35 days. */
export const point = (id: string, fields: Fields = {}, scope: Scope = home): AwsRecord =>
  record(
    'recoveryPoint',
    {
      RecoveryPointArn: pointArn(id, scope),
      BackupVaultArn: vaultArn('main', scope),
      ResourceArn: volume,
      ResourceType: 'EBS',
      Status: 'COMPLETED',
      CreationDate: daysAgo(2),
      Lifecycle: { DeleteAfterDays: 35 },
      ...fields,
    },
    scope,
  );

/** The volume as AWS lists it, backed up two days ago. */
export const resource = (fields: Fields = {}, scope: Scope = home): AwsRecord =>
  record(
    'protectedResource',
    { ResourceArn: volume, ResourceType: 'EBS', LastBackupTime: daysAgo(2), ...fields },
    scope,
  );

const testPlan = 'arn:aws:backup:eu-west-1:111122223333:restore-testing-plan:weekly';

/** A restore test of the volume that ended well three days ago. */
export const restoreJob = (id: string, fields: Fields = {}, scope: Scope = home): AwsRecord =>
  record(
    'restoreJob',
    {
      RestoreJobId: id,
      SourceResourceArn: volume,
      Status: 'COMPLETED',
      ValidationStatus: 'SUCCESSFUL',
      CreationDate: daysAgo(3),
      CreatedBy: { RestoreTestingPlanArn: testPlan },
      ...fields,
    },
    scope,
  );

/** A finished copy of the volume into an air-gapped vault outside the scopes. */
export const copyJob = (id: string, fields: Fields = {}, scope: Scope = home): AwsRecord =>
  record(
    'copyJob',
    {
      CopyJobId: id,
      ResourceArn: volume,
      ResourceType: 'EBS',
      State: 'COMPLETED',
      CreationDate: daysAgo(1),
      SourceBackupVaultArn: vaultArn('main', scope),
      DestinationBackupVaultArn: vaultArn('escrow', outside),
      DestinationVaultType: airGapped,
      ...fields,
    },
    scope,
  );

type LineOptions = Pick<Coverage, 'resource' | 'filters' | 'items'> & { readonly scope?: Scope };

export function line(operation: string, status: CoverageStatus = 'ok', options: LineOptions = {}): Coverage {
  const { scope = home, ...others } = options;
  const error = status === 'denied' ? { error: { name: 'AccessDeniedException', message: 'no' } } : {};
  return { ...scope, operation, status, ...error, ...others };
}

type ShardParts = {
  readonly records?: readonly AwsRecord[];
  /** Default: `*` ok in every scope. Lines given go before it. */
  readonly coverage?: readonly Coverage[];
  readonly scopes?: readonly Scope[];
  readonly asOf?: string | undefined;
  readonly cutOff?: boolean;
  /** False: nothing was read but what `coverage` says. */
  readonly star?: boolean;
};

/** One shard over the scopes given, else those that its records and lines name. */
export function shard(parts: ShardParts): Shard {
  const { records = [], coverage = [], cutOff = false, star = true } = parts;
  const named = new Map([...records, ...coverage].map((each) => [scopeId(each), scopeOf(each)]));
  const scopes = parts.scopes ?? (named.size === 0 ? [home] : [...named.values()]);
  const stars = star ? scopes.map((scope) => line('*', 'ok', { scope })) : [];
  const read = 'asOf' in parts ? parts.asOf : asOf;
  return { asOf: read, scopes, cutOff, records, coverage: [...coverage, ...stars] };
}

const scopeOf = ({ accountId, region }: Scope): Scope => ({ accountId, region });

export type Options = {
  /** Rule ids; default the first ones. */
  readonly rules?: readonly string[];
  /** Over the defaults of every rule that has one of that name. */
  readonly parameters?: { readonly [name: string]: unknown };
  readonly copyAccounts?: readonly string[];
  readonly resourceTypes?: ResourceTypes;
};

export function inputOf(shards: readonly Shard[], options: Options = {}): EvaluationInput {
  const { rules, parameters = {}, copyAccounts, resourceTypes = {} } = options;
  const chosen = rules === undefined ? firstRules : shippedRules.filter(({ rule }) => rules.includes(rule.id));
  return {
    rules: chosen.map((active) => withParameters(active, parameters)),
    shards,
    asOf,
    resourceTypes: { ...loadResourceTypes(), ...resourceTypes },
    iamNames: loadIamNames(),
    copyAccounts,
    version: '0.0.0',
    include: ['pass', 'notApplicable'],
  };
}

function withParameters(active: ActiveRule, given: { readonly [name: string]: unknown }): ActiveRule {
  const own = Object.entries(given).filter(([name]) => Object.hasOwn(active.parameters, name));
  return { ...active, parameters: { ...active.parameters, ...Object.fromEntries(own) } };
}

export const evaluateRules = (shards: readonly Shard[], options: Options = {}): Evaluation =>
  evaluate(inputOf(shards, options));

/** The outcome of one rule for one target; undefined where it is no target. */
export function outcomeOf(
  ruleId: string,
  targetId: string,
  shards: readonly Shard[],
  options: Options = {},
): Outcome | undefined {
  const { result } = evaluateRules(shards, { ...options, rules: [ruleId] });
  return [...(result.outcomes ?? []), ...result.findings].find(({ target }) => target.id === targetId)?.outcome;
}
