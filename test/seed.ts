import fc from 'fast-check';

/** The same cases in every run, so that a change is not blamed for what chance found; SEED=random looks for others. */
const { SEED } = process.env;
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED ?? 20261120) });
