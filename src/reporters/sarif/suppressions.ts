import type { PropertyBag, Suppression } from 'sarif';
import { guidOf } from '../../hash.ts';
import type { Finding, Result } from '../../result.ts';
import type { Place } from '../../rules/rule.ts';
import { plainText } from '../plain-text.ts';
import { placeLocation } from './location.ts';
import { sentence } from './sarif-text.ts';

type Waiver = NonNullable<Finding['waiver']>;

/** Where waivers were given, every result says whether one accepts it; else none says so. */
export const hasWaivers = ({ waivers, findings }: Pick<Result, 'waivers' | 'findings'>): boolean =>
  waivers !== undefined || findings.some(({ waiver }) => waiver !== null);

type Accepted = {
  readonly suppressions: Suppression[];
  /** Not every program that reads SARIF takes properties of a suppression. */
  readonly properties: PropertyBag;
};

/** By whom and why a result is accepted; more than one waiver may have a part in it. */
export function acceptanceOf(
  findings: Iterable<Pick<Finding, 'waiver'>>,
  identity: string,
  { places, root }: { readonly places: readonly Place[]; readonly root: string },
): Accepted {
  const waivers = new Map<number, Waiver>();
  for (const { waiver } of findings) if (waiver !== null) waivers.set(waiver.at, waiver);
  const sorted = [...waivers.values()].sort((a, b) => a.at - b.at);
  return {
    suppressions: sorted.map((waiver) => suppressionOf(waiver, identity, places[waiver.at], root)),
    properties: sorted.length === 0 ? {} : { 'backuplint/waivers': sorted.map(textsOf) },
  };
}

function suppressionOf(waiver: Waiver, identity: string, place: Place | undefined, root: string): Suppression {
  const { reason, owner, ticket, expires } = textsOf(waiver);
  const physicalLocation = place && placeLocation(place, root);
  const by = [owner, ...(ticket === undefined ? [] : [ticket]), `until ${expires}`].join(', ');
  return {
    kind: 'external',
    status: 'accepted',
    justification: `${sentence(reason)} (${by})`,
    guid: guidOf('suppression', identity, reason, owner, ticket ?? '', expires),
    ...(physicalLocation === undefined ? {} : { location: { physicalLocation } }),
  };
}

const textsOf = ({ reason, owner, ticket, expires }: Waiver): Omit<Waiver, 'at'> => ({
  reason: plainText(reason),
  owner: plainText(owner),
  ...(ticket === undefined ? {} : { ticket: plainText(ticket) }),
  expires: plainText(expires),
});
