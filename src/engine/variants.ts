import { canonical } from '../inventory/canonical.ts';
import type { Match } from '../rules/match.ts';
import type { ActiveRule } from '../rules/rule.ts';
import { joinReasons, type Reason } from './answer.ts';
import type { Item } from './item.ts';
import { matchItem } from './match-item.ts';
import type { World } from './world/world.ts';

/** What an override makes of the variants that it meets. */
type Step = { readonly match: Match; readonly to: ReadonlyMap<ActiveRule, ActiveRule> };

type Variants = { readonly all: readonly ActiveRule[]; readonly steps: readonly Step[] };

const made = new WeakMap<ActiveRule, Variants>();

/** A rule with each set of parameters that its overrides may come to, each once; first itself. */
export const variantsOf = (active: ActiveRule): readonly ActiveRule[] => variants(active).all;

function variants(active: ActiveRule): Variants {
  const known = made.get(active) ?? newVariants(active);
  made.set(active, known);
  return known;
}

function newVariants(active: ActiveRule): Variants {
  const { overrides = [], ...plain } = active;
  const byParameters = new Map([[canonical(active.parameters), active]]);
  const steps = overrides.map(({ match, parameters }): Step => {
    const to = [...byParameters.values()].map((from) => {
      const own = { ...plain, parameters: { ...from.parameters, ...parameters } };
      const key = canonical(own.parameters);
      const variant = byParameters.get(key) ?? own;
      byParameters.set(key, variant);
      return [from, variant] as const;
    });
    return { match, to: new Map(to) };
  });
  return { all: [...byParameters.values()], steps };
}

/** Those that may be the ones of a thing; `reasons` say why it is not known which, where there are several. */
export type Choice = { readonly variants: readonly ActiveRule[]; readonly reasons: readonly Reason[] };

export function choiceFor(active: ActiveRule, item: Item, world: World): Choice {
  let possible: readonly ActiveRule[] = [active];
  let reasons: readonly Reason[] = [];
  for (const { match, to } of variants(active).steps) {
    const next = possible.map((variant) => to.get(variant) ?? variant);
    if (next.every((variant, index) => variant === possible[index])) continue;
    const truth = matchItem(match, item, world);
    if (truth.holds === false) continue;
    if (truth.holds === null) reasons = joinReasons([reasons, truth.reasons]);
    possible = [...new Set(truth.holds === null ? [...possible, ...next] : next)];
  }
  return { variants: possible, reasons };
}
