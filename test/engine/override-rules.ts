import type { ActiveRule, Condition, Override } from '../../src/rules/rule.ts';
import { ownRule } from './own-rule.ts';

const parameter = (name: string) => ({ fact: 'parameters', path: `$.${name}` });
const young: Condition = {
  all: [
    { fact: 'usable', operator: 'equal', value: true },
    { fact: 'ageDays', operator: 'lessThanInclusive', value: parameter('maxAgeDays') },
  ],
};

type Parameters = ActiveRule['parameters'];
const message = '{{target}}: {{least}} younger than {{maxAgeDays}}';

const days = (maxAgeDays: number) => ({ maxAgeDays });

const overrides: { readonly [target: string]: readonly Override[] } = {
  protectedResource: [
    { match: { resourceType: ['EBS', 'S3'] }, parameters: days(30) },
    { match: { tags: { backup: 'daily' } }, parameters: days(3) },
    { match: { accountId: '4444*' }, parameters: { least: 2 } },
  ],
  recoveryPoint: [
    { match: { vault: 'm?in' }, parameters: days(7) },
    { match: { tags: { backup: '*' } }, parameters: days(60) },
    { match: { resourceType: 'Dynamo*', region: 'eu-*' }, parameters: days(1) },
  ],
  backupVault: [
    { match: { id: '*:gap', tags: { owner: ['daily', 'w*'] } }, parameters: { least: 0 } },
    { match: { tags: { backup: '*' } }, parameters: days(3) },
  ],
  restoreJob: [
    { match: { resourceType: 'EBS' }, parameters: days(5) },
    { match: { vault: '*' }, parameters: days(10) },
  ],
  listedResource: [
    { match: { tags: { owner: 'weekly' }, resourceType: ['EBS', 'RDS'] }, parameters: { account: '444455556666' } },
  ],
};

const leaf = (fact: string, operator: string, name: string): Condition => ({
  all: [{ fact, operator, value: parameter(name) }],
});
const enough: Condition = {
  all: [
    {
      fact: 'count',
      params: { of: 'recoveryPoints', where: young },
      operator: 'greaterThanInclusive',
      value: parameter('least'),
    },
  ],
};
/** Whether a resource or a vault has as many young points as it should. */
export const enoughPoints = (
  target: string,
  parameters: Parameters,
  overrides: readonly Override[] = [],
): ActiveRule => ({
  ...ownRule({ id: 'OWN-80', name: 'enough-points', target, require: enough, message }, parameters),
  ...(overrides.length === 0 ? {} : { overrides }),
});

const requirements: { readonly [target: string]: Condition } = {
  recoveryPoint: leaf('ageDays', 'lessThanInclusive', 'maxAgeDays'),
  restoreJob: leaf('ageDays', 'lessThanInclusive', 'maxAgeDays'),
  listedResource: leaf('accountId', 'equal', 'account'),
};

/** Rules whose parameters hang on the type, account, vault and tags of a target, and on several of these. */
export const overrideRules: readonly ActiveRule[] = Object.entries(overrides).map(([target, own], index) => ({
  ...ownRule(
    {
      id: `OWN-${81 + index}`,
      name: `overridden-${index + 1}`,
      target,
      require: requirements[target] ?? enough,
      message,
    },
    { maxAgeDays: 14, least: 1, account: '111122223333' },
  ),
  overrides: own,
}));
