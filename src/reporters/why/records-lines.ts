import type { WhyLeftOut, WhyRecords, WhyUnread } from '../../why-result.ts';
import { type Page, plural } from '../pretty/page.ts';
import type { Tone } from '../pretty/style.ts';
import { wrap } from '../pretty/wrap.ts';
import { askedText, leafText, marks, words } from './leaf-text.ts';
import { recordRows } from './record-rows.ts';

/** Of a pass the records that counted are enough; of all else each group is of interest. */
export type Detail = 'brief' | 'whole';

export type Shown = {
  readonly records: WhyRecords;
  /** The named fact that they are of. */
  readonly name: string | undefined;
  /** Whether the outcome hangs on what was not read. */
  readonly isOpen: boolean;
  readonly detail: Detail;
};

const shown = { counted: 5, leftOut: 3, undecided: 10 };

/** The records that an aggregate went over: what counted, what did not and why not, what nobody read. */
export function recordsLines({ records, name, isOpen, detail }: Shown, page: Page): string[] {
  const { seen, counted, leftOut, undecided } = records;
  return [
    '',
    ...wrap(headText(records, name), page.measure, '  '),
    ...(counted.count === 0
      ? []
      : [...line(`${marks.yes} ${counts(counted.count)}`, 'green', page), ...rows(counted, shown.counted, page)]),
    ...(detail === 'brief' && counted.count > 0
      ? restLine(seen - counted.count - undecided.count, page)
      : leftOut.flatMap((group) => leftOutLines(group, page))),
    ...undecidedLines(records, page),
    ...unreadLines(records, isOpen, page),
  ];
}

function headText({ of, seen, counted, undecided }: WhyRecords, name: string | undefined): string {
  const subject = name ?? words(of);
  if (seen === 0) return `${subject}: none seen`;
  const open = undecided.count === 0 ? '' : `, ${undecided.count} may count`;
  return `${subject}: ${seen} seen, ${counted.count === 0 ? 'none counts' : counts(counted.count)}${open}`;
}

const counts = (count: number): string => `${count} ${count === 1 ? 'counts' : 'count'}`;
const doNot = (count: number): string => `${count} ${count === 1 ? 'does' : 'do'} not count`;

const line = (text: string, tone: Tone, page: Page): string[] =>
  wrap(text, page.measure, '    ', '      ').map((each) => page.paint(each, tone));

const rows = ({ records, count }: WhyRecords['counted'], limit: number, page: Page): string[] =>
  recordRows({ records, count, limit }, page);

const restLine = (count: number, page: Page): string[] =>
  count === 0 ? [] : line(`${marks.no} ${doNot(count)}`, 'dim', page);

/** Where all show the same value it stands in the line above them. */
function leftOutLines(group: WhyLeftOut, page: Page): string[] {
  const { count, records, holds } = group;
  const isOne = records.every(({ actual }) => actual === undefined) || 'actual' in group;
  const reason = isOne ? leafText(group) : askedText(group);
  const under = holds === true ? ', which it must not be' : '';
  return [
    ...line(`${marks.no} ${doNot(count)}: ${reason}${under}`, 'red', page),
    ...recordRows({ records, count, limit: shown.leftOut, ownValue: !isOne }, page),
  ];
}

function undecidedLines({ undecided }: WhyRecords, page: Page): string[] {
  if (undecided.count === 0) return [];
  const reasons = [...new Set(undecided.records.flatMap(({ because = [] }) => because))];
  return [
    ...line(`${marks.open} ${undecided.count} may count: nobody knows`, 'yellow', page),
    ...rows(undecided, shown.undecided, page),
    ...reasons.flatMap((reason) => wrap(reason, page.measure, '      ', '        ')),
  ];
}

/** Of what is open the reasons stand above; else the operations are enough. */
function unreadLines({ unread }: WhyRecords, isOpen: boolean, page: Page): string[] {
  const could = isOpen ? [] : unread.filter(({ couldCount }) => couldCount);
  const idle = unread.filter(({ couldCount }) => !couldCount);
  return [
    ...(could.length > 0
      ? line(`Not read: ${placesText(could)}; whatever they hold, the outcome stays`, 'dim', page)
      : []),
    ...(idle.length > 0 ? line(`Not read, but nothing in them could count: ${placesText(idle)}`, 'dim', page) : []),
  ];
}

const placesText = (unread: readonly WhyUnread[]): string =>
  unread
    .map(({ operation, status, count }) => `${plural(count, 'list')} of ${operation} (${reasonOf(status)})`)
    .join(', ');

const reasonOf = (status: string): string => (status === 'horizon' ? 'older than AWS keeps' : words(status));
