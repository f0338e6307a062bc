import type {
  Invocation,
  PropertyBag,
  Run,
  Result as SarifResult,
  ToolComponentReference,
  VersionControlDetails,
} from 'sarif';
import type { Result } from '../../result.ts';
import type { ActiveRule } from '../../rules/rule.ts';
import { type ItemForm, jsonPieces } from '../json-pieces.ts';
import type { Provenance, Report, ReportOptions } from '../reporter.ts';
import { sourceRoot } from './location.ts';
import { notificationDescriptors } from './notifications.ts';
import type { RulesInForce } from './results.ts';

/** A run whose results are made as they are written. */
export type StreamedRun = Omit<Run, 'results'> & { readonly results: Iterable<SarifResult> };

export type RunParts = Pick<Run, 'automationDetails' | 'taxonomies'> & {
  readonly rules: NonNullable<Run['tool']['driver']['rules']>;
  readonly supportedTaxonomies?: ToolComponentReference[];
  readonly invocation: Invocation;
  readonly properties: PropertyBag;
  readonly results: Iterable<SarifResult>;
};

/** What both profiles have, in an order that does not change. */
export function runOf({ result }: Report, { provenance }: ReportOptions, parts: RunParts): StreamedRun {
  const { rules, supportedTaxonomies, automationDetails, taxonomies } = parts;
  const driver = { ...driverOf(result), rules, notifications: notificationDescriptors };
  return {
    tool: { driver: { ...driver, ...(supportedTaxonomies === undefined ? {} : { supportedTaxonomies }) } },
    ...(automationDetails === undefined ? {} : { automationDetails }),
    ...(provenance === undefined ? {} : { versionControlProvenance: [provenanceDetails(provenance)] }),
    invocations: [parts.invocation],
    originalUriBaseIds: { [sourceRoot]: { description: { text: 'The root of the repository with the config.' } } },
    ...(taxonomies === undefined ? {} : { taxonomies }),
    properties: parts.properties,
    columnKind: 'utf16CodeUnits',
    results: parts.results,
  };
}

/** By id, as the rules of a run are listed and pointed to. */
export function rulesOf({ rules }: Report): { readonly active: readonly ActiveRule[]; readonly inForce: RulesInForce } {
  const active = rules.toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
  return { active, inForce: new Map(active.map((each, index) => [each.rule.id, { active: each, index }])) };
}

const driverOf = ({ tool }: Result): Run['tool']['driver'] => ({
  name: tool.name,
  fullName: `${tool.name} ${tool.version}`,
  version: tool.version,
  semanticVersion: tool.version,
  informationUri: 'https://github.com/backuplint/backuplint',
});

const provenanceDetails = (provenance: Provenance): VersionControlDetails => ({
  ...provenance,
  mappedTo: { uriBaseId: sourceRoot },
});

/** Log, runs, run and results are walked, so that one result at a time is held as text. */
export function* logPieces(runs: Iterable<StreamedRun>, items: ItemForm): Iterable<string> {
  yield* jsonPieces({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs }, 4, items);
  yield '\n';
}

/** The items in parts of so many, at least one part. A part must be taken whole before the next is asked for. */
export function* inParts<T>(items: Iterable<T>, size: number): Iterable<Iterable<T>> {
  const rest = items[Symbol.iterator]();
  let next = rest.next();
  function* part(): Iterable<T> {
    for (let count = 0; count < size && !next.done; count += 1) {
      yield next.value;
      next = rest.next();
    }
  }
  do yield part();
  while (!next.done);
}
