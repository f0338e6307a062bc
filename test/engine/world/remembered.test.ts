import { describe, expect, test } from 'vitest';
import { known } from '../../../src/engine/answer.ts';
import type { Item } from '../../../src/engine/item.ts';
import { rememberFacts, rememberMembers } from '../../../src/engine/world/remembered.ts';
import type { Member } from '../../../src/engine/world/world.ts';

const item = (kind: Item['kind'], id: string): Item => ({
  ...{ kind, id, scope: undefined, fields: {}, unread: [], isPlaceholder: false },
});
const [resource, other] = [item('protectedResource', 'a'), item('protectedResource', 'b')];

function facts() {
  const asked: string[] = [];
  const remembered = rememberFacts((of, name) => {
    asked.push(`${of.id}.${name}`);
    return known(`${of.id}.${name}`);
  });
  return { asked, ...remembered };
}

describe('a fact is worked out once', () => {
  test('of what is judged, until the next one is', () => {
    const { asked, fact, focus } = facts();
    focus(resource);
    expect([fact(resource, 'ageDays'), fact(resource, 'ageDays')]).toEqual([known('a.ageDays'), known('a.ageDays')]);
    focus(other);
    expect(fact(other, 'ageDays')).toEqual(known('b.ageDays'));
    expect(asked).toEqual(['a.ageDays', 'b.ageDays']);
  });

  test('of a vault, whatever is judged', () => {
    const { asked, fact, focus } = facts();
    const vault = item('backupVault', 'v');
    for (const each of [resource, other]) {
      focus(each);
      expect(fact(vault, 'Locked')).toEqual(known('v.Locked'));
    }
    expect(asked).toEqual(['v.Locked']);
  });

  test('of nothing else: it would grow with the records', () => {
    const { asked, fact, focus } = facts();
    focus(resource);
    fact(other, 'ageDays');
    fact(other, 'ageDays');
    expect(asked).toEqual(['b.ageDays', 'b.ageDays']);
  });
});

test('members are worked out once for each relation of the thing asked about last', () => {
  const asked: string[] = [];
  const none: readonly Member[] = [];
  const members = rememberMembers((owner, relation) => {
    asked.push(`${owner.id}.${relation}`);
    return none;
  });
  for (const owner of [resource, resource, other, resource]) {
    members(owner, 'backups');
    members(owner, 'restoreJobs');
  }
  expect(asked).toEqual(['a.backups', 'a.restoreJobs', 'b.backups', 'b.restoreJobs', 'a.backups', 'a.restoreJobs']);
});
