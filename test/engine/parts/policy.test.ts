import { describe, expect, test } from 'vitest';
import { loadIamNames } from '../../../src/data.ts';
import { actionsOf } from '../../../src/engine/parts/actions.ts';
import { shard, vault, vaultArn } from '../estate.ts';
import { because, itemOf, plain, worldOf } from '../fact-value.ts';

const main = vaultArn('main');
const everything = { Effect: 'Deny', Principal: '*', Action: 'backup:DeleteRecoveryPoint', Resource: '*' };

function statements(policy: unknown) {
  const Policy = typeof policy === 'string' ? policy : JSON.stringify(policy);
  const world = worldOf([shard({ records: [vault('main', { Policy })] })]);
  return world.members(itemOf(world, 'backupVault'), 'policyStatements').map(({ item, reasons }) => ({
    item,
    world,
    because: because(reasons),
    fact: (name: string) => plain(world.fact(item, name)),
    why: (name: string) => because(world.fact(item, name)),
  }));
}

/** A fact of the one statement of a policy that is whole but for what is given. */
function factOf(name: string, members: { readonly [name: string]: unknown }): unknown {
  const [only] = statements({ Version: '2012-10-17', Statement: [{ ...everything, ...members }] });
  return only?.fact(name);
}

describe('everyone', () => {
  const not = { Principal: undefined };
  test.each<[unknown, unknown]>([
    [{ Principal: '*' }, true],
    [{ Principal: { AWS: '*' } }, true],
    [{ Principal: { AWS: ['arn:aws:iam::111122223333:root', '*'] } }, true],
    [{ Principal: { AWS: 'arn:aws:iam::111122223333:root' } }, false],
    [{ Principal: { AWS: ['111122223333', '444455556666'] } }, false],
    [{ Principal: { AWS: [] } }, false],
    [{ Principal: { Service: '*' } }, false],
    [{ Principal: { Service: 'backup.amazonaws.com' } }, false],
    [{ Principal: 'arn:aws:iam::111122223333:root' }, 'unknown'],
    [{ Principal: ['*'] }, 'unknown'],
    [{ Principal: { AWS: 5 } }, 'unknown'],
    [{ Principal: 5 }, 'unknown'],
    [{ Principal: undefined }, 'unknown'],
    [{ ...not, NotPrincipal: '*' }, false],
    [{ ...not, NotPrincipal: { AWS: '*' } }, false],
    [{ ...not, NotPrincipal: { AWS: 'arn:aws:iam::111122223333:root' } }, 'unknown'],
    [{ ...not, NotPrincipal: { AWS: [] } }, 'unknown'],
    [{ Principal: '*', NotPrincipal: { AWS: 'arn:aws:iam::111122223333:root' } }, 'unknown'],
  ])('%j: %s', (members, expected) => {
    expect(factOf('everyone', Object(members))).toBe(expected);
  });
});

describe('everyResource', () => {
  const not = { Resource: undefined };
  test.each<[unknown, unknown]>([
    [{ Resource: '*' }, true],
    [{ Resource: ['arn:aws:ec2:*::snapshot/*', '*'] }, true],
    [{ Resource: '**' }, true],
    [{ Resource: 'arn:*' }, true],
    [{ Resource: 'arn:*:*:*:*:*' }, true],
    [{ Resource: 'arn:aws:*' }, false],
    [{ Resource: 'arn:aws:ec2:*::snapshot/*' }, false],
    [{ Resource: [] }, false],
    [{ Resource: 5 }, 'unknown'],
    [{ Resource: undefined }, 'unknown'],
    [{ ...not, NotResource: '*' }, false],
    [{ ...not, NotResource: ['arn:aws:ec2:*::snapshot/*'] }, 'unknown'],
  ])('%j: %s', (members, expected) => {
    expect(factOf('everyResource', Object(members))).toBe(expected);
  });
});

describe('actions', () => {
  const { actions } = loadIamNames();
  const count = (members: object) => {
    const found = factOf('actions', { ...members });
    return Array.isArray(found) ? found.length : found;
  };
  const not = { Action: undefined };

  test.each<[unknown, unknown]>([
    ['backup:DeleteRecoveryPoint', ['backup:DeleteRecoveryPoint']],
    ['BACKUP:deleterecoverypoint', ['backup:DeleteRecoveryPoint']],
    [
      ['backup:UpdateRecoveryPointLifecycle', 'backup:DeleteRecoveryPoint', 'backup:deleteRecoveryPoint'],
      ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
    ],
    ['backup:Delete*AccessPolicy', ['backup:DeleteBackupVaultAccessPolicy']],
    ['backup:copy?ntoBackupVault', ['backup:CopyIntoBackupVault']],
    ['*:CopyFromBackupVault', ['backup:CopyFromBackupVault']],
    // What AWS has added since, and other services'.
    ['backup:ShredVault', ['backup:ShredVault']],
    [
      ['kms:Decrypt', 'backup:CopyIntoBackupVault'],
      ['backup:CopyIntoBackupVault', 'kms:Decrypt'],
    ],
    ['s3:*', []],
    [[], []],
    [5, 'unknown'],
    [undefined, 'unknown'],
  ])('%j', (Action, expected) => {
    expect(factOf('actions', { Action })).toEqual(expected);
  });

  test('all of them, none, and all others', () => {
    expect([count({ Action: '*' }), count({ Action: 'backup:*' })]).toEqual([actions.length, actions.length]);
    expect(count({ ...not, NotAction: 'backup:*' })).toBe(0);
    expect(count({ ...not, NotAction: ['backup:deleterecoverypoint', 'kms:*'] })).toBe(actions.length - 1);
    expect(factOf('actions', { ...not, NotAction: ['backup:D*', 'backup:C*'] })).not.toContain(
      'backup:DeleteRecoveryPoint',
    );
    expect(factOf('actions', { Action: '*', NotAction: '*' })).toBe('unknown');
  });

  test('what is meant does not hang on the order of the table', () => {
    expect(actionsOf(['b:*'], false, ['b:Z', 'b:A', 'c:A'])).toEqual(['b:A', 'b:Z']);
  });
});

