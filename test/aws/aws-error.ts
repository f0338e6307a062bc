/** An error that AWS answers; any other error is a fault of the server's own. */
export class AwsError extends Error {
  readonly type: string;
  readonly status: number;

  constructor(type: string, message: string, status = 400) {
    super(message);
    this.name = 'AwsError';
    this.type = type;
    this.status = status;
  }
}

export const notFound = (what: string): AwsError => new AwsError('ResourceNotFoundException', `${what} was not found.`);
export const invalidParameter = (message: string): AwsError =>
  new AwsError('InvalidParameterValueException', `Invalid parameter: ${message}`);
export const insufficientPrivileges = (): AwsError =>
  new AwsError('AccessDeniedException', 'Insufficient privileges to perform this action.', 403);
