import type { AwsRecord, Fields } from '../inventory/record.ts';
import { allOf } from './call.ts';
import type { Collector, Filters } from './collector.ts';
import { eachPage, itemsOf, type OnPage, tokenOf } from './pages.ts';
import type { Reading } from './reading.ts';
import { askedFilters, isWithin, type Window, windowSizes, windowsFor } from './windows.ts';

type AskWindow = (token: string | undefined, more?: Filters) => Promise<object>;

/** So many vaults side by side use up what AWS allows in calls a second. */
const busyVaults = 8;

/** AWS says it approximately, which is enough to choose a way by. */
const countOf = ({ NumberOfRecoveryPoints: count }: Fields): number => (typeof count === 'number' ? count : 0);

/** A vault that would still be read when all others are done. */
export function isLarge(
  { record, siblings }: { readonly record: AwsRecord; readonly siblings: readonly AwsRecord[] },
  { ByCreatedAfter, ByCreatedBefore }: Filters,
  { largeCount } = windowSizes,
): boolean {
  const count = countOf(record.fields);
  const all = siblings.reduce((sum, { fields }) => sum + countOf(fields), 0);
  const isFree = ByCreatedAfter === undefined && ByCreatedBefore === undefined;
  return record.kind === 'backupVault' && isFree && count >= largeCount && count > all / busyVaults;
}

/** Reads a list in windows of creation dates side by side; the first page says where to cut. */
export async function readWindows(
  ask: AskWindow,
  collector: Collector,
  vault: Fields,
  { now, windows: sizes }: Pick<Reading, 'now' | 'windows'>,
  onPage: OnPage,
): Promise<void> {
  const first = await ask(undefined);
  const dates = itemsOf(first, collector).flatMap(({ CreationDate: date }) =>
    date instanceof Date ? [date.getTime()] : [],
  );
  const created = typeof vault.CreationDate === 'string' ? Date.parse(vault.CreationDate) : now;
  const windows = windowsFor(dates, countOf(vault), created, now, sizes);
  if (tokenOf(first, collector) === undefined || windows.length < 2) {
    return eachPage(ask, collector, onPage, first);
  }
  await allOf(windows.map((window) => readWindow(window, ask, collector, onPage)));
}

const readWindow = (window: Window, ask: AskWindow, collector: Collector, onPage: OnPage): Promise<void> =>
  eachPage(
    (token) => ask(token, askedFilters(window)),
    collector,
    (page) => onPage(page.filter((item) => isWithin(window, item))),
  );
