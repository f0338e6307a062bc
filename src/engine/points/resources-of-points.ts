import type { Item } from '../item.ts';
import { timeOf } from '../moment.ts';
import { namesWith, type ResourceNames } from '../world/resources.ts';

type Noted = ResourceNames & { newest: number };

/** What points that passed tell of their resources. */
export function resourcesOfPoints() {
  const all = new Map<string, Noted>();
  return {
    merge: (others: ReadonlyMap<string, Noted>): void => {
      for (const [arn, { type, name, newest }] of others) {
        const seen = all.get(arn);
        const names = namesWith(seen, { ResourceType: type, ResourceName: name });
        all.set(arn, { ...names, newest: Math.max(seen?.newest ?? newest, newest) });
      }
    },
    all: all as ReadonlyMap<string, Noted>,
    newestOf: (arn: string): number | undefined => all.get(arn)?.newest,
    note: ({ fields }: Item): void => {
      const { ResourceArn: arn, ResourceType: type, ResourceName: name, CreationDate: date } = fields;
      const time = timeOf(String(date));
      const seen = all.get(String(arn));
      if (seen === undefined || seen.type !== type || seen.name !== name) {
        const newest = seen === undefined || seen.newest < time ? time : seen.newest;
        all.set(String(arn), { ...namesWith(seen, fields), newest });
      } else if (seen.newest < time) seen.newest = time;
    },
  };
}
