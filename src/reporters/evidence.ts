import type { ReportingDescriptor } from 'sarif';
import type { ActiveRule } from '../rules/rule.ts';
import type { Report, Reporter } from './reporter.ts';
import { automationId } from './sarif/automation-id.ts';
import { evidenceResults } from './sarif/evidence-results.ts';
import { guidOf } from './sarif/guid.ts';
import { evidenceInvocation } from './sarif/invocation.ts';
import { outcomeStrings } from './sarif/outcome-results.ts';
import { wholeDetail } from './sarif/results.ts';
import { ruleDescriptor } from './sarif/rule-descriptor.ts';
import { logPieces, rulesOf, runOf } from './sarif/run.ts';
import { relationshipsOf, type Taxonomies, taxonomiesOf } from './sarif/taxonomies.ts';
import { waiverList } from './sarif/waiver-properties.ts';

/** SARIF for the record: all that was judged and how it stands, accepted and unknown findings too. One result a line. */
export const evidence: Reporter = (report, options) => {
  const { category, root } = options;
  const { active, inForce } = rulesOf(report);
  const taxonomies = taxonomiesOf(active, report.frameworks ?? {});
  const id = automationId(category, report.result.asOf);
  const run = runOf(report, options, {
    rules: active.map((each) => descriptorOf(each, taxonomies)),
    supportedTaxonomies: taxonomies.references,
    automationDetails: { id, guid: guidOf(id) },
    invocation: evidenceInvocation(report, options),
    taxonomies: taxonomies.components,
    properties: propertiesOf(report),
    results: evidenceResults(report, { rules: inForce, root, detail: wholeDetail, taxonomies }),
  });
  return logPieces(run, 'lines');
};

const descriptorOf = (active: ActiveRule, taxonomies: Taxonomies): ReportingDescriptor => {
  const { messageStrings, ...descriptor } = ruleDescriptor(active);
  return {
    ...descriptor,
    messageStrings: { ...messageStrings, ...outcomeStrings },
    relationships: relationshipsOf(active.rule, taxonomies),
  };
};

const propertiesOf = ({ result: { scopes, summary, rules, asOf, gaps, waivers }, carried = [] }: Report) => ({
  'backuplint/profile': 'evidence',
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
});
