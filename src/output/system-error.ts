/** An error that the operating system gave, not one of ours. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'syscall' in error;

export const hasCode = (error: unknown, code: string): boolean => isSystemError(error) && error.code === code;
