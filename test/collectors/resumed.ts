import { type Operation, operationNames } from '../../src/catalogue/operations.ts';
import { openCollection } from '../../src/collectors/collect.ts';
import { type Resumed, resumeFrom } from '../../src/collectors/resume.ts';
import { coverageText, endText, headerText, recordText } from '../../src/inventory/inventory-text.ts';
import { temporaryFile } from '../inventory/inventory-text.ts';
import { options, type Wish } from './collected.ts';

const asOf = '2026-11-20T06:00:00.000Z';

/** The lines of an inventory file, as `collect` writes them. */
export async function linesOf(wish: Wish, resumed?: Resumed): Promise<readonly string[]> {
  const collection = await openCollection(options(wish));
  const lines = [headerText({ version: '0.0.0', asOf: resumed?.asOf ?? asOf, scopes: collection.scopes })];
  let records = 0;
  const sink = {
    records: async (page: readonly Parameters<typeof recordText>[0][]) => {
      records += page.length;
      lines.push(...page.map(recordText));
    },
    coverage: async (line: Parameters<typeof coverageText>[0]) => {
      lines.push(coverageText(line));
    },
  };
  await resumed?.copyTo(sink);
  const whole = await collection.read(sink, resumed?.kept ?? (() => ({ list: () => undefined })));
  return whole ? [...lines, endText(records)] : lines;
}

/** Goes on from a file with these lines. */
export async function resumedFrom(lines: readonly string[], wish: Wish): Promise<readonly string[]> {
  const file = await temporaryFile(lines.join(''));
  const wanted: ReadonlySet<Operation> = new Set(wish.operations ?? operationNames);
  return linesOf(wish, await resumeFrom(file, { wanted, filters: wish.filters ?? {} }));
}

/** Their lines count what was described in one run alone, resumed or not. */
const described = /"operation":"(DescribeRecoveryPoint|DescribeProtectedResource|GetLegalHold|DescribeFramework)"/;

/** What the lines say, whatever their order. */
export const sorted = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => (described.test(line) ? line.replace(/,"items":\d+/, '') : line)).sort();
