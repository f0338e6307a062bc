import type { Fields, Scope } from '../../src/inventory/record.ts';
import { resourceArn } from './arns.ts';
import { planArn, plansIn } from './plans.ts';
import { allPoints } from './points.ts';
import type { Resource } from './resource.ts';
import { resources } from './resources.ts';
import { schedules } from './schedules.ts';
import { arnIn, prodIreland, sameScope } from './scopes.ts';
import { planTag } from './selections.ts';
import { vaultArn, vaults } from './vaults.ts';

const owners: { readonly [vault: string]: string } = {
  'prod-databases': 'databases',
  'prod-daily': 'shop',
  'prod-frankfurt': 'shop',
  'data-platform': 'data',
  'data-frankfurt': 'data',
  analytics: 'data',
  staging: 'shop',
};

function tagsOf({ schedule, vault }: Resource): Fields {
  if (schedule === 'retired') return { owner: 'nobody' };
  if (schedule === 'automatic') return { 'aws:elasticfilesystem:default-backup': 'enabled', owner: 'shop' };
  const { plan } = schedules[schedule];
  if (plan === 'staging') return { environment: 'staging', owner: 'shop' };
  return { [planTag]: plan, environment: 'production', owner: owners[vault] ?? 'audit' };
}

/** What no backup has ever touched. */
const neverBackedUp: readonly Fields[] = [
  {
    ResourceArn: arnIn(prodIreland, 'ec2', 'instance/i-0b1a2d3c4e5f60718'),
    Tags: { Name: 'build-agent', owner: 'shop' },
  },
  {
    ResourceArn: arnIn(prodIreland, 'dynamodb', 'table/feature-flags'),
    Tags: { [planTag]: 'standard', owner: 'shop' },
  },
];

/** The plans of production's Ireland tag what they make; the tags of snapshots are other services' to list. */
const taggedPoints = (scope: Scope): readonly Fields[] =>
  sameScope(scope, prodIreland)
    ? allPoints
        .filter(({ vault, arn }) => sameScope(vault.scope, scope) && arn.startsWith('arn:aws:backup:'))
        .map(({ arn }) => ({ ResourceArn: arn, Tags: { owner: 'shop' } }))
    : [];

/** The tagging API lists what has tags, or had some: vaults and plans, too. */
export const listedIn = (scope: Scope): readonly Fields[] => [
  ...resources
    .filter((each) => sameScope(each.scope, scope))
    .map((each) => ({ ResourceArn: resourceArn(each), Tags: tagsOf(each) })),
  ...vaults
    .filter((vault) => sameScope(vault.scope, scope) && owners[vault.name] !== undefined)
    .map((vault) => ({ ResourceArn: vaultArn(vault), Tags: { owner: owners[vault.name] } })),
  ...plansIn(scope)
    .filter(({ name }) => name !== 'legacy-databases' && !name.startsWith('aws/'))
    .map((plan) => ({ ResourceArn: planArn(plan), Tags: { owner: 'backup' } })),
  ...taggedPoints(scope),
  ...(sameScope(scope, prodIreland) ? neverBackedUp : []),
];
