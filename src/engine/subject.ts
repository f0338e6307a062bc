import type { Subject } from './evaluation.ts';
import type { Item } from './item.ts';
import type { World } from './world/world.ts';

const groupFacts: { readonly [kind: string]: readonly string[] } = {
  recoveryPoint: ['ResourceArn', 'BackupVaultArn'],
  restoreJob: ['resourceArn', 'BackupVaultArn'],
  copyJob: ['ResourceArn', 'SourceBackupVaultArn'],
  backupJob: ['ResourceArn', 'BackupVaultArn'],
  scanJob: ['ResourceArn', 'BackupVaultArn'],
};

/** What a finding belongs to: of a point or job its resource, else its vault. */
export function groupOf(item: Item, world: World): string {
  for (const fact of groupFacts[item.kind] ?? []) {
    const answer = world.fact(item, fact);
    if (answer.is === 'known' && typeof answer.value === 'string') return answer.value;
  }
  return item.id;
}

/** What tags a thing has, as far as that was read; of a recovery point its resource's are no tags of it. */
function tagsOf(item: Item, world: World): Subject['tags'] {
  const answer = world.fact(item, 'tags');
  if (answer.is !== 'known' || typeof answer.value !== 'object' || answer.value === null) return undefined;
  return Object.fromEntries(Object.entries(answer.value).map(([key, value]) => [key, String(value)]));
}

/** What a waiver or an override may go by; what is not known is left out, and no pattern matches it. */
export function subjectOf(item: Item | undefined, world: World): Subject {
  if (item === undefined) throw new Error('a finding that is not of this evaluation');
  const text = (...facts: readonly string[]): string | undefined => {
    for (const fact of facts) {
      const answer = world.fact(item, fact);
      if (answer.is === 'known' && typeof answer.value === 'string') return answer.value;
    }
    return undefined;
  };
  const members = {
    vaultName: text('BackupVaultName'),
    vaultArn: text('BackupVaultArn', 'SourceBackupVaultArn', 'vaultArn'),
    resourceType: text('ResourceType'),
    accountId: text('accountId') ?? item.scope?.accountId,
    region: text('region') ?? item.scope?.region,
  };
  const given = Object.entries(members).filter(([, value]) => value !== undefined);
  const tags = tagsOf(item, world);
  return {
    id: item.id,
    group: groupOf(item, world),
    ...Object.fromEntries(given),
    ...(tags === undefined ? {} : { tags }),
  };
}
