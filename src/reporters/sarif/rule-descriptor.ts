import type { ReportingDescriptor } from 'sarif';
import type { ActiveRule, Rule } from '../../rules/rule.ts';
import { plainText } from '../plain-text.ts';
import { ranks, securitySeverity } from './levels.ts';
import { descriptionLimit, nameLimit, tagLimit } from './limits.ts';
import { messageStrings } from './message.ts';
import { clip, sentence } from './sarif-text.ts';

export function ruleDescriptor({ rule, severity, parameters }: ActiveRule): ReportingDescriptor {
  const helpUri = rule.references?.find((reference) => /^https?:/.test(reference) && URL.canParse(reference));
  return {
    id: rule.id,
    name: clip(pascalCase(rule.name), nameLimit),
    shortDescription: { text: description(rule.title) },
    fullDescription: { text: description(rule.description) },
    help: { text: sentence(plainText(rule.remediation)), markdown: helpMarkdown(rule, parameters) },
    ...(helpUri === undefined ? {} : { helpUri }),
    messageStrings: messageStrings(rule),
    defaultConfiguration: { level: ranks[severity].level },
    properties: {
      tags: tagsOf(rule),
      // What is not certain is an `unknown` outcome, and no result.
      precision: 'very-high',
      'problem.severity': ranks[severity].problem,
      ...securitySeverity(severity),
    },
  };
}

const description = (text: string): string => clip(sentence(plainText(text)), descriptionLimit);

const pascalCase = (name: string): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

function helpMarkdown(rule: Rule, parameters: ActiveRule['parameters']): string {
  const values = Object.entries(parameters).map(([name, value]) => `- \`${name}\`: \`${JSON.stringify(value)}\``);
  const links = (rule.references ?? []).map((reference) => `- <${reference}>`);
  return [
    rule.description,
    `**Fix:** ${rule.remediation}`,
    ...(values.length === 0 ? [] : [`**Parameters**\n\n${values.join('\n')}`]),
    ...(links.length === 0 ? [] : [`**References**\n\n${links.join('\n')}`]),
  ].join('\n\n');
}

/** GitHub takes `security-severity` only from rules with the tag `security`. */
function tagsOf({ frameworks = {} }: Rule): string[] {
  const controls = Object.entries(frameworks).flatMap(([framework, requirements]) =>
    requirements.map(({ id }) => `external/${framework}/${id}`.toLowerCase().replace(/\s+/g, '-')),
  );
  return [...new Set(['security', 'aws-backup', ...controls])].slice(0, tagLimit);
}
