/** Code scanning shows the worst 5,000 results of a run and drops the rest in silence (GitHub docs, "SARIF support for code scanning"). */
export const resultLimit = 5000;
/** It rejects a run of more than 25,000 results (the same page), and the checks of other programs know that number. */
export const runLimit = 25_000;
/** It rejects a file above 10 MB gzipped (the same page); the rest is for a gzip that packs worse than ours. */
export const gzipLimit = 9_500_000;
/** Above 10 tags a rule gets a warning on the tool status page, above 20 the file is rejected (the same page; github/codeql#18193). */
export const tagLimit = 10;
/** Longer rule names and descriptions are cut by GitHub in the middle of a word (the same page). */
export const nameLimit = 255;
export const descriptionLimit = 1024;
/** 5,000 results with 20 ARNs each are 2.3 MB gzipped, with 100 more than the 10 MB at which GitHub rejects the file. */
export const sampleLimit = 20;
