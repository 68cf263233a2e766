import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import 'reflect-metadata';
import {
  Catch,
  Controller,
  Get,
  Inject,
  Injectable,
  Module,
  NotFoundException,
  Param,
  ParseIntPipe,
  RequestTimeoutException,
  Scope,
  UseFilters,
  UseGuards,
  UseInterceptors,
  UsePipes,
} from '@nestjs/common';
import type {
  ArgumentsHost,
  CanActivate,
  DynamicModule,
  ExceptionFilter,
  HttpException,
  ModuleMetadata,
  NestInterceptor,
  PipeTransform,
  Type,
} from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, NestFactory } from '@nestjs/core';
import { catchError, tap, throwError, timeout } from 'rxjs';
import { parse } from 'yaml';
import { packsFolder } from '../bank/real-bank.ts';

/*
 * The snippets of the pack for NestJS are small models in plain code. Here the same program runs in NestJS itself
 * and has to print what the snippet expects. Decorators are called as functions, since they need no compiler then.
 */

/** What a snippet of the pack prints, by its front matter. */
function expected(snippet: string): readonly string[] {
  const text = readFileSync(join(packsFolder, 'nest', snippet), 'utf8');
  const matter = /^\/\* ---\n([^]*?)--- \*\//.exec(text)?.[1] ?? '';
  return (parse(matter) as { expect: string[] }).expect;
}

/** Marks the parameters of a constructor, as `@Inject` before each of them would. */
function injects(type: Type, ...tokens: unknown[]): void {
  Injectable()(type);
  tokens.forEach((token, index) => Inject(token as Type)(type, undefined, index));
}

function moduleOf(metadata: ModuleMetadata): Type {
  class Some {
    readonly metadata = metadata;
  }
  Module(metadata)(Some);
  return Some;
}

const quiet = { logger: false, abortOnError: false } as const;
const contextOf = (root: Type) =>
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- a literal is what NestJS takes
  NestFactory.createApplicationContext(root, quiet);

/** Applies decorators to a method. */
function onMethod(type: Type, method: string, ...decorators: MethodDecorator[]): void {
  const prototype = type.prototype as object;
  const descriptor = Object.getOwnPropertyDescriptor(prototype, method);
  assert.ok(descriptor);
  for (const decorate of decorators) decorate(prototype, method, descriptor);
}

/** Runs an application for HTTP while `use` sends requests to it. */
async function served(root: Type, use: (url: string) => Promise<void>): Promise<void> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- as above
  const app = await NestFactory.create(root, quiet);
  try {
    await app.listen(0, '127.0.0.1');
    await use(await app.getUrl());
  } finally {
    await app.close();
  }
}

const nameOf = (error: unknown): string =>
  error instanceof Error ? error.constructor.name : String(error);

