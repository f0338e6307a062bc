import type { WhyLeaf, WhyNode } from '../../why-result.ts';
import type { Page } from '../pretty/page.ts';
import { wrap } from '../pretty/wrap.ts';
import { leafText, markOf } from './leaf-text.ts';

const heads = { all: 'all of', any: 'any of', not: 'not' } as const;

export const leavesOf = (node: WhyNode): readonly WhyLeaf[] =>
  'conditions' in node ? node.conditions.flatMap(leavesOf) : [node];

/** The leaves that settled the outcome. */
export const decidedBy = (node: WhyNode | undefined): readonly WhyLeaf[] =>
  node === undefined ? [] : leavesOf(node).filter(({ decisive }) => decisive);

/** One leaf as a line. */
export const leafLines = (leaf: WhyLeaf, page: Page, indent = '  '): string[] =>
  wrap(`${markOf(leaf.holds)} ${leafText(leaf)}`, page.measure, indent, `${indent}  `);

/** A condition as a tree, with what each part came to. */
export function treeLines(node: WhyNode, page: Page, indent = '    '): string[] {
  if ('conditions' in node) {
    const { holds, join, conditions } = node;
    const head = `${indent}${markOf(holds)} ${heads[join]}`;
    return [toned(head, node.decisive, page), ...conditions.flatMap((child) => treeLines(child, page, `${indent}  `))];
  }
  return leafLines(node, page, indent).map((text) => toned(text, node.decisive, page));
}

const toned = (text: string, decisive: boolean, page: Page): string => (decisive ? text : page.paint(text, 'dim'));
