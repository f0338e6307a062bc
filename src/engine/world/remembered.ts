import type { Answer } from '../answer.ts';
import type { Item } from '../item.ts';
import type { Member } from './world.ts';

type FactOf = (item: Item, name: string) => Answer;

/** Facts that are asked for again and again, worked out once. */
export type Remembered = {
  readonly fact: FactOf;
  /** The thing that is judged now: its facts are remembered until the next one is. */
  readonly focus: (item: Item | undefined) => void;
  readonly row: Row;
};

/** The facts of the thing that is judged now, each in its column, as far as they were asked for. */
export type Row = { item: Item | undefined; readonly answers: (Answer | undefined)[] };

export const emptyRow = (): Row => ({ item: undefined, answers: [] });

const columns = new Map<string, number>();

/** Where a fact of this name stands in every row: a rule finds that out once. */
export function columnOf(name: string): number {
  const column = columns.get(name) ?? columns.size;
  columns.set(name, column);
  return column;
}

/**
 * Remembers the facts of the thing that is judged, whatever number of rules asks for them, and of vaults, which their
 * points ask. Not by a map that is cleared for each thing: V8 then keeps what was in all its former tables for long.
 */
export function rememberFacts(factOf: FactOf): Remembered {
  const row = emptyRow();
  const vaults = new Map<Item, Map<string, Answer>>();
  const ofFocused = (item: Item, name: string): Answer => {
    const column = columnOf(name);
    const known = row.answers[column];
    if (known !== undefined) return known;
    const answer = factOf(item, name);
    row.answers[column] = answer;
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
      if (item === row.item) return ofFocused(item, name);
      return item.kind === 'backupVault' ? ofVault(item, name) : factOf(item, name);
    },
    focus: (item) => {
      row.item = item;
      row.answers.fill(undefined);
    },
    row,
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
