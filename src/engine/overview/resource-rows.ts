import type { OverviewCell } from '../../overview.ts';
import type { Condition } from '../../rules/rule.ts';
import { type Answer, absent } from '../answer.ts';
import { judge } from '../compiler.ts';
import type { Context } from '../context.ts';
import type { Item } from '../item.ts';
import { ruleContexts } from '../rule-context.ts';
import type { World } from '../world/world.ts';
import { askedOfResources, type Targets } from './asked.ts';
import { knownValue } from './known-value.ts';

export type Column = 'backedUp' | 'crossRegion' | 'crossAccount' | 'airGapped' | 'locked';

/** What the overview tells of one resource. */
export type ResourceRow = {
  readonly item: Item;
  /** Null: not known. */
  readonly holds: { readonly [column in Column]: boolean | null };
  readonly age: keyof OverviewCell['age'];
  /** Of the newest usable point; null: there is none. Undefined where it is not known. */
  readonly ageHours: number | null | undefined;
  /** The most that it can be where its band is not known; null: there may be no point. Undefined where the band is known. */
  readonly seenHours: number | null | undefined;
  readonly restoreTested: keyof OverviewCell['restoreTested'];
  /** The newest one that was validated; undefined where it is not known, or the type cannot be tested. */
  readonly lastTest: { readonly date: string | null; readonly minutes: number | null } | undefined;
};

/** Both worlds are of one inventory; `read` leaves out what AWS itself has forgotten. */
export type Worlds = { readonly world: World; readonly read: World };

const exists = (fact: string, value: boolean): Condition => ({ fact, operator: 'exists', value });
const some = (fact: string): Condition => ({ fact, operator: 'greaterThanInclusive', value: 1 });

const columns: { readonly [column in Column]: Condition } = {
  backedUp: exists('newestPoint', true),
  crossRegion: some('crossRegionPoints'),
  crossAccount: some('crossAccountPoints'),
  airGapped: some('airGappedPoints'),
  locked: some('lockedPoints'),
};

/** A continuous backup that runs is current whatever its date (BKP002). */
const isContinuous = some('continuousPoints');

const upTo = (times: number): Condition => ({
  fact: 'ageHours',
  operator: 'lessThanInclusive',
  value: { fact: 'times', params: { of: [times, { fact: 'parameters', path: '$.ageHours' }] } },
});

type Bands<Band> = readonly (readonly [Band, Condition])[];

const ages: Bands<ResourceRow['age']> = [
  ['none', exists('newestPoint', false)],
  ['onTime', { any: [isContinuous, upTo(1)] }],
  ['late', upTo(2)],
  ['veryLate', upTo(4)],
];

const tests: Bands<ResourceRow['restoreTested']> = [['never', exists('lastTest', false)]];

const cannotBeTested: Condition = { fact: 'supports', path: '$.restoreTesting', operator: 'equal', value: false };

/** The first band whose condition holds; unknown where that hangs on one that may. */
function firstOf<Band>(bands: Bands<Band>, otherwise: Band, context: Context): Band | 'unknown' {
  for (const [band, condition] of bands) {
    const { holds } = judge(condition, context);
    if (holds !== false) return holds === null ? 'unknown' : band;
  }
  return otherwise;
}

export function resourceRows(targets: Targets, { world, read }: Worlds): readonly ResourceRow[] {
  const contextOf = ruleContexts(askedOfResources(targets), read);
  const contextOfAll = ruleContexts(askedOfResources(targets), world);
  return world
    .items('protectedResource')
    .filter(isJudged)
    .map((item) => {
      const context = contextOf(item);
      const age = firstOf(ages, 'lost', context);
      const restoreTested = testedOf(context, contextOfAll(item));
      return {
        item,
        holds: holdsOf(context),
        age,
        ageHours: hoursOf(age, context),
        seenHours: age === 'unknown' ? mostOf(context.named?.ageHours?.() ?? absent) : undefined,
        restoreTested,
        lastTest: lastTestOf(restoreTested, context),
      };
    });
}

/** What is in a stack is judged, and its own points cannot be restored as one. */
const isJudged = ({ fields }: Item): boolean => fields.ResourceType !== 'CloudFormation';

const holdsOf = (context: Context): ResourceRow['holds'] => ({
  backedUp: judge(columns.backedUp, context).holds,
  crossRegion: judge(columns.crossRegion, context).holds,
  crossAccount: judge(columns.crossAccount, context).holds,
  airGapped: judge(columns.airGapped, context).holds,
  locked: judge(columns.locked, context).holds,
});

function hoursOf(age: ResourceRow['age'], context: Context): ResourceRow['ageHours'] {
  if (age === 'none') return null;
  const { holds } = judge(isContinuous, context);
  if (holds === true) return 0;
  const hours = holds === false ? knownValue(context, 'ageHours') : undefined;
  return typeof hours === 'number' ? hours : undefined;
}

/** Null where the answer may be that there is none. */
function mostOf(answer: Answer): number | null {
  if (answer.is === 'range') return Number.isFinite(answer.high) ? answer.high : null;
  if (answer.is === 'known') return typeof answer.value === 'number' ? answer.value : null;
  const each = answer.is === 'oneOf' ? answer.answers.map(mostOf) : [null];
  return each.reduce((most, hours) => (most === null || hours === null ? null : Math.max(most, hours)));
}

/** Whether it was tested recently hangs on what AWS has forgotten, where more days are allowed than it remembers. */
function testedOf(read: Context, all: Context): ResourceRow['restoreTested'] {
  const { holds: isRecent } = judge(some('recentTests'), all);
  if (isRecent !== false) return isRecent === null ? 'unknown' : 'recently';
  return firstOf(tests, 'earlier', read);
}

function lastTestOf(tested: ResourceRow['restoreTested'], context: Context): ResourceRow['lastTest'] {
  if (tested === 'never') {
    return judge(cannotBeTested, context).holds === true ? undefined : { date: null, minutes: null };
  }
  const [date, minutes] = [knownValue(context, 'lastTestDate'), knownValue(context, 'lastTestMinutes')];
  if (tested === 'unknown' || typeof date !== 'string') return undefined;
  return { date, minutes: typeof minutes === 'number' ? minutes : null };
}
