import type { Outcome } from '../../result.ts';
import type { WhyLeaf, WhyNode, WhyRecords, WhyRule } from '../../why-result.ts';
import type { Page } from '../pretty/page.ts';
import { severityTones, type Tone } from '../pretty/style.ts';
import { wrap } from '../pretty/wrap.ts';
import { decidedBy, leafLines, leavesOf, treeLines } from './condition-lines.ts';
import { overrideLines } from './override-lines.ts';
import { recordsLines, type Shown } from './records-lines.ts';

const shownReasons = 5;

const verdicts: { readonly [outcome in Outcome]: { readonly mark: string; readonly verb: string } } = {
  fail: { mark: '✗', verb: 'fails' },
  unknown: { mark: '?', verb: 'cannot tell' },
  pass: { mark: '✓', verb: 'passes' },
  notApplicable: { mark: '-', verb: 'does not apply' },
};

/** What one rule makes of it: the verdict, what decided it, the records, the whole rule. */
export function ruleLines(rule: WhyRule, page: Page): string[] {
  const deciding = decidingLeaves(rule);
  return [
    ...headLines(rule, page),
    ...overrideLines(rule, page),
    ...(rule.outcome === 'fail' ? wrap(rule.message ?? '', page.measure, '  ') : []),
    '',
    ...deciding.flatMap((leaf) => leafLines(leaf, page)),
    ...reasonLines(rule, page),
    ...recordsBehind(rule, deciding).flatMap((shown) => recordsLines(shown, page)),
    ...(rule.outcome === 'fail' ? ['', ...wrap(`Fix: ${rule.remediation}`, page.measure, '  ', '    ')] : []),
    ...wholeRule(rule, deciding, page),
  ];
}

/** That a rule concerns the target is no news where it passes or fails. */
const decidingLeaves = ({ outcome, when, require }: WhyRule): readonly WhyLeaf[] =>
  outcome === 'pass' || outcome === 'fail' ? decidedBy(require) : [...decidedBy(when), ...decidedBy(require)];

function reasonLines({ because }: WhyRule, page: Page): string[] {
  const more = because.length - shownReasons;
  return [
    ...because.slice(0, shownReasons).flatMap((reason) => wrap(reason, page.measure, '    ', '      ')),
    ...(more > 0 ? [page.paint(`    … and ${more} more (all in --format json)`, 'dim')] : []),
  ];
}

function headLines({ outcome, severity, ruleId, ruleName, title }: WhyRule, page: Page): string[] {
  const tones: { readonly [each in Outcome]: Tone } = {
    fail: severityTones[severity],
    unknown: 'yellow',
    pass: 'green',
    notApplicable: 'dim',
  };
  const { mark, verb } = verdicts[outcome];
  const head = `${mark} ${severity.toUpperCase()} ${ruleId} ${ruleName}: ${verb}`;
  return [
    ...wrap(head, page.measure, '', '  ').map((line) => page.paint(line, tones[outcome])),
    ...wrap(title, page.measure, '  ').map((line) => page.paint(line, 'bold')),
  ];
}

/** The records of the deciding leaves: their own, or those of the named facts that they ask. */
function recordsBehind({ facts, outcome }: WhyRule, leaves: readonly WhyLeaf[]): readonly Shown[] {
  const asked = new Set(leaves.map(({ fact }) => fact));
  const detail = outcome === 'fail' || outcome === 'unknown' ? 'whole' : 'brief';
  const shown = (name: string | undefined) => (records: WhyRecords) =>
    ({ records, name, isOpen: outcome === 'unknown', detail }) as const;
  return [
    ...leaves.flatMap(({ records }) => records.map(shown(undefined))),
    ...facts
      .filter(({ name }) => asked.has(name))
      .flatMap(({ name, asked: what, records }) => records.map(shown(`${name}, ${what}`))),
  ];
}

/** What else it asked; of what does not concern the target nothing is required. */
function wholeRule({ outcome, when, require }: WhyRule, said: readonly WhyLeaf[], page: Page): string[] {
  return [
    ...tree('  It concerns a target when', when, said, page),
    ...(outcome === 'notApplicable' ? [] : tree('  It requires', require, said, page)),
  ];
}

function tree(title: string, node: WhyNode | undefined, said: readonly WhyLeaf[], page: Page): string[] {
  if (node === undefined || leavesOf(node).every((leaf) => said.includes(leaf))) return [];
  return ['', title, ...treeLines(node, page)];
}
