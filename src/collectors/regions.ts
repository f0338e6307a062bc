import { AccountClient, ListRegionsCommand } from '@aws-sdk/client-account';
import { STSClient } from '@aws-sdk/client-sts';
import { type ClientSettings, clientConfig } from './clients.ts';
import type { Provider } from './credentials.ts';
import { MalformedAnswer } from './failure.ts';
import { eachPage } from './pages.ts';
import { type Limits, withinTime } from './within-time.ts';

const form = { operation: 'ListRegions', member: 'Regions', nextToken: 'NextToken' } as const;

/** The Region of the SDK's environment: AWS_REGION, else the profile's; undefined where none is set. */
export async function sdkRegion(): Promise<string | undefined> {
  const client = new STSClient({});
  try {
    return await client.config.region();
  } catch {
    return undefined;
  } finally {
    client.destroy();
  }
}

/** Where Regions can be turned on and off, AWS says how each stands: ENABLED, DISABLED, … */
export type RegionStates = ReadonlyMap<string, string>;

const isEnabled = (state: string): boolean => state === 'ENABLED' || state === 'ENABLED_BY_DEFAULT';
export const isTurnedOff = (state: string | undefined): boolean => state === 'DISABLED' || state === 'DISABLING';

/** Every account has some: to read none of them would look as if there were nothing wrong. */
export function enabledRegions(states: RegionStates): readonly string[] {
  const regions = [...states].flatMap(([region, state]) => (isEnabled(state) ? [region] : [])).sort();
  if (regions.length === 0) throw new MalformedAnswer('the answer to ListRegions names no Region that is enabled');
  return regions;
}

/** Every Region that AWS lists for the account of the credentials. */
export async function regionStates(
  settings: ClientSettings,
  region: string,
  credentials: Provider,
  limits: Limits,
): Promise<RegionStates> {
  const client = new AccountClient({ ...clientConfig(settings, region), credentials });
  const states = new Map<string, string>();
  try {
    const ask = (token: string | undefined) =>
      withinTime(limits, (abortSignal) =>
        client.send(new ListRegionsCommand({ MaxResults: 50, NextToken: token }), { abortSignal }),
      );
    await eachPage(ask, form, async (regions) => {
      for (const { RegionName: name, RegionOptStatus: state } of regions) states.set(String(name), String(state));
    });
    return states;
  } finally {
    client.destroy();
  }
}
