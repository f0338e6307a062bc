import type {
  ReportingDescriptorReference,
  ReportingDescriptorRelationship,
  ToolComponent,
  ToolComponentReference,
} from 'sarif';
import { guidOf } from '../../hash.ts';
import type { ActiveRule, Rule } from '../../rules/rule.ts';
import { plainText } from '../plain-text.ts';
import type { FrameworkEdition, Report } from '../reporter.ts';
import { sentence } from './sarif-text.ts';

type Frameworks = NonNullable<Report['frameworks']>;

/** The frameworks that rules name, each with the requirements that they name of it. */
export type Taxonomies = {
  readonly components: ToolComponent[];
  readonly references: ToolComponentReference[];
  /** Requirements of a rule, shortened to where they stand: a result repeats them all. */
  readonly taxaOf: (rule: Rule) => ReportingDescriptorReference[];
};

export function taxonomiesOf(rules: readonly ActiveRule[], frameworks: Frameworks): Taxonomies {
  const ids = new Map<string, Set<string>>();
  for (const { rule } of rules) {
    for (const [framework, requirements] of Object.entries(rule.frameworks ?? {})) {
      const known = ids.get(framework) ?? new Set();
      for (const { id } of requirements) known.add(id);
      ids.set(framework, known);
    }
  }
  const sorted = [...ids].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, taxa]) => [key, [...taxa].sort()] as const);
  const components = sorted.map(([key, taxa]) => componentOf(key, taxa, editionOf(key, frameworks)));
  const places = new Map(
    sorted.flatMap(([key, taxa], component) =>
      taxa.map((id, index) => [`${key}\n${id}`, { component, index }] as const),
    ),
  );
  return {
    components,
    references: components.map(({ name, guid = '' }, index) => ({ name, guid, index })),
    taxaOf: (rule) => requirementsOf(rule).flatMap(({ key, id }) => reference(id, places.get(`${key}\n${id}`))),
  };
}

/** A framework of the user's own has no edition but its key. */
const editionOf = (key: string, frameworks: Frameworks): Partial<FrameworkEdition> & { readonly name: string } =>
  (Object.hasOwn(frameworks, key) ? frameworks[key] : undefined) ?? { name: key };

/** Ids alone: what requirements say is the publishers' (the text of ISO/IEC 27001 must not be copied). */
function componentOf(key: string, ids: readonly string[], edition: ReturnType<typeof editionOf>): ToolComponent {
  const { name, version, url } = edition;
  const title = version === undefined ? name : `${name}, ${version}`;
  const text = sentence(`Requirements of ${plainText(title)} that the rules bear on`);
  return {
    name: plainText(name),
    guid: guidOf('framework', key, version ?? ''),
    ...(version === undefined ? {} : { version }),
    ...(url === undefined ? {} : { informationUri: url }),
    isComprehensive: false,
    shortDescription: { text },
    fullDescription: { text },
    taxa: ids.map((id) => ({
      id: plainText(id),
      shortDescription: { text: sentence(plainText(`${name} ${id}`)) },
      ...(url === undefined ? {} : { helpUri: url }),
    })),
  };
}

const requirementsOf = ({ frameworks = {} }: Rule): { readonly key: string; readonly id: string }[] => {
  const all = Object.entries(frameworks).flatMap(([key, requirements]) => requirements.map(({ id }) => ({ key, id })));
  return [...new Map(all.map((each) => [`${each.key}\n${each.id}`, each])).values()];
};

const reference = (
  id: string,
  place: { readonly component: number; readonly index: number } | undefined,
): ReportingDescriptorReference[] =>
  place === undefined ? [] : [{ id: plainText(id), index: place.index, toolComponent: { index: place.component } }];

/** Relevant, no more: a finding bears on a requirement, it does not define it. */
export const relationshipsOf = (rule: Rule, { taxaOf, references }: Taxonomies): ReportingDescriptorRelationship[] =>
  taxaOf(rule).map(({ toolComponent, ...target }) => ({
    target: { ...target, toolComponent: { ...toolComponent, ...references[toolComponent?.index ?? 0] } },
    kinds: ['relevant'],
  }));
