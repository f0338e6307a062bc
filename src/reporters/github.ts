import type { PhysicalLocation } from 'sarif';
import type { Finding } from '../result.ts';
import type { Severity } from '../severity.ts';
import { fingerprintGroups, groupMessage } from './fingerprint-groups.ts';
import { plainText } from './plain-text.ts';
import { plural } from './pretty/page.ts';
import type { Report, Reporter } from './reporter.ts';
import { physicalLocation, placeLocation } from './sarif/location.ts';
import { isNew, newFirst, type Standing, standingsIn } from './standing.ts';
import { summaryLine } from './summary-line.ts';
import { waiverNotes } from './waiver-text.ts';

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

type Annotation = { readonly kind: Kind; readonly text: () => string };

/** Workflow commands: annotations of a step of GitHub Actions, the worst, then what all came to. */
export const github: Reporter = function* (report, { root }) {
  const annotations = [...findingsOf(report, 'failing', root), ...dueWaivers(report, root)];
  annotations.push(...findingsOf(report, 'unknown', root));
  const isFull = kinds.some((kind) => ofKind(annotations, kind).length > shownOfKind);
  // The one that tells of the others is a notice too.
  const room = (kind: Kind) => (isFull && kind === 'notice' ? shownOfKind - 1 : shownOfKind);
  for (const kind of kinds) {
    for (const { text } of ofKind(annotations, kind).slice(0, room(kind))) yield text();
  }
  if (isFull) yield moreNotice(kinds.map((kind) => [kind, ofKind(annotations, kind).length - room(kind)]));
  yield `${summaryLine(report.result)}\n`;
};

const ofKind = (annotations: readonly Annotation[], kind: Kind): readonly Annotation[] =>
  annotations.filter((each) => each.kind === kind);

function findingsOf({ result, rules }: Report, standing: Standing, root: string): readonly Annotation[] {
  const standingOf = standingsIn(result);
  const byId = new Map(rules.map((active) => [active.rule.id, active]));
  const shown = newFirst(result.findings.filter((finding) => standingOf(finding) === standing));
  return fingerprintGroups(shown).map((group) => {
    const active = byId.get(group.first.ruleId);
    const place = active && physicalLocation(active, root);
    const kind = kindOf(group.first);
    return { kind, text: () => command(kind, { ...placeOf(place), title: titleOf(group.first) }, groupMessage(group)) };
  });
}

/** What needs its owner, in the file of waivers where that is known. */
function dueWaivers({ result, waiverPlaces }: Report, root: string): readonly Annotation[] {
  return (result.waivers ?? []).flatMap((waiver, at) => {
    const place = waiverPlaces[at];
    const properties = { ...placeOf(place && placeLocation(place, root)), title: `waiver (${waiver.state})` };
    return waiverNotes(waiver).map(
      (note): Annotation => ({ kind: 'notice', text: () => command('notice', properties, note) }),
    );
  });
}

const kindOf = ({ outcome, severity }: Finding): Kind => (outcome === 'unknown' ? 'notice' : kindsOf[severity]);

function titleOf(finding: Finding): string {
  const { ruleId, ruleName, severity, outcome } = finding;
  const words = [severity, ...(outcome === 'unknown' ? ['unknown'] : []), ...(isNew(finding) ? ['new'] : [])];
  return `${ruleId} ${ruleName} (${words.join(', ')})`;
}

/** Where SARIF has it. The path is not a URI here. */
function placeOf(location: PhysicalLocation | undefined): { readonly [property: string]: string } {
  if (location === undefined) return {};
  const { artifactLocation, region } = location;
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
