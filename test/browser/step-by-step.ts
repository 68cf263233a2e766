/**
 * For a suite whose tests each go on where the last one ended, called where its hooks are declared:
 * after one that failed, the others are not tried. Mocha's `bail` would skip every later suite that
 * asks for it too, though they have windows of their own.
 */
export function stepByStep(): void {
  let failed: string | undefined;
  afterEach(function () {
    if (this.currentTest?.state === 'failed') failed ??= this.currentTest.title;
  });
  beforeEach(() => {
    if (failed !== undefined) throw new Error(`Not tried, since it goes on after "${failed}".`);
  });
}
