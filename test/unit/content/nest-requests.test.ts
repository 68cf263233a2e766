import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  Catch,
  Controller,
  Get,
  NotFoundException,
  Param,
  ParseIntPipe,
  RequestTimeoutException,
  UseFilters,
  UseGuards,
  UseInterceptors,
  UsePipes,
} from '@nestjs/common';
import type {
  ArgumentsHost,
  CanActivate,
  ExceptionFilter,
  HttpException,
  NestInterceptor,
  PipeTransform,
} from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { catchError, tap, throwError, timeout } from 'rxjs';
import { expected, moduleOf, onMethod, served } from './nest-app.ts';

describe('A model of a request in NestJS prints what NestJS does', function () {
  this.timeout(30_000);

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
});
