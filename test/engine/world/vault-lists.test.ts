import { describe, expect, test } from 'vitest';
import type { AwsRecord, Coverage, Fields, Scope } from '../../../src/inventory/record.ts';
import {
  airGapped,
  home,
  line,
  outside,
  point,
  recovery,
  restoreAccess,
  shard,
  vault,
  vaultArn,
  volume,
} from '../estate.ts';
import { plain, worldOf } from '../fact-value.ts';

/** A vault that `outside` owns and shares with the others by RAM. */
const sharedArn = vaultArn('shared', outside);
const shared = (scope: Scope, id = '1', fields: Fields = {}): readonly AwsRecord[] => [
  vault('shared', { BackupVaultArn: sharedArn, VaultType: airGapped }, scope),
  point(
    id,
    {
      BackupVaultArn: sharedArn,
      RecoveryPointArn: `arn:aws:backup:eu-west-1:777788889999:recovery-point:${id}`,
      ...fields,
    },
    scope,
  ),
];
const list = (scope: Scope, status: 'ok' | 'denied' = 'ok'): Coverage =>
  line('ListRecoveryPointsByBackupVault', status, { resource: sharedArn, scope });

const tails = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id.split(':').at(-1)).sort();

function pointsOf(
  records: readonly AwsRecord[],
  coverage: readonly Coverage[] = [],
  scopes = [home, recovery, outside],
) {
  const world = worldOf([shard({ records, coverage, scopes })]);
  return { read: tails(world.items('recoveryPoint')), world };
}

const unreadVaults = ({ world }: ReturnType<typeof pointsOf>) =>
  world
    .placeholders('recoveryPoint')
    .filter(({ hidesCopies }) => !hidesCopies)
    .map((item) => plain(world.fact(item, 'BackupVaultArn')));

describe('of several lists of one vault one counts', () => {
  test.each<[string, readonly AwsRecord[], readonly Coverage[], readonly string[]]>([
    ["the owner's", [...shared(home, 'h'), ...shared(outside, 'o')], [], ['o']],
    ["the owner's, though it is empty", [...shared(home, 'h'), vault('shared', {}, outside)], [], []],
    ['of two readers the lowest account', [...shared(recovery, 'r'), ...shared(home, 'h')], [], ['h']],
    ["the owner's was denied: a reader's", [...shared(home, 'h')], [list(outside, 'denied')], ['h']],
    ["a reader's was denied: the owner's", [...shared(outside, 'o')], [list(home, 'denied')], ['o']],
    ['a reader lists the same point: once', [...shared(home), ...shared(recovery)], [], ['1']],
  ])('%s', (_, records, coverage, expected) => {
    const found = pointsOf(records, coverage);
    expect(found.read).toEqual(expected);
    expect(unreadVaults(found)).toEqual([]);
  });

  test('with no reader either, the vault is unread once', () => {
    const found = pointsOf([], [list(outside, 'denied'), list(home, 'denied')]);
    expect(found.read).toEqual([]);
    expect(unreadVaults(found)).toEqual([sharedArn]);
  });

  test('a list stands once: a point given twice counts once', () => {
    expect(pointsOf([...shared(outside, 'o'), ...shared(outside, 'o')]).read).toEqual(['o']);
  });
});

describe('mirrored points', () => {
  const mirror = vault('mirror', { VaultType: restoreAccess });
  const image = point('1', { BackupVaultArn: vaultArn('mirror') });

  test('no relation holds them and they name no target', () => {
    const { world } = pointsOf([mirror, image]);
    expect(world.items('recoveryPoint')).toHaveLength(1);
    expect(world.items('protectedResource')).toEqual([]);
    const owners = [...world.items('scope'), ...world.items('backupVault')];
    const held = owners.flatMap((owner) => world.members(owner, 'recoveryPoints').map(({ item }) => item));
    expect(held.filter(({ isPlaceholder }) => !isPlaceholder)).toEqual([]);
  });

  test('the point that they mirror counts once', () => {
    const { world } = pointsOf([mirror, image, vault('main'), point('1')]);
    const [resource] = world.items('protectedResource');
    expect(resource?.id).toBe(volume);
    const held = resource === undefined ? [] : world.members(resource, 'recoveryPoints');
    expect(held.filter(({ item }) => !item.isPlaceholder).map(({ item }) => item.fields.BackupVaultArn)).toEqual([
      vaultArn('main'),
    ]);
  });
});

describe('what a vault holds', () => {
  const countIn = (coverage: readonly Coverage[]) => {
    const { world } = pointsOf(
      [vault('main'), point('1'), point('2'), vault('other'), point('3', { BackupVaultArn: vaultArn('other') })],
      coverage,
    );
    const main = world.items('backupVault').find(({ id }) => id === vaultArn('main'));
    const held = main === undefined ? [] : world.members(main, 'recoveryPoints');
    return held.map(({ item }) => (item.isPlaceholder ? 'unread' : tails([item])[0]));
  };
  const points = (name: string): Coverage =>
    line('ListRecoveryPointsByBackupVault', 'denied', { resource: vaultArn(name) });

  test.each<[string, readonly Coverage[], readonly string[]]>([
    ['all read', [], ['1', '2']],
    ['another vault denied', [points('other')], ['1', '2']],
    ['its own list denied', [points('main')], ['1', '2', 'unread']],
    [
      'other vaults not listed: theirs are not its points',
      [line('ListBackupVaults', 'denied', { scope: recovery })],
      ['1', '2'],
    ],
  ])('%s', (_, coverage, expected) => {
    expect(countIn(coverage)).toEqual(expected);
  });
});
