import type { Answer } from '../answer.ts';
import type { Item } from '../item.ts';
import type { Member } from './world.ts';

type FactOf = (item: Item, name: string) => Answer;

/** Facts that are asked for again and again, worked out once. */
export type Remembered = {
  readonly fact: FactOf;
  /** The thing that is judged now: its facts are remembered until the next one is. */
  readonly focus: (item: Item | undefined) => void;
};

type Known = { answer: Answer; turn: number };

/**
 * Remembers the facts of the thing that is judged, whatever number of rules asks for them, and of vaults, which their
 * points ask. Not by a map that is cleared for each thing: V8 then keeps what was in all its former tables for long.
 */
export function rememberFacts(factOf: FactOf): Remembered {
  let focused: Item | undefined;
  let turn = 0;
  const own = new Map<string, Known>();
  const vaults = new Map<Item, Map<string, Answer>>();
  const ofFocused = (item: Item, name: string): Answer => {
    const known = own.get(name);
    if (known?.turn === turn) return known.answer;
    const answer = factOf(item, name);
    if (known === undefined) own.set(name, { answer, turn });
    else {
      known.answer = answer;
      known.turn = turn;
    }
    return answer;
  };
  const ofVault = (item: Item, name: string): Answer => {
    const answer = vaults.get(item)?.get(name);
    if (answer !== undefined) return answer;
    const facts = vaults.get(item) ?? new Map<string, Answer>();
    const found = factOf(item, name);
    vaults.set(item, facts.set(name, found));
    return found;
  };
  return {
    fact: (item, name) => {
      if (item === focused) return ofFocused(item, name);
      return item.kind === 'backupVault' ? ofVault(item, name) : factOf(item, name);
    },
    focus: (item) => {
      focused = item;
      turn += 1;
    },
  };
}

type MembersOf = (owner: Item, relation: string) => readonly Member[];

/** The records that belong to the thing asked about last, worked out once: each rule about a target asks for them. */
export function rememberMembers(membersOf: MembersOf): MembersOf {
  let last: Item | undefined;
  let known = new Map<string, readonly Member[]>();
  return (owner, relation) => {
    if (owner !== last) known = new Map();
    last = owner;
    const found = known.get(relation) ?? membersOf(owner, relation);
    known.set(relation, found);
    return found;
  };
}
