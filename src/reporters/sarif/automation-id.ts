import { plainText } from '../plain-text.ts';

/**
 * GitHub splits the id at its last slash: before it the category, behind it what tells this run from others. A later upload
 * of the same category replaces the earlier one, so nothing of the run may get into the category.
 */
export function automationId(category: string, asOf: string): string {
  const parts = plainText(category)
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return [...(parts.length === 0 ? ['backuplint'] : parts), asOf.replaceAll('/', '-')].join('/');
}
