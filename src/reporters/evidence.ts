import type { ReportingDescriptor } from 'sarif';
import { guidOf } from '../hash.ts';
import type { ActiveRule } from '../rules/rule.ts';
import type { Report, Reporter, ReportOptions } from './reporter.ts';
import { automationId } from './sarif/automation-id.ts';
import { evidenceResults } from './sarif/evidence-results.ts';
import { evidenceInvocation } from './sarif/invocation.ts';
import { runLimit } from './sarif/limits.ts';
import { outcomeStrings } from './sarif/outcome-results.ts';
import { wholeDetail } from './sarif/results.ts';
import { ruleDescriptor } from './sarif/rule-descriptor.ts';
import { inParts, logPieces, rulesOf, runOf, type StreamedRun } from './sarif/run.ts';
import { relationshipsOf, type Taxonomies, taxonomiesOf } from './sarif/taxonomies.ts';
import { waiverList } from './sarif/waiver-properties.ts';

/** SARIF for the record: all that was judged and how it stands, accepted and unknown findings too. One result a line. */
export const evidence: Reporter = (report, options) => evidenceBy(runLimit, report, options);

/** In runs of so many results. */
export const evidenceBy = (limit: number, report: Report, options: ReportOptions): Iterable<string> =>
  logPieces(eachRun(limit, report, options), 'lines');

function* eachRun(limit: number, report: Report, options: ReportOptions): Iterable<StreamedRun> {
  const { active, inForce } = rulesOf(report);
  const taxonomies = taxonomiesOf(active, report.frameworks ?? {});
  const whole = {
    rules: active.map((each) => descriptorOf(each, taxonomies)),
    supportedTaxonomies: taxonomies.references,
    invocation: evidenceInvocation(report, options),
    taxonomies: taxonomies.components,
    properties: propertiesOf(report),
  };
  const all = evidenceResults(report, { rules: inForce, root: options.root, detail: wholeDetail, taxonomies });
  let part = 1;
  for (const results of inParts(all, limit)) {
    const id = partId(options.category, part, report.result.asOf);
    yield runOf(report, options, { ...whole, automationDetails: { id, guid: guidOf(id) }, results });
    part += 1;
  }
}

/** Of the first run as that of the alerts; two runs of one category would be taken for two scans. */
const partId = (category: string, part: number, asOf: string): string =>
  automationId(part === 1 ? category : `${category}/part-${part}`, asOf);

const descriptorOf = (active: ActiveRule, taxonomies: Taxonomies): ReportingDescriptor => {
  const { messageStrings, ...descriptor } = ruleDescriptor(active);
  return {
    ...descriptor,
    messageStrings: { ...messageStrings, ...outcomeStrings },
    relationships: relationshipsOf(active.rule, taxonomies),
  };
};

const propertiesOf = ({ result, carried = [] }: Report) => {
  const { scopes, summary, rules, asOf, gaps, waivers, redacted } = result;
  return {
    'backuplint/profile': 'evidence',
    ...(redacted === undefined ? {} : { 'backuplint/redacted': redacted }),
    'backuplint/asOf': asOf,
    'backuplint/scopes': {
      read: scopes.length,
      complete: scopes.filter(({ complete }) => complete).length,
      list: scopes.map(({ accountId, region, complete }) => ({ accountId, region, complete })),
    },
    'backuplint/gaps': gaps.length,
    'backuplint/results': { carried: carried.length },
    ...waiverList(waivers),
    'backuplint/summary': summary,
    'backuplint/outcomes': Object.fromEntries(rules.map(({ id, outcomes }) => [id, outcomes])),
  };
};
