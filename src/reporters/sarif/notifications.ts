import type { Invocation, Notification, ReportingDescriptor } from 'sarif';
import type { ResultGap, ResultWaiver } from '../../result.ts';
import type { Place } from '../../rules/rule.ts';
import { groupBy } from '../group-by.ts';
import type { Report } from '../reporter.ts';
import { waiverNotes } from '../waiver-text.ts';
import { cutResults, type Listing } from './listing.ts';
import { placeLocation } from './location.ts';
import type { Detail } from './results.ts';
import { sarifText, sentence } from './sarif-text.ts';

type Descriptor = readonly [id: string, name: string, what: string, fix: string, messages: readonly string[]];

const descriptors: readonly Descriptor[] = [
  [
    'READ0001',
    'AnswerNotRead',
    'Something that the rules need was not read, so results may be missing.',
    'Grant or collect what the message names, then scan again.',
    ["'{0}' was not read in '{1}' places ('{2}'), first in '{3}'.", "'{0}' was not read in '{1}': '{2}'."],
  ],
  [
    'EMIT0001',
    'ResultsTruncated',
    'Results were left out of this file, the least severe ones.',
    'Read the evidence or json format, which have all findings.',
    ["'{0}' of '{1}' results were left out."],
  ],
  [
    'EMIT0002',
    'DetailsLeftOut',
    'Details of results were left out of this file, which would have been too large with them.',
    'Read the evidence format, which has them.',
    ["To keep the file small, '{0}' were left out."],
  ],
  [
    'WAIV0001',
    'WaiverWarning',
    'A waiver accepts more or less than it may seem to.',
    'Mend the waiver, or take it out.',
    ["'{0}'."],
  ],
];

export const notificationDescriptors: ReportingDescriptor[] = descriptors.map(([id, name, what, fix, messages]) => ({
  id,
  name,
  shortDescription: { text: what },
  fullDescription: { text: what },
  help: { text: fix },
  helpUri: 'https://github.com/backuplint/backuplint',
  messageStrings: Object.fromEntries(messages.map((text, at) => [messageId(at), { text }])),
  defaultConfiguration: { level: 'warning' },
}));

function messageId(at: number): string {
  return at === 0 ? 'default' : `message${at + 1}`;
}

/** A notification by a descriptor's id and one of its messages: what varies stands in the text as in the template. */
function notification(id: string, values: readonly string[], message = 0): Notification {
  const index = descriptors.findIndex(([each]) => each === id);
  const texts = values.map(sarifText);
  const template = descriptors[index]?.[4][message] ?? '';
  const text = template.replace(/\{(\d)\}/g, (_, at) => texts[Number(at)] ?? '');
  return { descriptor: { id, index }, level: 'warning', message: { text, id: messageId(message), arguments: texts } };
}

/** Warnings, not errors: by the standard an error would say that the run failed and its results are not to be trusted. */
export function groupedGaps(gaps: readonly ResultGap[]): Notification[] {
  const grouped = groupBy(gaps, ({ operation, status }) => `${operation}\n${status}`);
  return [...grouped.values()].flatMap((same) =>
    same
      .slice(0, 1)
      .map(({ operation, status, accountId, region }) =>
        notification('READ0001', [operation, String(same.length), status, `${accountId}/${region}`]),
      ),
  );
}

/** Each gap, with the error that AWS gave. */
export const eachGap = (gaps: readonly ResultGap[], level: 'error' | 'warning'): Notification[] =>
  gaps.map((gap) => {
    const what = gap.resource === undefined ? gap.operation : `${gap.operation} of ${gap.resource}`;
    return { ...notification('READ0001', [what, `${gap.accountId}/${gap.region}`, gapReason(gap)], 1), level };
  });

export const gapReason = ({ status, error }: ResultGap): string =>
  error === undefined ? status : `${status} (${error.name}: ${error.message})`;

export function leftOut(listing: Listing, { samples, context }: Detail): Notification[] {
  const left = cutResults(listing);
  const details = [...(samples ? [] : ['samples']), ...(context ? [] : ['the lines around a place'])].join(' and ');
  return [
    ...(left === 0 ? [] : [notification('EMIT0001', [String(left), String(listing.listed + left)])]),
    ...(details === '' ? [] : [notification('EMIT0002', [details])]),
  ];
}

/** What is odd about waivers, at the waiver where its file is in the repository. */
export function waiverNotifications(
  { result: { waivers }, waiverPlaces }: Report,
  root: string,
): Pick<Invocation, 'toolConfigurationNotifications'> {
  if (waivers === undefined) return {};
  const notes = waivers.flatMap((waiver, at) => notesOf(waiver, waiverPlaces[at], root));
  return { toolConfigurationNotifications: notes };
}

function notesOf(waiver: ResultWaiver, place: Place | undefined, root: string): Notification[] {
  const physicalLocation = place && placeLocation(place, root);
  const locations = physicalLocation === undefined ? {} : { locations: [{ physicalLocation }] };
  return waiverNotes(waiver).map((note) => {
    const plain = note.replace(/\.$/, '');
    const { message, ...rest } = notification('WAIV0001', [plain]);
    const text = sentence(sarifText(plain));
    return { ...rest, message: { ...message, text }, ...locations, properties: { 'backuplint/state': waiver.state } };
  });
}
