import type { Rule } from '../rules/rule.ts';
import type { Parameters } from './compiled.ts';

/** The part of a rule in force that asks: what it takes to work out what it looks at. */
export type Asking = {
  readonly rule: Pick<Rule, 'target'> & Partial<Pick<Rule, 'facts' | 'when' | 'require' | 'message'>>;
  readonly parameters: Parameters;
};
