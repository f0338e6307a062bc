import type { Report, Reporter, ReportOptions } from './reporter.ts';
import { type Alerts, alertsOf } from './sarif/alerts.ts';
import { automationId } from './sarif/automation-id.ts';
import { evidenceRule, findingGroups } from './sarif/finding-groups.ts';
import { fittingShape, type Shape } from './sarif/fitting-shape.ts';
import { gzipLimit } from './sarif/limits.ts';
import { cutResults, type Listing, listedResults, listingOf } from './sarif/listing.ts';
import { groupedGaps, leftOut, waiverNotifications } from './sarif/notifications.ts';
import { ruleDescriptor } from './sarif/rule-descriptor.ts';
import { logPieces, rulesOf, runOf } from './sarif/run.ts';
import { waiverCounts } from './sarif/waiver-properties.ts';
import { standingsIn } from './standing.ts';

/** SARIF as GitHub code scanning takes it: failing findings and what was not read, one result an alert, nothing else. */
export const sarif: Reporter = (report, options) => sarifWithin(gzipLimit, report, options);

/** Of no more bytes than that when it is gzipped. */
export function sarifWithin(limit: number, report: Report, options: ReportOptions): Iterable<string> {
  const standingOf = standingsIn(report.result);
  // GitHub opens an alert for every result, also for one that is accepted or only says "unknown".
  const groups = findingGroups(report.result.findings, (finding) => {
    const standing = standingOf(finding);
    return standing === 'failing' || (standing === 'unknown' && finding.ruleId === evidenceRule);
  });
  const carried = (report.carried ?? []).filter(({ isFailing }) => isFailing);
  const alerts = alertsOf(groups, carried);
  const textOf = (shape: Shape) => pieces(report, options, alerts, shape);
  return textOf(fittingShape(textOf, alerts.size, limit));
}

function pieces(report: Report, options: ReportOptions, alerts: Alerts, shape: Shape): Iterable<string> {
  const { result } = report;
  const { active, inForce } = rulesOf(report);
  const listing = listingOf(alerts, shape.results);
  const notifications = [...groupedGaps(result.gaps), ...leftOut(listing, shape)];
  const run = runOf(report, options, {
    rules: active.map(ruleDescriptor),
    automationDetails: { id: automationId(options.category, result.asOf) },
    invocation: {
      executionSuccessful: true,
      toolExecutionNotifications: notifications,
      ...waiverNotifications(report, options.root),
    },
    properties: propertiesOf(report, alerts, listing),
    results: listedResults(alerts, listing, { rules: inForce, root: options.root, detail: shape }),
  });
  return logPieces([run], 'blocks');
}

const propertiesOf = ({ result: { scopes, gaps, waivers } }: Report, { carried }: Alerts, listing: Listing) => ({
  'backuplint/profile': 'github',
  'backuplint/scopes': { read: scopes.length, complete: scopes.filter(({ complete }) => complete).length },
  'backuplint/gaps': gaps.length,
  'backuplint/results': { listed: listing.listed, cut: cutResults(listing), carried },
  ...waiverCounts(waivers),
});
