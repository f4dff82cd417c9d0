// The plugin writes this file anew for each contract; this one serves the runtime's own tests.

import type { Declared } from './declared.js';
import { RpcError, type DeclaredErrorOptions, type RpcErrorOptions } from './errors.js';

/** There is no such task. */
export class TaskNotFoundError extends RpcError {
  override readonly name = 'task_not_found';
  override readonly code = 1404;
  declare readonly details: { task_id: string };

  constructor(method: string, message: string, options: DeclaredErrorOptions<{ task_id: string }>) {
    super(method, 1404, 'task_not_found', message, options);
  }
}

/** Whether a failure is a {@link TaskNotFoundError}. */
export function isTaskNotFound(error: unknown): error is TaskNotFoundError {
  return error instanceof TaskNotFoundError;
}

/** Another one writes at this moment. */
export class TaskLockedError extends RpcError {
  override readonly name = 'locked';
  override readonly code = 1409;

  constructor(method: string, message: string, options?: RpcErrorOptions) {
    super(method, 1409, 'locked', message, options);
  }
}

/** Whether a failure is a {@link TaskLockedError}. */
export function isTaskLocked(error: unknown): error is TaskLockedError {
  return error instanceof TaskLockedError;
}

/** The errors that methods declare, by the names that travel. */
export const declaredErrors: Record<string, Declared> = {
  locked: {
    code: 1409,
    hasDetails: false,
    type: TaskLockedError,
  },
  task_not_found: {
    code: 1404,
    hasDetails: true,
    type: TaskNotFoundError,
  },
};
