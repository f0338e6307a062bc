import { type FieldTable, oneOf, string } from './field.ts';
import { backupRuleFields } from './fields/plans.ts';
import { lifecycle } from './fields/shared.ts';
import { foundBy, type Operation } from './operations.ts';
import { readBy } from './read-by.ts';
import type { RecordKind } from './record-kinds.ts';

type PartSpec = {
  /** What it is read out of: a field of a record, or another part. */
  readonly from: { readonly kind: RecordKind; readonly field: string } | { readonly kind: string };
  readonly fields: FieldTable;
  readonly alwaysFilled: readonly string[];
  /** Reached through relations alone: no rule judges it. */
  readonly relatedOnly?: true;
};

/** Things that AWS tells inside of others. How each is read out is the engine's (src/engine/parts/). */
const declared = {
  backupRule: {
    from: { kind: 'backupPlan', field: 'BackupPlan' },
    fields: backupRuleFields,
    alwaysFilled: ['RuleName', 'TargetBackupVaultName', 'RuleId'],
  },
  destination: { from: { kind: 'backupRule' }, fields: { Lifecycle: lifecycle }, alwaysFilled: [] },
  policyStatement: {
    from: { kind: 'backupVault', field: 'Policy' },
    fields: { Sid: string, Effect: oneOf(['Allow', 'Deny']) },
    alwaysFilled: ['Effect'],
    relatedOnly: true,
  },
  policyCondition: { from: { kind: 'policyStatement' }, fields: {}, alwaysFilled: [], relatedOnly: true },
} as const satisfies { readonly [kind: string]: PartSpec };

export type PartKind = keyof typeof declared;
export const partKinds: { readonly [kind in PartKind]: PartSpec } = declared;
export const isPartKind = (name: string): name is PartKind => Object.hasOwn(declared, name);

/** The operations that find the things of the kind: those that find what they are in, and the one that reads its field. */
export function partsFoundBy(kind: PartKind): readonly Operation[] {
  const { from } = partKinds[kind];
  if (!('field' in from)) return isPartKind(from.kind) ? partsFoundBy(from.kind) : [];
  const operation = readerOf(kind);
  return [...foundBy(from.kind), ...(operation === undefined ? [] : [operation])];
}

/** The operation that reads the field that a part stands in. */
export function readerOf(kind: PartKind): Operation | undefined {
  const { from } = partKinds[kind];
  return 'field' in from ? readBy[from.kind]?.[from.field] : undefined;
}
