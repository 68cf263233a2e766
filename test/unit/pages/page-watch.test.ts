import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { createPageWatch } from '../../../src/features/pages/page-watch.ts';

describe('A document that a webview was handed', () => {
  let handed: number;
  let watch: ReturnType<typeof createPageWatch>;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    handed = 0;
    watch = createPageWatch(() => {
      handed += 1;
    });
  });
  afterEach(() => mock.timers.reset());

  it('is handed over again while nobody says that it is shown, but not for ever', () => {
    watch.loading();
    mock.timers.tick(3999);
    assert.equal(handed, 0);
    mock.timers.tick(1);
    assert.equal(handed, 1);
    mock.timers.tick(8000);
    assert.equal(handed, 2);
    mock.timers.tick(1_000_000);
    assert.equal(handed, 2);
  });

  it('is left alone once it is shown, or when nothing is in sight', () => {
    for (const end of ['shown', 'stop'] as const) {
      watch.loading();
      watch[end]();
      mock.timers.tick(1_000_000);
      assert.equal(handed, 0);
    }
  });

  it('is handed over at once when the one before it is still used', () => {
    watch.loading();
    watch.shown();
    watch.stale();
    assert.equal(handed, 1);
    watch.shown();
    mock.timers.tick(1_000_000);
    assert.equal(handed, 1);
  });

  it('gets its tries anew when another one comes', () => {
    watch.loading();
    mock.timers.tick(4000);
    mock.timers.tick(8000);
    watch.loading();
    mock.timers.tick(4000);
    assert.equal(handed, 3);
  });
});