describe('A model of NestJS prints what NestJS does', function () {
  this.timeout(30_000);

  it('modules-and-providers/one-store-or-two', async () => {
    let made = 0;
    class Store {
      readonly number = ++made;
    }
    class Orders {
      constructor(readonly store: Store) {}
    }
    class Invoices {
      constructor(readonly store: Store) {}
    }
    Injectable()(Store);
    injects(Orders, Store);
    injects(Invoices, Store);
    const tell = async (name: string, orders: ModuleMetadata, invoices: ModuleMetadata) => {
      made = 0;
      const root = moduleOf({ imports: [moduleOf(orders), moduleOf(invoices)] });
      try {
        const app = await contextOf(root);
        const [one, two] = [Orders, Invoices].map((type) => app.get(type, { strict: false }).store);
        return `${name}: ${made} store${made > 1 ? 's' : ''}, ${one === two ? 'shared' : 'not shared'}`;
      } catch (error) {
        return `${name}: ${nameOf(error)}`;
      }
    };
    const storage = moduleOf({ providers: [Store], exports: [Store] });
    const closed = moduleOf({ providers: [Store] });
    assert.deepEqual(
      [
        await tell(
          'exported',
          { imports: [storage], providers: [Orders] },
          { imports: [storage], providers: [Invoices] },
        ),
        await tell(
          'listed twice',
          { providers: [Store, Orders] },
          { providers: [Store, Invoices] },
        ),
        await tell(
          'not exported',
          { imports: [closed], providers: [Orders] },
          { imports: [closed], providers: [Invoices] },
        ),
      ],
      expected('structure/modules-and-providers/one-store-or-two.cjs'),
    );
  });

  it('injection-scopes/scope-climbs', async () => {
    const made = new Map<string, number>();
    const count = () => [...made].map(([name, times]) => `${name} ${times}`).join(', ');
    class Counted {
      readonly times = (made.get(this.constructor.name) ?? 0) + 1;
      readonly all = made.set(this.constructor.name, this.times);
    }
    class Store extends Counted {}
    class Health extends Counted {}
    class RequestUser extends Counted {}
    class Orders extends Counted {}
    class OrdersController extends Counted {
      find(): string {
        return 'found';
      }
    }
    injects(Store);
    injects(Health, Store);
    Injectable({ scope: Scope.REQUEST })(RequestUser);
    injects(Orders, Store, RequestUser);
    Controller()(OrdersController);
    Inject(Orders)(OrdersController, undefined, 0);
    onMethod(OrdersController, 'find', Get());
    const root = moduleOf({
      controllers: [OrdersController],
      providers: [Store, Health, RequestUser, Orders],
    });
    const lines: string[] = [];
    await served(root, async (url) => {
      lines.push(`at start: ${count()}`);
      for (let request = 0; request < 2; request++) await fetch(url);
    });
    lines.push(`after two requests: ${count()}`);
    assert.deepEqual(lines, expected('structure/injection-scopes/scope-climbs.cjs'));
  });

  it('request-lifecycle/three-levels', async () => {
    const lines: string[] = [];
    const guard = (level: string): CanActivate => ({
      canActivate: () => lines.push(`guard: ${level}`) > 0,
    });
    const interceptor = (level: string): NestInterceptor => ({
      intercept: (_context, next) => {
        lines.push(`interceptor: ${level}`);
        return next.handle().pipe(tap(() => lines.push(`interceptor: ${level}, after`)));
      },
    });
    const pipe = (level: string): PipeTransform => ({
      transform: (value: unknown) => {
        lines.push(`pipe: ${level}`);
        return value;
      },
    });
    class Orders {
      find(id: string): void {
        lines.push(`handler: order ${id}`);
      }
    }
    Controller()(Orders);
    UseGuards(guard('controller'))(Orders);
    UseInterceptors(interceptor('controller'))(Orders);
    UsePipes(pipe('controller'))(Orders);
    onMethod(
      Orders,
      'find',
      Get(':id'),
      UseGuards(guard('route')),
      UseInterceptors(interceptor('route')),
      UsePipes(pipe('route')),
    );
    Param('id')(Orders.prototype, 'find', 0);
    const root = moduleOf({
      controllers: [Orders],
      providers: [
        { provide: APP_GUARD, useValue: guard('global') },
        { provide: APP_INTERCEPTOR, useValue: interceptor('global') },
        { provide: APP_PIPE, useValue: pipe('global') },
      ],
    });
    await served(root, async (url) => {
      await fetch(`${url}/7`);
    });
    assert.deepEqual(lines, expected('requests/request-lifecycle/three-levels.mjs'));
  });

  it('request-lifecycle/who-sees-the-error', async () => {
    const lines: string[] = [];
    const guard: CanActivate = {
      canActivate: (context) => {
        const { headers } = context.switchToHttp().getRequest<IncomingMessage>();
        return headers['user'] !== undefined;
      },
    };
    const interceptor: NestInterceptor = {
      intercept: (_context, next) =>
        next.handle().pipe(
          catchError((error: HttpException) => {
            lines.push(`interceptor sees ${error.getStatus()}`);
            return throwError(() => error);
          }),
        ),
    };
    class Filter implements ExceptionFilter<HttpException> {
      catch(error: HttpException, host: ArgumentsHost): void {
        lines.push(`filter: ${error.getStatus()}`);
        host.switchToHttp().getResponse<ServerResponse>().end();
      }
    }
    Catch()(Filter);
    class Orders {
      find(id: number): object {
        if (id !== 7) throw new NotFoundException();
        return { id };
      }
    }
    Controller()(Orders);
    onMethod(Orders, 'find', Get(':id'), UseGuards(guard), UseInterceptors(interceptor));
    Param('id', ParseIntPipe)(Orders.prototype, 'find', 0);
    const root = moduleOf({
      controllers: [Orders],
      providers: [{ provide: APP_FILTER, useClass: Filter }],
    });
    await served(root, async (url) => {
      await fetch(`${url}/7`);
      await fetch(`${url}/seven`, { headers: { user: 'Ada' } });
      await fetch(`${url}/8`, { headers: { user: 'Ada' } });
    });
    assert.deepEqual(lines, expected('requests/request-lifecycle/who-sees-the-error.mjs'));
  });

  it('guards-pipes-interceptors-filters/which-filter', async () => {
    class NoStock extends Error {}
    class Answers implements ExceptionFilter {
      catch(_error: unknown, host: ArgumentsHost): void {
        host.switchToHttp().getResponse<ServerResponse>().end(this.constructor.name);
      }
    }
    class Everything extends Answers {}
    class NoStockOnly extends Answers {}
    class controller extends Answers {}
    Catch()(Everything);
    Catch(NoStock)(NoStockOnly);
    Catch()(controller);
    class Orders {
      one(): void {
        throw new NoStock();
      }
      two(): void {
        throw new NoStock();
      }
      three(): void {
        throw new TypeError();
      }
    }
    class Plain {
      four(): void {
        throw new TypeError();
      }
    }
    Controller()(Orders);
    UseFilters(controller)(Orders);
    Controller()(Plain);
    onMethod(Orders, 'one', Get('1'), UseFilters(Everything, NoStockOnly));
    onMethod(Orders, 'two', Get('2'), UseFilters(NoStockOnly, Everything));
    onMethod(Orders, 'three', Get('3'), UseFilters(NoStockOnly));
    onMethod(Plain, 'four', Get('4'));
    const names = [
      '(Everything, NoStockOnly)',
      '(NoStockOnly, Everything)',
      '(NoStockOnly) and another error',
      'without a filter',
    ];
    const lines: string[] = [];
    await served(moduleOf({ controllers: [Orders, Plain] }), async (url) => {
      for (const [index, name] of names.entries()) {
        const response = await fetch(`${url}/${index + 1}`);
        const text = response.status === 500 ? '500' : await response.text();
        lines.push(`${name}: ${text}`);
      }
    });
    assert.deepEqual(
      lines,
      expected('requests/guards-pipes-interceptors-filters/which-filter.cjs'),
    );
  });

  it('guards-pipes-interceptors-filters/timeout-does-not-cancel', async () => {
    const lines: string[] = [];
    const bank = new EventEmitter();
    class Payments {
      async pay(): Promise<void> {
        lines.push('handler starts');
        await once(bank, 'answer');
        lines.push('handler charges the card');
        bank.emit('charged');
      }
    }
    const impatient: NestInterceptor = {
      intercept: (_context, next) =>
        next.handle().pipe(
          timeout(10),
          catchError(() => throwError(() => new RequestTimeoutException())),
        ),
    };
    Controller()(Payments);
    onMethod(Payments, 'pay', Get(), UseInterceptors(impatient));
    await served(moduleOf({ controllers: [Payments] }), async (url) => {
      lines.push(`response: ${(await fetch(url)).status}`);
      const charged = once(bank, 'charged');
      bank.emit('answer');
      await charged;
    });
    assert.deepEqual(
      lines,
      expected('requests/guards-pipes-interceptors-filters/timeout-does-not-cancel.mjs'),
    );
  });

  it('dynamic-modules/same-options-twice', async () => {
    let clients = 0;
    class Client {
      readonly number = ++clients;
    }
    class Orders {
      constructor(readonly client: Client) {}
    }
    class Invoices {
      constructor(readonly client: Client) {}
    }
    injects(Client, 'OPTIONS');
    injects(Orders, Client);
    injects(Invoices, Client);
    const HttpModule = moduleOf({});
    const register = (options: object): DynamicModule => ({
      module: HttpModule,
      providers: [Client, { provide: 'OPTIONS', useValue: options }],
      exports: [Client],
    });
    const tell = async (name: string, first: DynamicModule, second: DynamicModule) => {
      clients = 0;
      const orders = moduleOf({ imports: [first], providers: [Orders] });
      const invoices = moduleOf({ imports: [second], providers: [Invoices] });
      const app = await contextOf(moduleOf({ imports: [orders, invoices] }));
      const [one, two] = [Orders, Invoices].map((type) => app.get(type, { strict: false }).client);
      return `${name}: ${clients} client${clients > 1 ? 's' : ''}, shared: ${one === two}`;
    };
    const options = { url: 'https://bank.example' };
    const bank = register(options);
    assert.deepEqual(
      [
        await tell('two calls', register(options), register(options)),
        await tell('one result', bank, bank),
      ],
      expected('structure/dynamic-modules/same-options-twice.cjs'),
    );
  });
});
