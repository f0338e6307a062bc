/** Where something lies: `account/region`. */
export const placeOf = ({ accountId, region }: { readonly accountId: string; readonly region: string }): string =>
  `${accountId}/${region}`;

type Placed = { readonly accountId?: string | undefined; readonly region?: string | undefined };

/** None where AWS gives no account or Region, as of a bucket that nothing else names. */
export const placesOf = ({ accountId, region }: Placed): readonly string[] =>
  accountId === undefined || region === undefined ? [] : [placeOf({ accountId, region })];
