import type { Scope } from '../../src/inventory/record.ts';
import type { Point } from './point.ts';
import { allPoints } from './points.ts';
import { prodFrankfurt, sameScope } from './scopes.ts';
import { airGappedFrankfurt, deniedVault, restoreAccess, type Vault, vaultArn, vaults } from './vaults.ts';

/** One vault as one scope sees it. */
export type Listing = { readonly seenFrom: Scope; readonly vault: Vault; readonly points: readonly Point[] };

const inside = (vault: Vault): readonly Point[] =>
  allPoints.filter((point) => vaultArn(point.vault) === vaultArn(vault));

function pointsShownBy(vault: Vault): readonly Point[] {
  if (vault !== restoreAccess) return inside(vault);
  return inside(airGappedFrankfurt).map((point) => ({ ...point, vault }));
}

/** The air-gapped vault in Frankfurt is shared with the production account, which lists it as well as its owner. */
const listings: readonly Listing[] = [
  ...vaults.map((vault) => ({ seenFrom: vault.scope, vault, points: pointsShownBy(vault) })),
  { seenFrom: prodFrankfurt, vault: airGappedFrankfurt, points: inside(airGappedFrankfurt) },
];

export const listingsIn = (scope: Scope): readonly Listing[] =>
  listings.filter(({ seenFrom }) => sameScope(seenFrom, scope));

export const isDenied = ({ vault }: Listing): boolean => vault === deniedVault;
