/** What to say of something that was thrown. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The same for the log, which keeps the stack of an error. */
export function asLogged(error: unknown): Error | string {
  return error instanceof Error ? error : String(error);
}
