import { arnTail } from '../arn.ts';
import { factOfMember, type Match, type MatchMember, membersOf } from '../rules/match.ts';
import { type Answer, absent, joinReasons, known, mapAnswer, type Truth, unknown } from './answer.ts';
import { type Item, whyHidden } from './item.ts';
import { judgeLeaf } from './leaf.ts';
import { oneOf, type Patterns } from './match.ts';
import type { World } from './world/world.ts';

/** Whether a match holds for a thing, and why that is not known. One member that does not hold settles it, whatever is not known of the others. */
export function matchItem(match: Match, item: Item, world: World): Truth {
  const open: Truth[] = [];
  for (const [patterns, ask] of questionsOf(match, item, world)) {
    const truth = isOneOf(patterns, ask());
    if (truth.holds === false) return truth;
    if (truth.holds === null) open.push(truth);
  }
  if (open.length === 0) return { holds: true, reasons: [] };
  return { holds: null, reasons: joinReasons(open.map(({ reasons }) => reasons)) };
}

type Question = readonly [patterns: Patterns, ask: () => Answer];

const questionsOf = (match: Match, item: Item, world: World): readonly Question[] =>
  membersOf(match).flatMap((member): readonly Question[] => {
    const patterns = match[member];
    if (patterns === undefined) return [];
    const ask = () => toldOf(item, member, world);
    if (typeof patterns === 'string' || Array.isArray(patterns)) return [[patterns, ask]];
    return Object.entries(patterns).map(([key, each]) => [each, () => mapAnswer(ask(), tagOf(key))]);
  });

const tagOf =
  (key: string) =>
  (tags: unknown): Answer =>
    known(typeof tags === 'object' && tags !== null && Object.hasOwn(tags, key) ? Reflect.get(tags, key) : undefined);

/** What a thing has none of is matched by no pattern. */
function isOneOf(patterns: Patterns, answer: Answer): Truth {
  const holds = mapAnswer(answer, (value) => {
    const texts = [value].flat().filter((text) => typeof text === 'string');
    return known(oneOf(patterns, ...texts));
  });
  return judgeLeaf('equal', holds, known(true));
}

function toldOf(item: Item, member: MatchMember, world: World): Answer {
  if (member === 'id') return item.isPlaceholder ? unknown(whyHidden(item)) : known(item.id);
  const fact = factOfMember(item.kind, member);
  if (fact === undefined) return absent;
  const answer = world.fact(item, fact);
  return member === 'vault' ? mapAnswer(answer, vaultTexts) : answer;
}

/** The ARN and the name of a vault, which ends it. */
const vaultTexts = (arn: unknown): Answer => (typeof arn === 'string' ? known([arn, arnTail(arn)]) : absent);
