import type { Notification, ReportingDescriptor } from 'sarif';
import type { ResultGap } from '../../result.ts';
import { groupBy } from '../group-by.ts';
import type { Listing } from './finding-groups.ts';
import { sarifText } from './sarif-text.ts';

const descriptor = (id: string, name: string, what: string, fix: string, message: string): ReportingDescriptor => ({
  id,
  name,
  shortDescription: { text: what },
  fullDescription: { text: what },
  help: { text: fix },
  helpUri: 'https://github.com/backuplint/backuplint',
  messageStrings: { default: { text: message } },
  defaultConfiguration: { level: 'warning' },
});

const notRead = { id: 'READ0001', index: 0 };
const truncated = { id: 'EMIT0001', index: 1 };

export const notificationDescriptors: ReportingDescriptor[] = [
  descriptor(
    notRead.id,
    'AnswerNotRead',
    'Something that the rules need was not read, so results may be missing.',
    'Grant or collect what the message names, then scan again.',
    "'{0}' was not read in '{1}' places ('{2}'), first in '{3}'.",
  ),
  descriptor(
    truncated.id,
    'ResultsTruncated',
    'Results were left out of this file, the least severe ones.',
    'Read the json format, which has all findings.',
    "'{0}' of '{1}' results were left out.",
  ),
];

/** Warnings, not errors: by the standard an error would say that the run failed and its results are not to be trusted. */
export function notificationsOf(gaps: readonly ResultGap[], { listed, cut }: Listing): Notification[] {
  const left = [...cut.values()].reduce((sum, groups) => sum + groups.length, 0);
  const all = listed.length + left;
  const grouped = groupBy(gaps, ({ operation, status }) => `${operation}\n${status}`);
  return [...[...grouped.values()].flatMap(gapNotification), ...(left === 0 ? [] : [truncation(left, all)])];
}

function gapNotification(gaps: readonly ResultGap[]): Notification[] {
  return gaps.slice(0, 1).map(({ operation, status, accountId, region }) => {
    const values = [operation, String(gaps.length), status, `${accountId}/${region}`].map(sarifText);
    const [what, places, why, where] = values;
    const text = `'${what}' was not read in '${places}' places ('${why}'), first in '${where}'.`;
    return { descriptor: notRead, level: 'warning', message: { text, id: 'default', arguments: values } };
  });
}

function truncation(left: number, all: number): Notification {
  const text = `'${left}' of '${all}' results were left out.`;
  const message = { text, id: 'default', arguments: [String(left), String(all)] };
  return { descriptor: truncated, level: 'warning', message };
}
