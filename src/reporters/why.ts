import type { WhyResult, WhyThing } from '../why-result.ts';
import { type Page, pageOf, plural } from './pretty/page.ts';
import { wrap } from './pretty/wrap.ts';
import type { ReportOptions } from './reporter.ts';
import { aroundLines, notInForceLines, outcomesText } from './why/around-lines.ts';
import { words } from './why/leaf-text.ts';
import { ruleLines } from './why/rule-lines.ts';
import { selectionLines } from './why/selection-lines.ts';

/** For a person: of each thing the verdict first, then why, then what is around it. */
export function whyText(result: WhyResult, options: Pick<ReportOptions, 'width' | 'color'>): string {
  const page = pageOf(options);
  return `${result.things.map((thing) => thingLines(thing, result, page).join('\n')).join('\n\n')}\n`;
}

function thingLines(thing: WhyThing, result: WhyResult, page: Page): string[] {
  return [
    ...headLines(thing, result, page),
    ...thing.rules.flatMap((rule) => ['', ...ruleLines(rule, page)]),
    ...selectionLines(thing, page),
    ...aroundLines(thing, page),
    ...notInForceLines(thing, page),
  ];
}

function headLines({ target, outcomes, rules }: WhyThing, { asOf, scopes }: WhyResult, page: Page): string[] {
  const { id, kind, name = id, resourceType, accountId, region } = target;
  const place = [accountId, region].filter((part) => part !== undefined).join('/');
  const what = [resourceType, words(kind), ...(place === id ? [] : [`in ${place}`])].filter((part) => part);
  const verdict =
    rules.length === 0 ? 'judged by no rule' : `${plural(rules.length, 'rule')}: ${outcomesText(outcomes)}`;
  return [
    ...wrap(name, page.measure).map((line) => page.paint(line, 'bold')),
    ...(name === id ? [] : wrap(id, page.measure, '  ')),
    ...wrap(what.join(' '), page.measure, '  '),
    ...wrap(`as of ${asOf}, ${plural(scopes.length, 'scope')} read`, page.measure, '  '),
    ...wrap(verdict, page.measure, '  ').map((line) => page.paint(line, 'bold')),
  ];
}
