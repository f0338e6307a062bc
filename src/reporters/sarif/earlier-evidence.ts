import { z } from 'zod';
import { severities } from '../../severity.ts';
import { type Carried, withoutSuffix } from './carried.ts';

const texts = z.array(z.string());

/** What we wrote of a failing finding, as far as it is needed again; other members may stand beside. */
const Failing = z.object({
  ruleId: z.string(),
  message: z.object({ text: z.string() }),
  locations: z.tuple([
    z.object({ logicalLocations: z.tuple([z.object({ name: z.string(), fullyQualifiedName: z.string() })]) }),
  ]),
  partialFingerprints: z.object({ 'backuplint/v1': z.string().regex(/^[0-9a-f]{32}$/) }),
  provenance: z.object({ firstDetectionTimeUtc: z.iso.datetime().optional(), lastDetectionTimeUtc: z.iso.datetime() }),
  properties: z.object({
    'backuplint/severity': z.enum(severities),
    'backuplint/kind': z.string(),
    'backuplint/resourceType': z.string(),
    'backuplint/places': texts,
    'backuplint/accountId': z.string().optional(),
    'backuplint/region': z.string().optional(),
    'backuplint/targets': z.object({ count: z.number().int().min(1), sample: texts }),
    'backuplint/related': texts,
  }),
});

const Standing = z.object({
  kind: z.string().optional(),
  suppressions: z.array(z.object({ status: z.string().optional() })).optional(),
});

/** By the standard a result fails where it says nothing else, and one that nobody has refused to accept is accepted. */
const isOpen = ({ kind = 'fail', suppressions = [] }: z.infer<typeof Standing>): boolean =>
  kind === 'fail' &&
  (suppressions.length === 0 || suppressions.some(({ status }) => status === 'underReview' || status === 'rejected'));

/** Of one that is not to be carried nothing is asked but that. */
const EarlierResult = z.unknown().transform((result, context): Carried | undefined => {
  const standing = Standing.safeParse(result);
  if (standing.success && !isOpen(standing.data)) return undefined;
  const failing = Failing.safeParse(result);
  if (failing.success) return carriedOf(failing.data);
  context.issues.push(
    ...failing.error.issues.map(({ path, message }) => ({ code: 'custom' as const, path, message, input: result })),
  );
  return z.NEVER;
});

const driver = z.object({ name: z.literal('backuplint', 'expected "backuplint"') });
const profile = z.literal('evidence', 'expected "evidence": the format sarif need not have all findings');

const scopes = z.object({ list: z.array(z.object({ accountId: z.string(), region: z.string() })) });

const EarlierRun = z.object({
  tool: z.object({ driver }),
  automationDetails: z.object({ id: z.string() }),
  properties: z.object({
    'backuplint/profile': profile,
    'backuplint/redacted': z.string().optional(),
    'backuplint/scopes': scopes,
  }),
  results: z.array(EarlierResult),
});

/** A log that `--format evidence` wrote. */
export const EarlierEvidence = z.object({
  version: z.literal('2.1.0', 'expected "2.1.0"'),
  runs: z.tuple([EarlierRun], EarlierRun),
});

function carriedOf({
  ruleId,
  message,
  locations,
  partialFingerprints,
  provenance,
  properties,
}: z.infer<typeof Failing>): Carried {
  const [
    {
      logicalLocations: [{ name, fullyQualifiedName: id }],
    },
  ] = locations;
  const { count, sample } = properties['backuplint/targets'];
  return {
    ruleId,
    fingerprint: partialFingerprints['backuplint/v1'],
    severity: properties['backuplint/severity'],
    message: withoutSuffix(message.text),
    target: {
      kind: properties['backuplint/kind'],
      name,
      id,
      resourceType: properties['backuplint/resourceType'],
      accountId: properties['backuplint/accountId'],
      region: properties['backuplint/region'],
    },
    places: properties['backuplint/places'],
    count,
    sample,
    related: properties['backuplint/related'],
    lastSeen: provenance.lastDetectionTimeUtc,
    firstSeen: provenance.firstDetectionTimeUtc ?? provenance.lastDetectionTimeUtc,
  };
}
