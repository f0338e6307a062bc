import type { WhySelection, WhyThing } from '../../why-result.ts';
import { type Page, plural } from '../pretty/page.ts';
import { wrap } from '../pretty/wrap.ts';
import { markOf } from './leaf-text.ts';

const titles: { readonly [relation: string]: string } = {
  selections: 'BACKUP SELECTIONS',
  restoreTestingSelections: 'RESTORE TESTING SELECTIONS',
};

/** Which selections cover it, and what in each other keeps it out. */
export function selectionLines({ selections = [] }: WhyThing, page: Page): string[] {
  const relations = [...new Set(selections.map(({ relation }) => relation))];
  return relations.flatMap((relation) => {
    const own = selections.filter((each) => each.relation === relation);
    const alien = own.filter(isOfOtherType);
    return [
      '',
      page.paint(titles[relation] ?? relation, 'bold'),
      ...own.filter((each) => !isOfOtherType(each)).flatMap((each) => linesOf(each, page)),
      ...(alien.length === 0
        ? []
        : [`  ${markOf(false)} ${plural(alien.length, 'selection')} of other resource types`]),
    ];
  });
}

/** There is one for each type in every account: their names tell nothing. */
const isOfOtherType = ({ holds, by }: WhySelection): boolean =>
  holds === false && by.some(({ clause }) => clause === 'ProtectedResourceType');

function linesOf(selection: WhySelection, page: Page): string[] {
  const { name, plan, holds, by, because } = selection;
  const head = `${markOf(holds)} ${name}${plan === undefined ? '' : ` of plan ${plan}`}`;
  return [
    ...wrap(head, page.measure, '  ', '    '),
    ...by.flatMap((clause) => wrap(clauseText(clause), page.measure, '      ', '        ')),
    ...because.flatMap((reason) => wrap(reason, page.measure, '      ', '        ')),
  ];
}

function clauseText({ clause, text, holds }: WhySelection['by'][number]): string {
  if (clause === 'NotResources') return `left out by NotResources ${text}`;
  if (clause === 'opt-in' || clause === 'scope') return holds === null ? `hangs on ${clause}: ${text}` : text;
  const verb = holds === null ? 'hangs on' : holds ? 'matches' : 'does not match';
  return `${verb} ${clause} ${text}`;
}
