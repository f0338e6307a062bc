import type { ActiveRule, Requirement } from './rule.ts';

/** One requirement of a framework, with the rules that map to it, sorted by id. */
export type Control = {
  readonly id: string;
  readonly rules: readonly { readonly rule: ActiveRule; readonly basis: Requirement['basis'] }[];
};

/** What rules map to in one framework, by control: CP-9 before CP-10. */
export function controlsOf(rules: readonly ActiveRule[], framework: string): readonly Control[] {
  const controls = new Map<string, Control['rules']>();
  for (const rule of rules) {
    for (const { id, basis } of rule.rule.frameworks?.[framework] ?? []) {
      controls.set(id, [...(controls.get(id) ?? []), { rule, basis }]);
    }
  }
  return [...controls].map(([id, mapped]) => ({ id, rules: mapped })).sort((a, b) => compareNaturally(a.id, b.id));
}

/** Runs of digits as numbers, all else by code unit. */
export function compareNaturally(a: string, b: string): number {
  const theirs = partsOf(b);
  for (const [index, part] of partsOf(a).entries()) {
    const order = comparePart(part, theirs[index] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

const partsOf = (id: string): readonly string[] => id.split(/(\d+)/);

function comparePart(a: string, b: string): number {
  if (/^\d/.test(a) && /^\d/.test(b)) return Number(a) - Number(b);
  return a === b ? 0 : a < b ? -1 : 1;
}
