import { arnTail } from '../arn.ts';
import { factOfMember, type Match, type MatchMember, membersOf } from '../rules/match.ts';
import { type Answer, absent, joinReasons, known, mapAnswer, type Truth, unknown } from './answer.ts';
import type { Subject } from './evaluation.ts';
import { type Item, whyHidden } from './item.ts';
import { judgeLeaf } from './leaf.ts';
import { matches } from './operators.ts';
import type { World } from './world/world.ts';

export type { Match } from '../rules/match.ts';

/** What a thing says of a member of a match: a text, several that mean the same, or its tags. */
type Told = (member: MatchMember) => Answer;

/** Whether a match holds for a thing, and why that is not known. */
export const matchItem = (match: Match, item: Item, world: World): Truth => judgeMatch(match, toldBy(item, world));

/** Whether a match holds; undefined where it hangs on what is not known of the subject. */
export const matchOf = (match: Match, subject: Subject): boolean | undefined =>
  judgeMatch(match, toldOf(subject)).holds ?? undefined;

/** All members hold. One that does not settles it, whatever is not known of the others. */
function judgeMatch(match: Match, told: Told): Truth {
  const open: Truth[] = [];
  for (const [patterns, ask] of questionsOf(match, told)) {
    const truth = isAny(patterns, ask());
    if (truth.holds === false) return truth;
    if (truth.holds === null) open.push(truth);
  }
  if (open.length === 0) return { holds: true, reasons: [] };
  return { holds: null, reasons: joinReasons(open.map(({ reasons }) => reasons)) };
}

type Question = readonly [patterns: string | readonly string[], ask: () => Answer];

const questionsOf = (match: Match, told: Told): readonly Question[] =>
  membersOf(match).flatMap((member): readonly Question[] => {
    const patterns = match[member];
    if (patterns === undefined) return [];
    if (typeof patterns === 'string' || Array.isArray(patterns)) return [[patterns, () => told(member)]];
    return Object.entries(patterns).map(([key, each]) => [each, () => mapAnswer(told('tags'), tagOf(key))]);
  });

const tagOf =
  (key: string) =>
  (tags: unknown): Answer =>
    known(typeof tags === 'object' && tags !== null && Object.hasOwn(tags, key) ? Reflect.get(tags, key) : undefined);

/** What a thing has none of is matched by no pattern. */
function isAny(patterns: string | readonly string[], answer: Answer): Truth {
  const isMatch = mapAnswer(answer, (value) => {
    const texts = [value].flat().filter((text) => typeof text === 'string');
    return known([patterns].flat().some((pattern) => texts.some((text) => matches(pattern, text))));
  });
  return judgeLeaf('equal', isMatch, known(true));
}

const toldBy =
  (item: Item, world: World): Told =>
  (member) => {
    if (member === 'id') return item.isPlaceholder ? unknown(whyHidden(item)) : known(item.id);
    const fact = factOfMember(item.kind, member);
    if (fact === undefined) return absent;
    const answer = world.fact(item, fact);
    return member === 'vault' ? mapAnswer(answer, vaultTexts) : answer;
  };

/** The ARN and the name of a vault, which ends it. */
const vaultTexts = (arn: unknown): Answer => (typeof arn === 'string' ? known([arn, arnTail(arn)]) : absent);

const toldOf =
  ({ id, vaultArn, vaultName, resourceType, accountId, region, tags }: Subject): Told =>
  (member) => {
    const names = vaultName ?? (vaultArn && arnTail(vaultArn));
    const vault = [vaultArn, names].filter((text) => text !== undefined);
    const told = { id, vault: vault.length === 0 ? undefined : vault, resourceType, accountId, region, tags };
    return told[member] === undefined ? unknown([]) : known(told[member]);
  };
