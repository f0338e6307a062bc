import type { Fault } from '../errors.ts';
import { faultAt, type JsonFile, pointerOf } from '../json-file.ts';
import { contradiction } from '../rules/contradictions.ts';
import type { Condition, LoadedRule, Rule } from '../rules/rule.ts';

/** What is allowed in a rule, and yet cannot be meant. */
export function ruleDoubts(json: JsonFile, { rule }: LoadedRule): readonly Fault[] {
  return [
    ...contradicted(json, rule.when, '/when', 'the rule never applies'),
    ...contradicted(json, rule.require, '/require', 'the rule holds for nothing'),
    ...unused(json, rule),
  ];
}

function contradicted(json: JsonFile, condition: Condition | undefined, at: string, so: string): readonly Fault[] {
  const found = condition && contradiction(condition, at);
  if (found === undefined) return [];
  const { fact, operator, value } = found.leaf;
  const leaf = `"${fact}" ${operator} ${JSON.stringify(value)}`;
  return [faultAt(json, found.pointer, `${leaf} is never true beside the conditions before it: ${so}`)];
}

const unused = (json: JsonFile, { parameters = {}, facts = {}, when, require, message }: Rule): readonly Fault[] => {
  const conditions = JSON.stringify([facts, when, require, message]);
  const isIn = (name: string, ...forms: readonly string[]): boolean =>
    forms.some((form) => conditions.includes(form.replace('*', name)));
  return [
    ...Object.keys(parameters)
      .filter((name) => !isIn(name, '"$.*"', "$['*']", '"$.*.', '"$.*[', '{{*}}'))
      .map((name) => faultAt(json, pointerOf(['parameters', name]), `nothing asks for the parameter "${name}"`)),
    ...Object.keys(facts)
      .filter((name) => !isIn(name, '"fact":"*"', '{{*}}', '{{*.', '{{*['))
      .map((name) => faultAt(json, pointerOf(['facts', name]), `nothing asks for the fact "${name}"`)),
  ];
};
