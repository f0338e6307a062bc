import type { Kind } from '../catalogue/kinds.ts';
import type { PartKind } from '../catalogue/part-kinds.ts';

/** A relation that no pair of facts makes: to what a thing tells of, to what tells of it, or to what it chooses. */
export type OtherWay =
  | { readonly by: 'parts'; readonly to: PartKind }
  | { readonly by: 'parent'; readonly to: Kind }
  | { readonly by: 'vaultPatterns'; readonly to: 'backupVault' };

const parts = <To extends PartKind>(to: To) => ({ by: 'parts', to }) as const;
const parent = <To extends Kind>(to: To) => ({ by: 'parent', to }) as const;

export const declaredWays = {
  backupPlan: { rules: parts('backupRule') },
  backupRule: { plan: parent('backupPlan'), destinations: parts('destination') },
  destination: { rule: parent('backupRule') },
  backupVault: { policyStatements: parts('policyStatement') },
  policyStatement: { conditions: parts('policyCondition') },
  restoreTestingPlan: { vaults: { by: 'vaultPatterns', to: 'backupVault' } },
} as const satisfies { readonly [kind in Kind]?: { readonly [relation: string]: OtherWay } };

const ways: { readonly [kind: string]: { readonly [relation: string]: OtherWay } } = declaredWays;

export const otherWay = (kind: string, relation: string): OtherWay | undefined => ways[kind]?.[relation];
