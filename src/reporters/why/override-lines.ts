import type { WhyRule } from '../../why-result.ts';
import { matchText } from '../match-text.ts';
import type { Page } from '../pretty/page.ts';
import { wrap } from '../pretty/wrap.ts';
import { valueText } from './leaf-text.ts';

type Override = NonNullable<WhyRule['overrides']>[number];

/** Which overrides of the config gave the rule its parameters, and which may have. */
export const overrideLines = ({ overrides = [] }: WhyRule, page: Page): string[] =>
  overrides.flatMap((override) => wrap(overrideText(override), page.measure, '  ', '    '));

function overrideText({ match, parameters, holds, because }: Override): string {
  const values = Object.entries(parameters).map(([name, value]) => `${name} ${valueText(value)}`);
  const text = `the override for ${matchText(match)}: ${values.join(', ')}`;
  return holds === null ? `Perhaps by ${text}. ${because.join('; ')}` : `By ${text}`;
}
