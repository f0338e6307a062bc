import { plainText } from '../reporters/plain-text.ts';
import type { ResultGap } from '../result.ts';

/** Code scanning closes every alert that an upload does not name: those of unread places must not be among them. */
export function withheldLine(gaps: readonly ResultGap[], limit = 3): string {
  const reason = unreadText(gaps, limit);
  return [
    `no sarif written: ${reason}`,
    'with --on-partial carry=EVIDENCE (what --format evidence wrote before) the findings of what was not read stay in it',
    'with --allow-incomplete it is written all the same; code scanning then closes the alerts of what was not read',
    '',
  ].join('\n');
}

/** The first gaps by name, then how many more. */
export function unreadText(gaps: readonly ResultGap[], limit = 3): string {
  if (gaps.length === 0) return 'no account and Region was read';
  return `not everything that the rules need was read: ${gapsText(gaps, limit)}`;
}

function gapsText(gaps: readonly ResultGap[], limit: number): string {
  const more = gaps.length > limit ? [`and ${gaps.length - limit} more`] : [];
  return [...gaps.slice(0, limit).map(gapText), ...more].join('; ');
}

const gapText = ({ accountId, region, operation, resource, status }: ResultGap): string =>
  plainText(`${operation}${resource === undefined ? '' : ` of ${resource}`} in ${accountId}/${region} (${status})`);
