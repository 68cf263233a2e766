/** What is used of it; the types of Node do not have it. */
interface WebAssemblyParts {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: { readonly call: (...args: unknown[]) => unknown } };
}

export const { Module, Instance } = (globalThis as unknown as { WebAssembly: WebAssemblyParts })
  .WebAssembly;

/**
 * As text, it is
 *
 *     (type $trap (func (param externref externref externref) (result externref)))
 *     (import "" "choose" (func $choose (type $trap)))
 *     (import "" "apply" (func $apply (type $trap)))
 *     (func (export "call") (type $trap)
 *       (call $choose (local.get 0) (local.get 1) (local.get 2))
 *       (return_call $apply (local.get 1) (local.get 2)))
 *
 * where the three parameters are those of a proxy's `apply`.
 */
export const compiled = compile();

function compile(): object {
  const name = (text: string) => [text.length, ...Buffer.from(text)];
  const vector = (...items: number[][]) => [items.length, ...items.flat()];
  const section = (id: number, content: number[]) => [id, content.length, ...content];
  const [trap, externref, aFunction] = [0, 0x6f, 0x00];
  const [localGet, call, returnCall, end] = [0x20, 0x10, 0x12, 0x0b];
  const three = vector([externref], [externref], [externref]);
  const body = [
    ...vector(),
    ...[localGet, 0, localGet, 1, localGet, 2, call, 0],
    ...[localGet, 1, localGet, 2, returnCall, 1],
    end,
  ];
  return new Module(
    Uint8Array.from([
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      ...section(1, vector([0x60, ...three, ...vector([externref])])),
      ...section(
        2,
        vector(
          [...name(''), ...name('choose'), aFunction, trap],
          [...name(''), ...name('apply'), aFunction, trap],
        ),
      ),
      ...section(3, vector([trap])),
      ...section(7, vector([...name('call'), aFunction, 2])),
      ...section(10, vector([body.length, ...body])),
    ]),
  );
}
