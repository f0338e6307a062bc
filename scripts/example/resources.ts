import { dataResources, vaultAccountResources } from './data-platform.ts';
import { productionResources } from './production.ts';
import type { Resource } from './resource.ts';

export const resources: readonly Resource[] = [...productionResources, ...dataResources, ...vaultAccountResources];

export function resourceNamed(name: string): Resource {
  const found = resources.find((resource) => resource.name === name);
  if (found === undefined) throw new Error(`no resource ${name} in the table`);
  return found;
}
