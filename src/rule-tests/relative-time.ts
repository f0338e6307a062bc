const unitMs: { readonly [unit: string]: number } = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const relative = /^(\d+(?:\.\d+)?) (minute|hour|day)s? (ago|from now)$/;

/** ISO-8601 for a text such as "3 days ago" or "12 hours from now"; undefined for any other. `asOf` is ms since 1970. */
export function absoluteTime(text: string, asOf: number): string | undefined {
  const [, amount, unit = '', direction] = relative.exec(text) ?? [];
  if (amount === undefined) return undefined;
  const distance = Number(amount) * (unitMs[unit] ?? 0);
  return new Date(direction === 'ago' ? asOf - distance : asOf + distance).toISOString();
}

/** The value with every such text in it made absolute. */
export function withAbsoluteTimes(value: unknown, asOf: number): unknown {
  if (typeof value === 'string') return absoluteTime(value, asOf) ?? value;
  if (Array.isArray(value)) return value.map((each: unknown) => withAbsoluteTimes(each, asOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withAbsoluteTimes(each, asOf)]));
}
