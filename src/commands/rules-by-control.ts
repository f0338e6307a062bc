import { loadFrameworks } from '../data.ts';
import { table } from '../reporters/pretty/table.ts';
import { type Control, controlsOf } from '../rules/controls.ts';
import type { ActiveRule, Requirement } from '../rules/rule.ts';

type Named = { readonly id: string; readonly name: string; readonly severity: string };
type Wish<Entry extends Named> = {
  readonly framework: string;
  readonly toEntry: (rule: ActiveRule) => Entry;
  readonly width: number;
};

/** The rules that map to a framework, by its controls. */
export function byControl<Entry extends Named>(
  active: readonly ActiveRule[],
  { framework, toEntry, width }: Wish<Entry>,
) {
  const about = { key: framework, ...ownOf(framework) };
  const controls = controlsOf(active, framework).map(({ id, rules }: Control) => ({
    id,
    rules: rules.map(({ rule, basis }) => ({ ...toEntry(rule), basis })),
  }));
  return { json: { framework: about, controls }, pretty: () => [heading(about), ...body(controls, width)].join('\n') };
}

/** Of a framework that only rules of the user name there is no more to say. */
const ownOf = (key: string) => {
  const frameworks = loadFrameworks();
  return Object.hasOwn(frameworks, key) ? frameworks[key] : undefined;
};

type About = { readonly key: string; readonly name?: string; readonly version?: string; readonly url?: string };

const heading = ({ key, name, version, url }: About): string =>
  name === undefined ? `${key}\n` : `${name}, ${version}\n${url}\n`;

type Listed = { readonly id: string; readonly rules: readonly (Named & Pick<Requirement, 'basis'>)[] };

function body(controls: readonly Listed[], width: number): readonly string[] {
  if (controls.length === 0) return ['no rule in force maps to it'];
  const rows = controls.flatMap(({ id, rules }) =>
    rules.map(({ id: rule, name, severity, basis }) => [id, rule, name, severity, basis]),
  );
  return table([['CONTROL', 'RULE', 'NAME', 'SEVERITY', 'BASIS'], ...rows], width, '');
}
