import type { Overview, OverviewVault } from '../../overview.ts';
import { grouped, plural } from '../pretty/page.ts';
import { words } from '../why/leaf-text.ts';
import { shortDay } from './dates.ts';
import { html, type Markup, nothing } from './markup.ts';
import { limitsOf, retentionScale, retentionStrip, retentionText } from './retention-strip.ts';
import { type Column, longTable, section } from './section.ts';
import { placeCell } from './thing.ts';

const columns: readonly Column[] = [
  { head: 'vault', looks: 'thing' },
  { head: 'account/Region', looks: 'place' },
  { head: 'lock', looks: 'short-text' },
  { head: retentionScale, looks: 'retention' },
  { head: 'lock allows', looks: 'short-text' },
  { head: 'shortest retention', number: true },
  { head: 'points', number: true },
  { head: 'oldest', number: true },
  { head: 'newest', number: true },
];

/** How long points are kept, and whether somebody could end that early. */
export function vaultSection({ vaults }: Overview): Markup {
  const { total, listed } = vaults;
  const lede =
    'How long recovery points are kept, and whether anybody could delete them before that. A lock in compliance mode is final; in governance mode, or while it cools off, it can still be lifted. The band is what the lock allows, the dot the shortest retention of a point in the vault.';
  const rest = total - listed.length;
  return section({ id: 'vaults', title: 'Vaults: retention and lock', lede, wide: true }, [
    listed.length === 0
      ? html`<p class="note">No vault was read.</p>\n`
      : longTable('Vaults', columns, listed.map(rowOf), 25),
    rest > 0 ? html`<p class="note">${plural(rest, 'other vault')} not listed here.</p>\n` : nothing,
  ]);
}

const rowOf = (vault: OverviewVault): readonly (string | Markup)[] => [
  html`<b>${vault.name}</b>${vault.vaultType === 'BACKUP_VAULT' ? nothing : html` <span class="kind">${typeText(vault.vaultType)}</span>`}`,
  placeCell(vault),
  lockMark(vault.lockState),
  retentionStrip(vault),
  limitsText(vault),
  vault.shortestRetention === null && vault.points === 0 ? '–' : retentionText(vault.shortestRetention),
  vault.points === null ? html`<span class="unknown-text">? not read</span>` : grouped(vault.points),
  shortDay(vault.oldest),
  shortDay(vault.newest),
];

const typeText = (type: string): string =>
  type === 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT'
    ? 'logically air-gapped'
    : type === 'RESTORE_ACCESS_BACKUP_VAULT'
      ? 'restore access'
      : type;

const locks: { readonly [state: string]: { readonly symbol: string; readonly tone: string; readonly word: string } } = {
  compliance: { symbol: '✓', tone: 'pass', word: 'compliance' },
  governance: { symbol: '◐', tone: 'medium', word: 'governance' },
  coolingOff: { symbol: '◐', tone: 'medium', word: 'cooling off' },
  none: { symbol: '✗', tone: 'fail', word: 'no lock' },
  unknown: { symbol: '?', tone: 'unknown', word: 'not read' },
};

function lockMark(state: string): Markup {
  const { symbol, tone, word } = locks[state] ?? { symbol: '?', tone: 'unknown', word: words(state) };
  return html`<span class="mark ${tone}-text"><span aria-hidden="true">${symbol}</span> ${word}</span>`;
}

function limitsText(vault: OverviewVault): string {
  if (vault.lockState === 'unknown') return 'not known';
  const limits = limitsOf(vault);
  if (limits === undefined) return 'any time';
  return limits.max === null ? `from ${limits.min} days` : `${limits.min}–${limits.max} days`;
}
