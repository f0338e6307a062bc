import type { Result } from '../../result.ts';
import { html, type Markup } from './markup.ts';

export type Entry = { readonly id: string; readonly title: string };

/** The sections that there are, in order. */
export const entriesOf = ({ overview, waivers = [] }: Result): readonly Entry[] => [
  { id: 'verdict', title: 'Verdict' },
  ...(overview === undefined ? [] : [{ id: 'headline', title: 'Headlines' }]),
  ...(overview === undefined ? [] : [{ id: 'coverage', title: 'Coverage' }]),
  { id: 'failing', title: 'Where it fails' },
  ...(overview === undefined
    ? []
    : [
        { id: 'age', title: 'Age' },
        { id: 'vaults', title: 'Vaults' },
        { id: 'restores', title: 'Restore tests' },
        { id: 'copies', title: 'Copies' },
      ]),
  { id: 'findings', title: 'Findings' },
  ...(waivers.length === 0 ? [] : [{ id: 'waivers', title: 'Waivers' }]),
  { id: 'appendix', title: 'Appendix' },
];

export const contents = (entries: readonly Entry[]): Markup => html`<nav aria-label="Contents"><ul>
${entries.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>\n`)}</ul></nav>
`;
