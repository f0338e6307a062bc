import { alwaysFilled } from './always-filled.ts';
import type { FactTable, RelationTable } from './fact.ts';
import { jobFacts, restoreJobFacts, scanJobFacts } from './facts/jobs.ts';
import { partFacts } from './facts/parts.ts';
import { backupVaultFacts, recoveryPointFacts } from './facts/points.ts';
import { protectedResourceFacts, scopeFacts } from './facts/resources.ts';
import { stateFacts } from './facts/state.ts';
import type { FieldTable } from './field.ts';
import { foundBy, type Operation } from './operations.ts';
import { type PartKind, partKinds, partsFoundBy } from './part-kinds.ts';
import { readBy } from './read-by.ts';
import { type RecordKind, recordFields } from './record-kinds.ts';
import { relations } from './relations.ts';

/** What a rule may target or reach through a relation. */
export type KindSpec = {
  /** AWS's fields. */
  readonly fields: FieldTable;
  /** Fields that AWS always fills: absent there means that we do not know. */
  readonly alwaysFilled: readonly string[];
  /** Fields that the list does not return, with the operation that does. */
  readonly readBy: { readonly [field: string]: Operation };
  readonly facts: FactTable;
  /** To-one relations, which are facts. */
  readonly toOne: RelationTable;
  readonly toMany: RelationTable;
  /** The operations that find the things of this kind. */
  readonly operations: readonly Operation[];
  /** Reached through relations alone: no rule judges it. */
  readonly relatedOnly?: true;
};

const kindOf = (kind: RecordKind, facts: FactTable): KindSpec => ({
  fields: recordFields[kind],
  alwaysFilled: alwaysFilled[kind],
  readBy: readBy[kind] ?? {},
  facts,
  ...relations[kind],
  operations: foundBy(kind),
});

const partKindOf = (kind: PartKind): KindSpec => {
  const { from: _, ...own } = partKinds[kind];
  return { ...own, readBy: {}, facts: partFacts[kind], ...relations[kind], operations: partsFoundBy(kind) };
};

export const kinds = {
  // A resource is found by the points that name it, too.
  protectedResource: {
    ...kindOf('protectedResource', protectedResourceFacts),
    operations: [...foundBy('protectedResource'), ...foundBy('recoveryPoint')],
  },
  recoveryPoint: kindOf('recoveryPoint', recoveryPointFacts),
  backupVault: kindOf('backupVault', backupVaultFacts),
  restoreJob: kindOf('restoreJob', restoreJobFacts),
  copyJob: kindOf('copyJob', jobFacts),
  backupJob: kindOf('backupJob', jobFacts),
  scanJob: kindOf('scanJob', scanJobFacts),
  backupPlan: kindOf('backupPlan', stateFacts.backupPlan),
  backupSelection: kindOf('backupSelection', stateFacts.backupSelection),
  restoreTestingPlan: kindOf('restoreTestingPlan', stateFacts.restoreTestingPlan),
  restoreTestingSelection: kindOf('restoreTestingSelection', stateFacts.restoreTestingSelection),
  legalHold: kindOf('legalHold', stateFacts.legalHold),
  framework: kindOf('framework', stateFacts.framework),
  reportPlan: kindOf('reportPlan', stateFacts.reportPlan),
  regionSettings: kindOf('regionSettings', stateFacts.regionSettings),
  globalSettings: kindOf('globalSettings', stateFacts.globalSettings),
  // What is protected is judged as such, so that must be known.
  listedResource: {
    ...kindOf('listedResource', stateFacts.listedResource),
    operations: [...foundBy('listedResource'), ...foundBy('protectedResource'), ...foundBy('recoveryPoint')],
  },
  backupRule: partKindOf('backupRule'),
  destination: partKindOf('destination'),
  policyStatement: partKindOf('policyStatement'),
  policyCondition: partKindOf('policyCondition'),
  scope: { fields: {}, alwaysFilled: [], readBy: {}, facts: scopeFacts, ...relations.scope, operations: [] },
} satisfies { readonly [kind in RecordKind | PartKind | 'scope']: KindSpec };

export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as readonly Kind[];

/** The kind of a name, where there is one. */
export const kindSpec = (name: string): KindSpec | undefined =>
  Object.hasOwn(kinds, name) ? kinds[name as Kind] : undefined;
