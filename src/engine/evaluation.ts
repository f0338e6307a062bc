import type { Capability } from '../catalogue/facts/common.ts';
import type { Shard } from '../inventory/record.ts';
import type { Overview } from '../overview.ts';
import type { Finding, Outcome, Result } from '../result.ts';
import type { ActiveRule } from '../rules/rule.ts';
import type { SeenVerdict, VerifyMode } from './verify/witness.ts';

/** "depends" is unknown until something decides it. */
type Support = { readonly [capability in Capability]?: boolean | 'depends' };

type Naming = {
  /** How the ARNs of its resources look, from the service on: `ec2:volume/*`. */
  readonly arns?: readonly string[] | undefined;
  /** `always`: a selection that names the type does not override the Region's opt-in. */
  readonly optIn?: 'always' | 'unclear' | undefined;
};

/** What a resource type can do and how it is named: the tables in data/ with the config's `resourceTypes` over them. */
export type ResourceTypes = { readonly [type: string]: Support & Naming };

/** Names in IAM policies as AWS spells them, from data/iam-names.json: the actions of AWS Backup, and condition keys. */
export type IamNames = { readonly actions: readonly string[]; readonly conditionKeys: readonly string[] };

export type EvaluationInput = {
  readonly rules: readonly ActiveRule[];
  readonly shards: readonly Shard[];
  /** ISO-8601 UTC with milliseconds. */
  readonly asOf: string;
  readonly resourceTypes: ResourceTypes;
  readonly iamNames: IamNames;
  /** Accounts that may hold copies beside a resource's own; undefined: any may. */
  readonly copyAccounts: readonly string[] | undefined;
  readonly version: string;
  /** Outcomes that the result lists one by one. */
  readonly include: readonly Extract<Outcome, 'pass' | 'notApplicable'>[];
  /** What the overview of the result measures by; undefined: the result has none. */
  readonly overview?: Overview['targets'] | undefined;
  /** Which verdicts are taken down for `verify`; undefined: none. */
  readonly verify?: VerifyMode;
};

/** What a waiver, or an override of the config, may go by. */
export type Subject = {
  readonly id: string;
  /** Of a recovery point or a job its vault's, of a vault its own. */
  readonly vaultName?: string;
  readonly vaultArn?: string;
  readonly resourceType?: string;
  readonly accountId?: string;
  readonly region?: string;
  /** Undefined where they were not read. */
  readonly tags?: { readonly [key: string]: string };
  /** What the fingerprint is made of. */
  readonly group: string;
};

export type Evaluation = {
  readonly result: Result;
  /** Of a finding of the result. */
  readonly subjectOf: (finding: Finding) => Subject;
  /** The ARNs of the resources that were judged as that kind and no other, with a finding or without. */
  readonly resourceIds: (kind: 'protectedResource' | 'listedResource') => readonly string[];
  /** An outcome is unknown, or a gap may hide a target of a rule. */
  readonly incomplete: boolean;
  /** The latter alone. */
  readonly hidesTargets: boolean;
  /** A gap touches a rule (an unknown type or value is no gap). */
  readonly partial: boolean;
  /** What \`verify\` checks. */
  readonly seen?: readonly SeenVerdict[];
};
