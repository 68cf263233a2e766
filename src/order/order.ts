/**
 * All outputs a snippet may have, as a series-parallel expression. It is plain JSON, so that it
 * reads the same in a snippet's front matter, in the compiled bank and here.
 *
 * - a string is one line on stdout; `err` one on stderr; `uncaught` the error that ends the
 *   program; `exit` its exit code when that is not 0 (or the signal that ended it)
 * - a list happens in that order
 * - `any` lets its branches interleave
 * - `block` stays together inside an `any` (a callback and the microtasks it drains)
 * - `opt` may happen or not; `alt` is exactly one of its branches
 */
export type Order =
  | string
  | { readonly err: string }
  | { readonly uncaught: string }
  | { readonly exit: number | string }
  | readonly Order[]
  | { readonly any: readonly Order[] }
  | { readonly block: Order }
  | { readonly opt: Order }
  | { readonly alt: readonly Order[] };
