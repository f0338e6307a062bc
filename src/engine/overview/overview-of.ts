import { isForgotten } from '../../inventory/gap.ts';
import type { Overview } from '../../overview.ts';
import { keepGaps } from '../world/keep-gaps.ts';
import type { World } from '../world/world.ts';
import type { Targets } from './asked.ts';
import { cellsOf } from './cells.ts';
import { resourceRows } from './resource-rows.ts';
import { unreadOf } from './unread.ts';
import { vaultsOf } from './vaults.ts';
import { doubtfulOf, oldestOf, restoreTestsOf } from './worst-resources.ts';

/**
 * What the estate looks like, read off a world whose points, if they passed, were asked beside the rules. That AWS has
 * forgotten old jobs leaves nothing unknown here: copies where nobody looked and tests of which no job tells any more are
 * not in it.
 */
export function overviewOf(targets: Targets, world: World): Overview {
  const read = keepGaps(world, (gap) => !isForgotten(gap));
  const rows = resourceRows(targets, { world, read });
  return {
    targets: { ageHours: targets.ageHours, testDays: targets.testDays },
    cells: cellsOf(rows, read),
    oldest: oldestOf(rows, read),
    doubtful: doubtfulOf(rows, read),
    restoreTests: restoreTestsOf(rows, read),
    vaults: vaultsOf(targets, read),
    unread: unreadOf(read),
  };
}
