import { z } from 'zod';
import { Result } from './result.ts';
import { severities } from './severity.ts';

/** What `why --format json` prints, version 1: of each thing that an id names, what every rule makes of it. */
const { evidence, target } = Result.shape.findings.element.shape;
const { scopes, tool, gaps } = Result.shape;
const count = z.number().int().min(0);
const Outcome = z.enum(['pass', 'fail', 'notApplicable', 'unknown']);
const ResultOverride = Result.shape.rules.element.shape.overrides.unwrap().element;
const OutcomeCounts = Result.shape.summary.shape.outcomes;

/** A record as far as it helps to find it. */
const RecordNote = z.strictObject({
  kind: z.string(),
  id: z.string(),
  date: z.unknown().optional(),
  /** The vault of a recovery point. */
  vault: z.string().optional(),
  /** What the leaf that left it out saw. */
  actual: z.unknown().optional(),
  /** What the aggregate took of it, where that is a fact of the record. */
  value: z.unknown().optional(),
  /** Whether it is the one, or one of those, that `newest` found. */
  chosen: z.boolean().optional(),
  /** Why it is not known whether it counts. */
  because: z.array(z.string()).optional(),
});

/** So many, of which the first ten are named. */
const Named = z.strictObject({ count, records: z.array(RecordNote) });

const question = {
  /** JSON Pointer into the rule. */
  at: z.string(),
  /** The left side, for people. */
  asked: z.string(),
  operator: z.string(),
  expected: z.unknown().optional(),
  /** Where the right side comes from, where it is no literal: a parameter, or another fact. */
  against: z.string().optional(),
  actual: z.unknown().optional(),
  /** Of a number that is not known, as far as it is known. */
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
};

/** Records of a relation that one leaf of `where` left out; it is the first that did. */
const LeftOut = Named.extend({ ...question, holds: z.boolean().nullable() });

/** Lists of one operation that were not read, for one reason, of which the first ten are named. */
const Unread = z.strictObject({
  operation: z.string(),
  status: z.string(),
  /** False: for all that is known of them, nothing in them would count. */
  couldCount: z.boolean(),
  count,
  /** Each gap, and in words what to do about it. */
  lists: z.array(gaps.element.pick({ accountId: true, region: true, resource: true }).extend({ why: z.string() })),
});

/** The records that an aggregate went over. */
const Records = z.strictObject({
  at: z.string(),
  function: z.string(),
  of: z.string(),
  seen: count,
  counted: Named,
  leftOut: z.array(LeftOut),
  undecided: Named,
  unread: z.array(Unread),
});

const judged = { holds: z.boolean().nullable(), decisive: z.boolean() };
const Leaf = z.strictObject({
  ...evidence.element.shape,
  ...question,
  ...judged,
  /** Records that the left side led to. */
  related: z.array(z.string()),
  /** Why it is unknown. */
  because: z.array(z.string()),
  records: z.array(Records),
});

const GroupHead = z.strictObject({ at: z.string(), join: z.enum(['all', 'any', 'not']), ...judged });
export type WhyGroup = z.infer<typeof GroupHead> & { readonly conditions: WhyNode[] };
export type WhyNode = WhyLeaf | WhyGroup;
const Node: z.ZodType<WhyNode> = z.lazy(() => z.union([Leaf, GroupHead.extend({ conditions: z.array(Node) })]));

const RuleWhy = z.strictObject({
  ruleId: z.string(),
  ruleName: z.string(),
  title: z.string(),
  severity: z.enum(severities),
  outcome: Outcome,
  /** Those that it was judged by. */
  parameters: z.record(z.string(), z.unknown()),
  /** The overrides of the config that match it, or of which that is not known; in their order. */
  overrides: z.array(ResultOverride.extend({ holds: z.boolean().nullable(), because: z.array(z.string()) })).optional(),
  /** That of the finding, for a fail and an unknown. */
  message: z.string().optional(),
  /** Why it is unknown, whole. */
  because: z.array(z.string()),
  gaps,
  remediation: z.string(),
  /** The named facts of the rule. */
  facts: z.array(
    z.strictObject({ name: z.string(), asked: z.string(), actual: z.unknown().optional(), records: z.array(Records) }),
  ),
  when: Node.optional(),
  require: Node,
});

const RuleName = z.strictObject({ ruleId: z.string(), ruleName: z.string(), title: z.string() });

/** What one rule makes of the things that a relation reaches; of those that fail or are unknown the first are named. */
const RelatedOutcomes = z.strictObject({
  relation: z.string(),
  kind: z.string(),
  ruleId: z.string(),
  ruleName: z.string(),
  outcomes: OutcomeCounts,
  askNext: z.array(z.string()),
});

/** A selection of a backup or restore testing plan that may cover the thing, and the clauses of it that decided. */
const Selection = z.strictObject({
  relation: z.string(),
  id: z.string(),
  name: z.string(),
  plan: z.string().optional(),
  holds: z.boolean().nullable(),
  by: z.array(z.strictObject({ clause: z.string(), text: z.string(), holds: z.boolean().nullable() })),
  because: z.array(z.string()),
});

const Thing = z.strictObject({
  target,
  outcomes: OutcomeCounts,
  rules: z.array(RuleWhy),
  /** Rules that would judge it, and are not in force. */
  notInForce: z.array(RuleName),
  related: z.array(RelatedOutcomes),
  /** Of a resource: which selections cover it, and why each other does not. */
  selections: z.array(Selection).optional(),
});

export const WhyResult = z.strictObject({
  schemaVersion: z.literal(1),
  tool,
  asOf: z.string(),
  scopes,
  /** More than one where AWS uses an id twice: a point is in its own vault and in the restore access vault that mirrors it. */
  things: z.array(Thing),
});

export type WhyResult = z.infer<typeof WhyResult>;
export type WhyThing = z.infer<typeof Thing>;
export type WhyRule = z.infer<typeof RuleWhy>;
export type WhyLeaf = z.infer<typeof Leaf>;
export type WhyRecords = z.infer<typeof Records>;
export type WhyUnread = WhyRecords['unread'][number];
export type WhyRecord = z.infer<typeof RecordNote>;
export type WhyLeftOut = z.infer<typeof LeftOut>;
export type WhyFact = WhyRule['facts'][number];
export type WhySelection = z.infer<typeof Selection>;
export type WhyRelated = z.infer<typeof RelatedOutcomes>;
