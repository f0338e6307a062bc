import { schemaVersion } from './inventory-schema.ts';
import type { AwsRecord, Coverage, Scope } from './record.ts';

/** The lines of an inventory file, each with its newline. */
const lineText = (line: object): string => `${JSON.stringify(line)}\n`;

export type HeaderText = { readonly version: string; readonly asOf: string; readonly scopes: readonly Scope[] };

export const headerText = ({ version, asOf, scopes }: HeaderText): string =>
  lineText({ kind: 'inventory', schemaVersion, generator: `backuplint/${version}`, asOf, scopes });

/** Put together from texts: to copy the fields of millions of records into new objects takes as long as writing them. */
export function recordText({ kind, accountId, region, fields }: AwsRecord): string {
  const head = JSON.stringify({ kind, accountId, region }).slice(0, -1);
  const tail = JSON.stringify(fields).slice(1);
  return `${head}${tail === '}' ? '' : ','}${tail}\n`;
}

export const coverageText = (line: Coverage): string => lineText({ kind: 'coverage', ...line });

/** The commit marker: without it the shard counts as cut off. */
export const endText = (records: number): string => lineText({ kind: 'end', records });
