import { known, mapAnswer, noted } from '../answer.ts';
import { periodHours } from '../schedule/period-hours.ts';
import type { FactReader } from './common.ts';

/** The longest gap of its schedule; where it has none AWS runs it by the default (trap L10). */
export const periodOf =
  (standard = ''): FactReader =>
  (item, world) =>
    mapAnswer(world.fact(item, 'ScheduleExpression'), (expression) => {
      const text = String(expression ?? standard);
      const hours = periodHours(text, world.asOf);
      return hours === undefined
        ? noted(`the schedule ${JSON.stringify(text)} of ${item.id} is not understood`)
        : known(hours);
    });
