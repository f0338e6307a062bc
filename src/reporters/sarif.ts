import type { Run, VersionControlDetails } from 'sarif';
import type { Result } from '../result.ts';
import type { ActiveRule } from '../rules/rule.ts';
import { jsonPieces } from './json-pieces.ts';
import type { Provenance, Report, Reporter, ReportOptions } from './reporter.ts';
import { automationId } from './sarif/automation-id.ts';
import { findingGroups, type Listing, listingOf } from './sarif/finding-groups.ts';
import { sourceRoot } from './sarif/location.ts';
import { notificationDescriptors, notificationsOf } from './sarif/notifications.ts';
import { resultsOf } from './sarif/results.ts';
import { ruleDescriptor } from './sarif/rule-descriptor.ts';

/** SARIF as GitHub code scanning takes it: failing findings and what was not read, one result an alert, nothing else. */
export const sarif: Reporter = function* (report, options) {
  const run = { ...runOf(report, options), columnKind: 'utf16CodeUnits' };
  // Log, runs, run and results are walked, so that one result at a time is held as text.
  yield* jsonPieces({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, 4);
  yield '\n';
};

type StreamedRun = Omit<Run, 'results'> & { readonly results: Iterable<NonNullable<Run['results']>[number]> };

function runOf({ result, rules }: Report, { category, root, provenance }: ReportOptions): StreamedRun {
  const active = rules.toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
  const listing = listingOf(findingGroups(result));
  const notifications = notificationsOf(result.gaps, listing);
  return {
    tool: { driver: driverOf(result, active) },
    automationDetails: { id: automationId(category, result.asOf) },
    ...(provenance === undefined ? {} : { versionControlProvenance: [provenanceDetails(provenance)] }),
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
    originalUriBaseIds: { [sourceRoot]: { description: { text: 'The root of the repository with the config.' } } },
    properties: propertiesOf(result, listing),
    results: resultsOf(listing, new Map(active.map((each, index) => [each.rule.id, { active: each, index }])), root),
  };
}

const provenanceDetails = (provenance: Provenance): VersionControlDetails => ({
  ...provenance,
  mappedTo: { uriBaseId: sourceRoot },
});

const driverOf = ({ tool }: Result, rules: readonly ActiveRule[]): Run['tool']['driver'] => ({
  name: tool.name,
  fullName: `${tool.name} ${tool.version}`,
  version: tool.version,
  semanticVersion: tool.version,
  informationUri: 'https://github.com/backuplint/backuplint',
  rules: rules.map(ruleDescriptor),
  notifications: notificationDescriptors,
});

const propertiesOf = ({ scopes, gaps }: Result, { listed, cut }: Listing): { readonly [name: string]: unknown } => ({
  'backuplint/scopes': { read: scopes.length, complete: scopes.filter(({ complete }) => complete).length },
  'backuplint/gaps': gaps.length,
  'backuplint/results': {
    listed: listed.length,
    cut: [...cut.values()].reduce((sum, groups) => sum + groups.length, 0),
  },
});
