import type { Finding } from '../result.ts';
import type { ActiveRule } from '../rules/rule.ts';
import type { Severity } from '../severity.ts';
import { type FingerprintGroup, fingerprintGroups, groupMessage } from './fingerprint-groups.ts';
import { plainText } from './plain-text.ts';
import { plural } from './pretty/page.ts';
import type { Report, Reporter } from './reporter.ts';
import { physicalLocation } from './sarif/location.ts';
import { isNew, newFirst, standingsIn } from './standing.ts';
import { summaryLine } from './summary-line.ts';

/** A step shows so many annotations of each kind, and drops the others in silence. */
const shownOfKind = 10;

const kinds = ['error', 'warning', 'notice'] as const;
type Kind = (typeof kinds)[number];

const kindsOf: { readonly [severity in Severity]: Kind } = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
  info: 'notice',
};

type Group = FingerprintGroup & { readonly kind: Kind };

/** Workflow commands: annotations of a step of GitHub Actions, the worst, then what all came to. */
export const github: Reporter = function* (report, { root }) {
  const rules = new Map(report.rules.map((active) => [active.rule.id, active]));
  const groups = groupsOf(report);
  const isFull = kinds.some((kind) => ofKind(groups, kind).length > shownOfKind);
  // The one that tells of the others is a notice too.
  const room = (kind: Kind) => (isFull && kind === 'notice' ? shownOfKind - 1 : shownOfKind);
  for (const kind of kinds) {
    for (const group of ofKind(groups, kind).slice(0, room(kind))) yield annotation(group, rules, root);
  }
  if (isFull) yield moreNotice(kinds.map((kind) => [kind, ofKind(groups, kind).length - room(kind)]));
  yield `${summaryLine(report.result)}\n`;
};

const ofKind = (groups: readonly Group[], kind: Kind): readonly Group[] =>
  groups.filter((group) => group.kind === kind);

function groupsOf({ result }: Report): Group[] {
  const standingOf = standingsIn(result);
  const shown = (['failing', 'unknown'] as const).flatMap((standing) =>
    newFirst(result.findings.filter((finding) => standingOf(finding) === standing)),
  );
  return fingerprintGroups(shown).map((group) => ({ ...group, kind: kindOf(group.first) }));
}

const kindOf = ({ outcome, severity }: Finding): Kind => (outcome === 'unknown' ? 'notice' : kindsOf[severity]);

function annotation(group: Group, rules: ReadonlyMap<string, ActiveRule>, root: string): string {
  const { ruleId, ruleName, severity, outcome } = group.first;
  const words = [severity, ...(outcome === 'unknown' ? ['unknown'] : []), ...(isNew(group.first) ? ['new'] : [])];
  const title = `${ruleId} ${ruleName} (${words.join(', ')})`;
  return command(group.kind, { ...placeOf(rules.get(ruleId), root), title }, groupMessage(group));
}

/** Where SARIF has it. The path is not a URI here. */
function placeOf(active: ActiveRule | undefined, root: string): { readonly [property: string]: string } {
  if (active === undefined) return {};
  const { artifactLocation, region } = physicalLocation(active, root);
  const { startLine = 1, endLine = startLine } = region ?? {};
  const file = decodeURIComponent(artifactLocation?.uri ?? '');
  return { file, line: String(startLine), ...(endLine === startLine ? {} : { endLine: String(endLine) }) };
}

function moreNotice(cut: readonly (readonly [kind: Kind, count: number])[]): string {
  const counts = cut.filter(([, count]) => count > 0).map(([kind, count]) => plural(count, kind));
  const total = cut.reduce((sum, [, count]) => sum + Math.max(0, count), 0);
  const text = `${total} more (${counts.join(', ')}) are not shown here, since a step shows ${shownOfKind} of each kind. The json format has all findings.`;
  return command('notice', { title: 'backuplint' }, text);
}

function command(kind: Kind, properties: { readonly [name: string]: string }, message: string): string {
  const members = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${kind} ${members.join(',')}::${escapeData(message)}\n`;
}

/** As the toolkit of GitHub Actions does it (actions/toolkit, packages/core/src/command.ts); plain text has no line breaks. */
const escapeData = (text: string): string => plainText(text).replaceAll('%', '%25');

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
