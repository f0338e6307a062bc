import { arnTail } from '../../arn.ts';
import type { Gap } from '../../inventory/gap.ts';
import type { AwsRecord, Fields } from '../../inventory/record.ts';
import { compareScopes, compareText, scopeId, scopeOfArn } from '../../inventory/scope.ts';
import { known } from '../answer.ts';
import type { Item } from '../item.ts';

type Found = { readonly records: AwsRecord[]; readonly points: ResourceNames[] };

/** What a point tells of its resource, or several of them together: of each the lowest. */
export type ResourceNames = { readonly type: string | undefined; readonly name: string | undefined };

/**
 * One item per ResourceArn in all scopes: what AWS lists as protected, and what a recovery point names. Restore tests
 * leave resources of their own behind (trap I13): those are no one's data.
 */
export function resourceItems(
  records: readonly AwsRecord[],
  points: ReadonlyMap<string, ResourceNames>,
  testArtefacts: ReadonlySet<unknown>,
  listingGaps: readonly Gap[],
): readonly Item[] {
  const byArn = new Map<string, Found>();
  for (const record of records) foundAt(byArn, record.fields)?.records.push(record);
  for (const [ResourceArn, names] of points) foundAt(byArn, { ResourceArn })?.points.push(names);
  return [...byArn]
    .filter(([arn]) => !testArtefacts.has(arn))
    .map(([arn, found]) => resourceItem(arn, found, listingGaps))
    .filter((item) => !hasArtefactName(item));
}

function foundAt(byArn: Map<string, Found>, { ResourceArn: arn }: Fields): Found | undefined {
  if (typeof arn !== 'string') return undefined;
  const found = byArn.get(arn) ?? { records: [], points: [] };
  byArn.set(arn, found);
  return found;
}

/** The record of its own scope counts, else the lowest; what AWS listed elsewhere alone may lack something. */
function resourceItem(arn: string, { records, points }: Found, listingGaps: readonly Gap[]): Item {
  const own = scopeOfArn(arn);
  const ranked = [...records].sort((a, b) => ownFirst(own && scopeId(own), a, b) || compareScopes(a, b));
  const [record] = ranked;
  const isOwn = record !== undefined && own !== undefined && scopeId(record) === scopeId(own);
  return {
    kind: 'protectedResource',
    id: arn,
    scope: record === undefined ? undefined : { accountId: record.accountId, region: record.region },
    fields: { ...fromPoints(points), ...record?.fields, ResourceArn: arn },
    unread: isOwn ? [] : listingGaps,
    isPlaceholder: false,
    given: { lastBackupTime: known(latest(records.map(({ fields }) => fields.LastBackupTime))) },
  };
}

const ownFirst = (own: string | undefined, a: AwsRecord, b: AwsRecord): number =>
  Number(scopeId(b) === own) - Number(scopeId(a) === own);

/** Its type and name as the points tell them, where AWS does not list it. */
function fromPoints([names]: readonly ResourceNames[]): Fields {
  const fields = { ResourceType: names?.type, ResourceName: names?.name };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Adds what a point tells of its resource. */
export function nameResource(resources: Map<string, ResourceNames>, { fields }: Item): void {
  const { ResourceArn: arn } = fields;
  if (typeof arn === 'string') resources.set(arn, namesWith(resources.get(arn), fields));
}

export const namesWith = (seen: ResourceNames | undefined, { ResourceType, ResourceName }: Fields): ResourceNames => ({
  type: lower(seen?.type, ResourceType),
  name: lower(seen?.name, ResourceName),
});

const lower = (a: string | undefined, b: unknown): string | undefined =>
  typeof b === 'string' && (a === undefined || compareText(b, a) < 0) ? b : a;

/** ISO dates of one form, so text order is time order. */
const latest = (dates: readonly unknown[]): unknown =>
  dates.reduce(
    (last, date) => (typeof date === 'string' && (typeof last !== 'string' || date > last) ? date : last),
    undefined,
  );

export const artefactName = 'awsbackup-restore-test';

export const hasArtefactName = ({ id, fields }: Item): boolean =>
  arnTail(id).startsWith(artefactName) || String(fields.ResourceName ?? '').startsWith(artefactName);

/** What restore tests created: copies of somebody's data, never a source. */
export const createdByTests = (jobs: readonly AwsRecord[]): ReadonlySet<unknown> =>
  new Set(jobs.filter(({ fields }) => isTest(fields)).map(({ fields }) => fields.CreatedResourceArn));

function isTest({ CreatedBy: createdBy }: Fields): boolean {
  return typeof createdBy === 'object' && createdBy !== null && Object.hasOwn(createdBy, 'RestoreTestingPlanArn');
}
