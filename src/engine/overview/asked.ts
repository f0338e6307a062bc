import type { Overview } from '../../overview.ts';
import type { Condition, Reference } from '../../rules/rule.ts';
import type { Asking } from '../asking.ts';

/** As BKP002 has it: what waits for its copy does not count, nor what cannot be restored as one. */
const usable: readonly Condition[] = [
  { fact: 'usable', operator: 'equal', value: true },
  { fact: 'temporary', operator: 'equal', value: false },
  {
    any: [
      { fact: 'composite', operator: 'equal', value: false },
      { fact: 'ResourceType', operator: 'equal', value: 'EKS' },
    ],
  },
];

const usablePoints = (where: Condition): Reference => ({
  fact: 'count',
  params: { of: 'recoveryPoints', where: { all: [...usable, where] } },
});

/** Unlike its placement, where an unread point lies is known: where its vault does. */
const elsewhere = (fact: 'region' | 'accountId'): Condition => ({
  fact,
  operator: 'notEqual',
  value: { fact: 'target', path: `$.${fact}` },
});

const validated: readonly Condition[] = [
  { fact: 'isTest', operator: 'equal', value: true },
  { fact: 'Status', operator: 'equal', value: 'COMPLETED' },
  { fact: 'ValidationStatus', operator: 'equal', value: 'SUCCESSFUL' },
];

const testDays: Reference = { fact: 'parameters', path: '$.testDays' };

/** Every member is a fact that can be asked for by its name. */
const ofResource = {
  target: 'protectedResource',
  facts: {
    newestPoint: {
      fact: 'newest',
      params: { of: 'recoveryPoints', where: { all: usable }, fact: 'date' },
    },
    ageHours: { fact: 'hours', params: { from: 'newestPoint' } },
    continuousPoints: usablePoints({ fact: 'continuous', operator: 'equal', value: true }),
    crossRegionPoints: usablePoints(elsewhere('region')),
    crossAccountPoints: usablePoints(elsewhere('accountId')),
    airGappedPoints: usablePoints({
      fact: 'vaultType',
      operator: 'equal',
      value: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
    }),
    lockedPoints: usablePoints({
      fact: 'vault',
      path: '$.lockState',
      operator: 'in',
      value: ['governance', 'coolingOff', 'compliance'],
    }),
    lastTest: { fact: 'newest', params: { of: 'restoreJobs', where: { all: validated } } },
    lastTestDate: { fact: 'lastTest', path: '$.date' },
    lastTestMinutes: {
      fact: 'minutes',
      params: {
        from: { fact: 'lastTest', path: '$.CreationDate' },
        to: { fact: 'lastTest', path: '$.CompletionDate' },
      },
    },
    recentTests: {
      fact: 'count',
      params: {
        of: 'restoreJobs',
        where: { all: [...validated, { fact: 'ageDays', operator: 'lessThanInclusive', value: testDays }] },
      },
    },
  },
} as const satisfies Asking['rule'];

const ofVault = {
  target: 'backupVault',
  facts: {
    points: { fact: 'count', params: { of: 'recoveryPoints' } },
    oldestDays: { fact: 'max', params: { of: 'recoveryPoints', fact: 'ageDays' } },
    newestDays: { fact: 'min', params: { of: 'recoveryPoints', fact: 'ageDays' } },
    shortestRetention: { fact: 'min', params: { of: 'recoveryPoints', fact: 'retentionDays' } },
  },
} as const satisfies Asking['rule'];

/** Also the parameters of what is asked: what is compiled hangs on the object itself. */
export type Targets = Overview['targets'];

export const askedOfResources = (targets: Targets): Asking => ({ rule: ofResource, parameters: targets });
export const askedOfVaults = (targets: Targets): Asking => ({ rule: ofVault, parameters: targets });

/**
 * What the overview asks, in the language of the rules: so gaps and points that pass are no other than for a rule. It is
 * asked beside them, and judges nothing.
 */
export const askedBeside = (targets: Targets | undefined): readonly Asking[] =>
  targets === undefined ? [] : [askedOfResources(targets), askedOfVaults(targets)];
