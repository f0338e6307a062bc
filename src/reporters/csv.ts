import { placesOf } from '../place.ts';
import type { Finding, Result, ResultWaiver } from '../result.ts';
import { plainText } from './plain-text.ts';
import type { Reporter } from './reporter.ts';
import { waiverNotes } from './waiver-text.ts';

type Row = Partial<Omit<Finding, 'waiver'>> & { readonly waiver?: Waiver | null };
type Waiver = Pick<ResultWaiver, 'owner' | 'expires' | 'reason' | 'ticket' | 'state'>;
const columns: readonly (readonly [name: string, cellOf: (row: Row) => string | undefined])[] = [
  ['ruleId', ({ ruleId }) => ruleId],
  ['ruleName', ({ ruleName }) => ruleName],
  ['severity', ({ severity }) => severity],
  ['outcome', ({ outcome }) => outcome],
  ['waiverState', ({ waiver }) => waiver?.state],
  ['waiverOwner', ({ waiver }) => waiver?.owner],
  ['waiverExpires', ({ waiver }) => waiver?.expires],
  ['waiverReason', ({ waiver }) => waiver?.reason],
  ['waiverTicket', ({ waiver }) => waiver?.ticket],
  ['baseline', ({ baseline }) => baseline?.state],
  ['targetKind', ({ target }) => target?.kind],
  ['targetId', ({ target }) => target?.id],
  ['targetName', ({ target }) => target?.name],
  ['resourceType', ({ target }) => target?.resourceType],
  ['accountId', ({ target }) => target?.accountId],
  ['region', ({ target }) => target?.region],
  ['scope', ({ target }) => target && scopeOf(target)],
  ['message', ({ message }) => message],
  ['fingerprint', ({ fingerprint }) => fingerprint],
];

/** For spreadsheets: a row a finding, waived or not, and one for each waiver that accepts none. Lines end as RFC 4180 says, since strict readers take no other end. */
export const csv: Reporter = function* ({ result }) {
  yield row(columns.map(([name]) => name));
  for (const each of rowsOf(result)) yield row(columns.map(([, cellOf]) => cellOf(each) ?? ''));
};

function* rowsOf({ findings, waivers = [] }: Result): Iterable<Row> {
  for (const { waiver, ...finding } of findings) {
    yield { ...finding, waiver: waiver && { ...waiver, state: waivers[waiver.at]?.state ?? 'used' } };
  }
  for (const waiver of waivers) {
    const { state, rule, fingerprint, warnings } = waiver;
    const named = {
      ...(rule === undefined ? {} : { ruleId: rule }),
      ...(fingerprint === undefined ? {} : { fingerprint }),
    };
    const isDue = warnings.length > 0 && (state === 'expired' || state === 'unused');
    if (isDue) yield { ...named, waiver, message: waiverNotes(waiver).join('; ') };
  }
}

const row = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** A spreadsheet makes a number of an account id and drops its leading zero, quoted or not; of this it makes nothing. */
const scopeOf = (target: Finding['target']): string | undefined => placesOf(target)[0];

/** What a spreadsheet would run (OWASP, "CSV Injection"); a tab or a line break before it is gone from plain text. */
const formula = /^[=+\-@]/;

function cell(text: string): string {
  const plain = plainText(text);
  const inert = formula.test(plain) ? `'${plain}` : plain;
  return /[",]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
