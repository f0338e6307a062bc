/**
 * A rule asks something of recovery points that cannot be told while they pass by one after the other. Not an error of
 * anybody's: the evaluation begins again and holds them all.
 */
export class NeedsPoints extends Error {
  override readonly name = 'NeedsPoints';
}

export const needPoints = (what: string): never => {
  throw new NeedsPoints(what);
};
