// Rules to measure the cost of rules with: two of three judge a point, the third aggregates the points of a resource.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pointForms } from './point-rules.mjs';
import { resourceForms } from './resource-rules.mjs';

export const missionRules = ['BKP102', 'BKP301', 'BKP401'];

const turnOf = (forms, turn) => forms[turn % forms.length](Math.floor(turn / forms.length));

const formOf = (index) =>
  index % 3 === 2
    ? turnOf(resourceForms, Math.floor(index / 3))
    : turnOf(pointForms, index - Math.floor((index + 1) / 3));

function ruleOf(index) {
  const number = String(index + 1).padStart(3, '0');
  return {
    id: `BENCH-${number}`,
    name: `bench-${number}`,
    title: `Benchmark rule ${number}`,
    description: 'It measures what a rule costs.',
    severity: 'low',
    ...formOf(index),
    message: '{{target}} does not meet it',
    remediation: 'None: it measures what a rule costs.',
  };
}

export const benchRules = (count) => Array.from({ length: count }, (_, index) => ruleOf(index));
export const benchPointRules = (count) => benchRules(count).filter(({ target }) => target === 'recoveryPoint');

/** One file a rule; gives the flags that put the mission rules and so many of these in force. */
export function ruleFlags(folder, count) {
  mkdirSync(folder, { recursive: true });
  const files = benchRules(count).map((rule) => {
    const file = join(folder, `${rule.name}.json`);
    writeFileSync(file, `${JSON.stringify(rule, undefined, 2)}\n`);
    return { file, id: rule.id };
  });
  const own = files.length > 0 ? ['--rule-file', ...files.map(({ file }) => file)] : [];
  return ['--rule', ...missionRules, ...files.map(({ id }) => id), ...own];
}
