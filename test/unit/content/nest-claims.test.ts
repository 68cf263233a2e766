import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Controller, Get, Injectable, Scope } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { injects, moduleOf, onMethod, quiet } from './nest-app.ts';

/** What the pages of the pack for NestJS say without a snippet, tried with NestJS itself. */
describe('What a page says of NestJS is what NestJS does', function () {
  this.timeout(30_000);

  it('testing-nest: a guard behind APP_GUARD is replaced by overrideProvider, with useExisting only', async () => {
    class AuthGuard {
      canActivate(): boolean {
        return false;
      }
    }
    Injectable()(AuthGuard);
    class Orders {
      find(): string {
        return 'found';
      }
    }
    Controller()(Orders);
    onMethod(Orders, 'find', Get('orders'));
    const allow = { canActivate: () => true };

    async function status(
      how: 'useClass' | 'useExisting',
      override: 'overrideGuard' | 'overrideProvider',
    ): Promise<number> {
      const own = how === 'useExisting' ? [AuthGuard] : [];
      const guard =
        how === 'useExisting'
          ? { provide: APP_GUARD, useExisting: AuthGuard }
          : { provide: APP_GUARD, useClass: AuthGuard };
      const root = moduleOf({ controllers: [Orders], providers: [...own, guard] });
      const builder = Test.createTestingModule({ imports: [root] });
      const module = await builder[override](AuthGuard).useValue(allow).compile();
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- a literal is what NestJS takes
      const app = module.createNestApplication(quiet);
      try {
        await app.listen(0, '127.0.0.1');
        return (await fetch(`${await app.getUrl()}/orders`)).status;
      } finally {
        await app.close();
      }
    }

    assert.equal(await status('useClass', 'overrideGuard'), 403);
    assert.equal(await status('useClass', 'overrideProvider'), 403);
    assert.equal(await status('useExisting', 'overrideGuard'), 403);
    assert.equal(await status('useExisting', 'overrideProvider'), 200);
  });

  it('injection-scopes: get() of a scoped provider throws, and resolve() creates one each time', async () => {
    class RequestUser {
      readonly name = 'ada';
    }
    Injectable({ scope: Scope.REQUEST })(RequestUser);
    class Orders {
      constructor(readonly user: RequestUser) {}
    }
    injects(Orders, RequestUser);
    const root = moduleOf({ providers: [RequestUser, Orders] });
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- a literal is what NestJS takes
    const app = await NestFactory.createApplicationContext(root, { logger: false });
    assert.throws(() => app.get(Orders), /scoped provider/);
    assert.notEqual(await app.resolve(Orders), await app.resolve(Orders));
    await app.close();
  });

  it('injection-scopes: in an application from NestFactory.create, get() of a scoped provider exits the process', async () => {
    class RequestUser {
      readonly name = 'ada';
    }
    Injectable({ scope: Scope.REQUEST })(RequestUser);
    const root = moduleOf({ providers: [RequestUser] });
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- a literal is what NestJS takes
    const app = await NestFactory.create(root, { logger: false });
    const codes: unknown[] = [];
    const exit = mock.method(process, 'exit', (code: unknown) => void codes.push(code));
    try {
      app.get(RequestUser);
    } finally {
      exit.mock.restore();
    }
    assert.deepEqual(codes, [1]);
    await app.close();
  });
});