test('Sid and Effect', () => {
  expect([factOf('Effect', {}), factOf('Effect', { Effect: undefined }), factOf('Effect', { Effect: 5 })]).toEqual([
    'Deny',
    'unknown',
    'unknown',
  ]);
  expect([factOf('Sid', {}), factOf('Sid', { Sid: 'one' }), factOf('Sid', { Sid: 5 })]).toEqual([
    undefined,
    'one',
    undefined,
  ]);
});

describe('the statements of a policy', () => {
  const notUnderstood = [`the access policy of ${main} is not understood`];
  const ids = (policy: unknown) => statements(policy).map(({ item }) => item.id);

  test.each<[string, unknown, readonly string[]]>([
    ['a list', { Statement: [everything, everything] }, [`${main}#1`, `${main}#2`]],
    ['one', { Statement: everything }, [`${main}#1`]],
    ['none', { Statement: [] }, []],
    ['nothing said', { Version: '2012-10-17' }, []],
    ['one that is none', { Statement: [everything, 'Deny'] }, [`${main}#1`, `unread policyStatement of ${main}`]],
  ])('%s', (_, policy, expected) => {
    expect(ids(policy)).toEqual(expected);
  });

  test.each(['', '{', 'null', '[]', '5', '"Deny"', '{"Statement": null}'])('%s', (policy) => {
    const found = statements(policy);
    expect(found.map((each) => each.because)).toEqual([notUnderstood]);
    expect(found[0]?.why('actions')).toEqual(notUnderstood);
    expect(found[0]?.why('Sid')).toEqual(notUnderstood);
  });

  test('no policy, as AWS says', () => {
    const world = worldOf([shard({ records: [vault('main')] })]);
    expect(world.members(itemOf(world, 'backupVault'), 'policyStatements')).toEqual([]);
  });
});

describe('the conditions of a statement', () => {
  const conditions = (Condition: unknown) => {
    const [statement] = statements({ Statement: { ...everything, Condition } });
    if (statement === undefined) throw new Error('no statement');
    const { world, item } = statement;
    return world
      .members(item, 'conditions')
      .map((member) => [
        ...['conditionOperator', 'conditionKey', 'conditionValues'].map((name) => plain(world.fact(member.item, name))),
        ...because(member.reasons),
      ]);
  };
  const strange = `the Condition of statement ${main}#1 is not understood`;

  test.each<[string, unknown, unknown]>([
    ['none', undefined, []],
    ['empty', {}, []],
    [
      'one of each operator and key',
      {
        StringEquals: { 'aws:PrincipalOrgID': 'o-1', 'kms:ViaService': ['a', 'b'] },
        Bool: { 'aws:SecureTransport': false },
      },
      [
        ['StringEquals', 'aws:PrincipalOrgID', ['o-1']],
        ['StringEquals', 'kms:ViaService', ['a', 'b']],
        ['Bool', 'aws:SecureTransport', ['false']],
      ],
    ],
    [
      'keys in any case',
      { ArnNotLike: { 'aws:PrincipalARN': 'x', 'AWS:principalorgid': 'y', 'Own:Key': 5 } },
      [
        ['ArnNotLike', 'aws:PrincipalArn', ['x']],
        ['ArnNotLike', 'aws:PrincipalOrgID', ['y']],
        ['ArnNotLike', 'Own:Key', ['5']],
      ],
    ],
    ['a value that is none', { Bool: { 'aws:SecureTransport': {} } }, [['Bool', 'aws:SecureTransport', 'unknown']]],
    ['no keys', { Bool: 'true' }, [['unknown', 'unknown', 'unknown', strange]]],
    ['no operators', 'true', [['unknown', 'unknown', 'unknown', strange]]],
  ])('%s', (_, condition, expected) => {
    expect(conditions(condition)).toEqual(expected);
  });

  test('of a policy that is not understood: unknown too', () => {
    const [hidden] = statements('{');
    expect(hidden?.world.members(hidden.item, 'conditions').map(({ reasons }) => because(reasons))).toEqual([
      [`the access policy of ${main} is not understood`],
    ]);
  });
});
