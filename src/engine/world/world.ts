import type { Kind } from '../../catalogue/kinds.ts';
import type { Operation } from '../../catalogue/operations.ts';
import type { PartKind } from '../../catalogue/part-kinds.ts';
import type { Gap } from '../../inventory/gap.ts';
import type { Inventory } from '../../inventory/join-shards.ts';
import type { Scope } from '../../inventory/record.ts';
import type { Candidate } from '../aggregates/accumulator.ts';
import type { Answer } from '../answer.ts';
import type { IamNames, ResourceTypes } from '../evaluation.ts';
import type { Item } from '../item.ts';
import type { Row } from './remembered.ts';

/** One of the things a relation reaches: certainly, or perhaps (`reasons`). */
export type Member = { readonly item: Item; readonly reasons: Answer };

/** Items of a kind by the value of one fact; `loose` are those whose value is not known. */
export type Index = {
  readonly all: readonly Item[];
  readonly byKey: ReadonlyMap<unknown, readonly Item[]>;
  readonly loose: readonly Item[];
};

/** What recovery points that were not held came to, as they passed. */
export type Fed = {
  /** The state of an aggregate over the points of one owner; undefined where none counted. Throws for an aggregate that was not fed. */
  readonly stateOf: (aggregate: object, relation: string, owner: string) => object | undefined;
  /** Those points of the owner that a gap leaves open for the aggregate: they are not in its state. */
  readonly openOf: (aggregate: object, relation: string, owner: string) => readonly Item[];
  /** Gaps that such an aggregate met over the points of one owner. */
  readonly touchedOf: (aggregate: object, relation: string, owner: string) => ReadonlySet<Gap> | undefined;
  /** Whether a point of this ARN would be known by it. */
  readonly isNamed: (arn: unknown) => boolean;
  /** ms since 1970, of the newest of a resource's points; undefined where none passed. */
  readonly newestOf: (resourceArn: string) => number | undefined;
};

/** Undefined where it does not count; `touched` are the gaps that were met on the way. */
export type PlaceholderCandidate = { readonly candidate: Candidate | undefined; readonly touched: readonly Gap[] };

/** All that facts and relations are read from. */
export type World = {
  /** What a fact of an item is worth (fact-of.ts). */
  readonly fact: (item: Item, name: string) => Answer;
  /** Names the thing that is judged now (remembered.ts). */
  readonly focus: (item: Item | undefined) => void;
  /** What is known by now of that thing. */
  readonly row: Row;
  /** What a to-many relation of an item reaches (relation.ts). */
  readonly members: (owner: Item, relation: string) => readonly Member[];
  /** The same without the recovery points that passed. */
  readonly held: (owner: Item, relation: string) => readonly Member[];
  /** What a thing tells of a kind (parts-of.ts). */
  readonly parts: (parent: Item, kind: PartKind) => readonly Item[];
  readonly inventory: Inventory;
  /** Undefined: all recovery points are held as things. */
  readonly fed: Fed | undefined;
  /** ms since 1970. */
  readonly asOf: number;
  readonly asOfText: string;
  readonly resourceTypes: ResourceTypes;
  readonly iamNames: IamNames;
  readonly copyAccounts: ReadonlySet<string> | undefined;
  /** Things of a kind, placeholders not among them, sorted by id. Throws for recovery points that are not held. */
  readonly items: (kind: Kind) => readonly Item[];
  /** Those that can be found by a fact. */
  readonly indexed: (kind: Kind, fact: string) => readonly Item[];
  readonly placeholders: (kind: Kind) => readonly Item[];
  /** Whether the inventory names the scope. */
  readonly isInWorld: (scope: Scope) => boolean;
  /** The gaps of an operation in a scope (and of one resource); equal gaps are one object. */
  readonly gapsOf: (scope: Scope, operation: Operation, resource?: string) => readonly Gap[];
  readonly regionSettings: (scope: Scope) => Item | undefined;
  /** Gaps that an enabled rule felt, by scope; filled while rules are judged. */
  readonly felt: (scope: Scope) => readonly Gap[];
  /** Joins made so far, by kind and fact. */
  readonly indexes: Map<string, Map<string, Index>>;
  /** How aggregates count what stands for unread records: the same for every target that asks. */
  readonly placeholderCandidates: WeakMap<object, Map<Item, PlaceholderCandidate>>;
};
