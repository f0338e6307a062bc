import { actionOf, type Operation, operationSpec } from '../catalogue/operations.ts';
import type { RecordKind } from '../catalogue/record-kinds.ts';
import type { ApiRates } from '../data.ts';
import type { Demand } from '../rules/demand.ts';
import type { Count, CountCalls } from './calls-count.ts';

/** A scope as far as it is known: without an inventory, the caller's account and the SDK's Region are not. */
export type Place = { readonly accountId: string | null; readonly region: string | null };

/** `atLeast`: what is not known yet may take more. */
type Cost = { readonly calls: number; readonly atLeast: boolean; readonly seconds: number };

export type OperationCalls = Demand &
  Cost & {
    readonly per: 'scope' | RecordKind;
    readonly pageSize: number | null;
    readonly callsPerSecond: number;
    /** AWS publishes no rate for it. */
    readonly isAssumed: boolean;
  };

export type ScopeCalls = Place &
  Cost & {
    /** The operation whose rate takes longest, or `total`, the rate of all together; null where nothing is called. */
    readonly boundBy: Operation | 'total' | null;
    readonly secondsAtTotalRate: number;
  };

export type CallsEstimate = {
  readonly rateShare: number;
  readonly totalPerSecond: number;
  /** Scopes are read side by side, since AWS counts calls in each apart: `seconds` is the slowest scope's. */
  readonly total: Cost;
  readonly operations: readonly OperationCalls[];
  readonly scopes: readonly ScopeCalls[];
};

type Basis = {
  readonly places: readonly Place[];
  readonly count: CountCalls;
  readonly rates: ApiRates;
  readonly rateShare: number;
};

/** What a live scan of these places calls, and the least time that AWS's rates leave it. */
export function estimateCalls(demand: readonly Demand[], basis: Basis): CallsEstimate {
  const scopes = basis.places.map((place) => scopeCalls(demand, place, basis));
  return {
    rateShare: basis.rateShare,
    totalPerSecond: rounded(basis.rates.total * basis.rateShare),
    total: together(scopes),
    operations: demand.map((each) => operationCalls(each, basis)),
    scopes,
  };
}

function operationCalls({ operation, rules }: Demand, basis: Basis): OperationCalls {
  const { per, pageSize } = operationSpec(operation);
  const callsPerSecond = rateOf(operation, basis);
  const isAssumed = !Object.hasOwn(basis.rates.callsPerSecond, operation);
  const costs = basis.places.map((place) => cost(countIn(place, operation, basis), callsPerSecond));
  return { operation, per, pageSize: pageSize ?? null, rules, ...together(costs), callsPerSecond, isAssumed };
}

function scopeCalls(demand: readonly Demand[], place: Place, basis: Basis): ScopeCalls {
  const costs = demand.map(({ operation }) => ({
    boundBy: operation,
    ...cost(countIn(place, operation, basis), rateOf(operation, basis)),
  }));
  const ofBackup = costs.filter(({ boundBy }) => actionOf(boundBy).startsWith('backup:'));
  const { calls } = together(ofBackup);
  const all = { boundBy: 'total' as const, seconds: rounded(calls / (basis.rates.total * basis.rateShare)) };
  const slowest = [...costs].sort((a, b) => b.seconds - a.seconds)[0] ?? all;
  const { boundBy, seconds } = all.seconds > slowest.seconds ? all : slowest;
  return {
    ...place,
    ...together(costs),
    seconds,
    boundBy: seconds === 0 ? null : boundBy,
    secondsAtTotalRate: all.seconds,
  };
}

const countIn = ({ accountId, region }: Place, operation: Operation, { count }: Basis): Count =>
  count(operation, { accountId: accountId ?? '', region: region ?? '' });

const rateOf = (operation: Operation, { rates, rateShare }: Basis): number =>
  rounded((rates.callsPerSecond[operation] ?? rates.assumed) * rateShare);

const cost = ({ calls, isLeast }: Count, callsPerSecond: number): Cost => ({
  calls,
  atLeast: isLeast,
  seconds: rounded(calls / callsPerSecond),
});

const together = (costs: readonly Cost[]): Cost => ({
  calls: costs.reduce((sum, { calls }) => sum + calls, 0),
  atLeast: costs.some(({ atLeast }) => atLeast),
  seconds: costs.reduce((most, { seconds }) => Math.max(most, seconds), 0),
});

/** To milliseconds: 20 × 0.8 is 16.000000000000004 of a sort. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
