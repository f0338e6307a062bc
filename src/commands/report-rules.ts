import type { Result, ResultRule } from '../result.ts';
import type { ActiveRule, LoadedRule } from '../rules/rule.ts';
import { selectRules } from '../rules/select-rules.ts';
import type { RulesInForce } from '../rules-in-force.ts';

type Known = Pick<RulesInForce, 'loaded' | 'presets' | 'config'>;

/** Those of them that are here, under the same id and name. */
export const knownRules = ({ rules }: Result, loaded: readonly LoadedRule[]): readonly LoadedRule[] =>
  loaded.filter(({ rule }) => rules.some(({ id, name }) => id === rule.id && name === rule.name));

/** The rules of a result where the config of today enables them; what the result says of one holds. */
export function reportedRules(result: Result, { loaded, presets, config }: Known): readonly ActiveRule[] {
  const ids = knownRules(result, loaded).map(({ rule }) => rule.id);
  const selected = selectRules({ loaded, presets, config: config?.layers, flags: { rule: ids } });
  const byId = new Map(selected.map((active) => [active.rule.id, active]));
  return result.rules.map((each) => asReported(byId.get(each.id) ?? unknownRule(each, result), each));
}

const asReported = (active: ActiveRule, { title, remediation, severity, parameters }: ResultRule): ActiveRule => ({
  ...active,
  rule: { ...active.rule, title, remediation },
  severity,
  parameters,
});

/** Of a rule that is not here, all that is known of it: what it said of each target stands in its findings. */
function unknownRule({ id, name, title, remediation, severity }: ResultRule, { findings }: Result): ActiveRule {
  const kinds = new Set(findings.filter(({ ruleId }) => ruleId === id).map(({ target }) => target.kind));
  const nowhere = { file: '', region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 } };
  return {
    rule: {
      id,
      name,
      title,
      description: title,
      target: [...kinds].sort(),
      severity,
      require: { all: [] },
      message: '{{message}}',
      remediation,
    },
    origin: 'own',
    file: nowhere.file,
    requirePlace: nowhere,
    severity,
    parameters: {},
  };
}
