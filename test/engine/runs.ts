const times = Number(process.env.LAW_TIMES ?? '1');

/** How many random cases a law is tried on: as many as every change can wait for, or `npm run laws` times as many. */
export const runs = (usual: number): number => Math.ceil(usual * times);
