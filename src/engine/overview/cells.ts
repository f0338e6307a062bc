import { compareText } from '../../inventory/scope.ts';
import type { Overview, OverviewCell } from '../../overview.ts';
import type { World } from '../world/world.ts';
import { knownText } from './known-value.ts';
import type { Column, ResourceRow } from './resource-rows.ts';

/** Resources by account and type, counted. */
export function cellsOf(rows: readonly ResourceRow[], world: World): Overview['cells'] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const [accountId, resourceType] = [placeOf(row, 'accountId', world), placeOf(row, 'ResourceType', world)];
    const key = `${accountId}\n${resourceType}`;
    const group = groups.get(key) ?? { accountId, resourceType, rows: [] };
    groups.set(key, group);
    group.rows.push(row);
  }
  return [...groups.values()].map(cellOf).sort(byPlace);
}

type Group = { readonly accountId: string; readonly resourceType: string; readonly rows: ResourceRow[] };

/** Where an unread list would tell, no other list stands in for it. */
const placeOf = ({ item }: ResourceRow, fact: string, world: World): string =>
  knownText(item, fact, world) ?? 'unknown';

const byPlace = (a: OverviewCell, b: OverviewCell): number =>
  compareText(a.accountId, b.accountId) || compareText(a.resourceType, b.resourceType);

function cellOf({ accountId, resourceType, rows }: Group): OverviewCell {
  const tri = (column: Column): OverviewCell['backedUp'] => {
    const of = (holds: boolean | null): number => rows.filter((row) => row.holds[column] === holds).length;
    return { yes: of(true), no: of(false), unknown: of(null) };
  };
  const aged = (age: ResourceRow['age']): number => rows.filter((row) => row.age === age).length;
  const tested = (when: ResourceRow['restoreTested']): number =>
    rows.filter(({ restoreTested }) => restoreTested === when).length;
  return {
    accountId,
    resourceType,
    resources: rows.length,
    backedUp: tri('backedUp'),
    age: {
      onTime: aged('onTime'),
      late: aged('late'),
      veryLate: aged('veryLate'),
      lost: aged('lost'),
      none: aged('none'),
      unknown: aged('unknown'),
    },
    crossRegion: tri('crossRegion'),
    crossAccount: tri('crossAccount'),
    airGapped: tri('airGapped'),
    locked: tri('locked'),
    restoreTested: {
      recently: tested('recently'),
      earlier: tested('earlier'),
      never: tested('never'),
      unknown: tested('unknown'),
    },
  };
}
