/** The most that a List operation of AWS Backup gives at once (service model, MaxResults). */
export const pageSize = 1000;
