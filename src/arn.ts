/** `arn:partition:service:region:account:resource`; parts that an ARN leaves empty (S3, EBS snapshots) are empty here. */
export type Arn = {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly accountId: string;
  readonly resource: string;
};

export function parseArn(text: string): Arn | undefined {
  const [scheme, partition, service, region, accountId, start] = text.split(':', 6);
  if (scheme !== 'arn' || !partition || !service || region === undefined || accountId === undefined) return undefined;
  if (start === undefined) return undefined;
  const before = `arn:${partition}:${service}:${region}:${accountId}:`.length;
  return { partition, service, region, accountId, resource: text.slice(before) };
}

/** What people call the thing: the last part of its ARN, split at `/` and `:`. */
export const arnTail = (arn: string): string => arn.split(/[/:]/).at(-1) ?? arn;
