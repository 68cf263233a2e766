import assert from 'node:assert/strict';
import type { AddressInfo, Server } from 'node:net';
import { Controller, Get, Inject, Injectable, Scope } from '@nestjs/common';
import type { DynamicModule, ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientTCP, EventPattern, MessagePattern, Transport } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import { firstValueFrom } from 'rxjs';
import { contextOf, expected, injects, moduleOf, nameOf, onMethod, served } from './nest-app.ts';

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

  it('testing-nest/override-and-hooks', async () => {
    const lines: string[] = [];
    class Store {
      readonly created = lines.push('real store is created');
      onModuleInit(): void {
        lines.push('real store connects');
      }
      find = (id: number): string => `order ${id} from the database`;
    }
    class Orders {
      constructor(readonly store: Store) {}
      find = (id: number): string => this.store.find(id);
    }
    injects(Store);
    injects(Orders, Store);
    const builder = () => Test.createTestingModule({ providers: [Store, Orders] });

    const real = await builder().compile();
    lines.push('compiled');
    await real.init();
    lines.push('initialized', `real: ${real.get(Orders).find(7)}`);

    const fake = { find: (id: number) => `order ${id} from a map` };
    const module = await builder().overrideProvider(Store).useValue(fake).compile();
    lines.push('compiled with a fake', `fake: ${module.get(Orders).find(7)}`);
    assert.deepEqual(lines, expected('running/testing-nest/override-and-hooks.cjs'));
  });

  it('nest-microservices/cold-and-hot', async () => {
    let delivered = 0;
    class Receiver {
      sum(): number {
        return ++delivered;
      }
      created(): void {
        delivered++;
      }
    }
    Controller()(Receiver);
    onMethod(Receiver, 'sum', MessagePattern('sum'));
    onMethod(Receiver, 'created', EventPattern('order.created') as MethodDecorator);
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- a literal is what NestJS takes
    const app = await NestFactory.createMicroservice(moduleOf({ controllers: [Receiver] }), {
      transport: Transport.TCP,
      options: { host: '127.0.0.1', port: 0 },
      logger: false,
    });
    app.useLogger(false);
    await app.listen();
    const { port } = app.unwrap<Server>().address() as AddressInfo;
    const client = new ClientTCP({ host: '127.0.0.1', port });
    const lines: string[] = [];
    const count = async (name: string, use: () => unknown) => {
      delivered = 0;
      await use();
      // Whatever was sent before has been handled when this reply is there.
      await firstValueFrom(client.send('sum', {}));
      lines.push(`${name}: ${delivered - 1}`);
    };
    await count('send, no subscription', () => client.send('sum', {}));
    await count('send, two subscriptions', async () => {
      const reply = client.send('sum', {});
      await Promise.all([firstValueFrom(reply), firstValueFrom(reply)]);
    });
    await count('emit, no subscription', () => client.emit('order.created', {}));
    await count('emit, with a subscription', () => {
      client.emit('order.created', {}).subscribe();
    });
    client.close();
    await app.close();
    assert.deepEqual(lines, expected('running/nest-microservices/cold-and-hot.mjs'));
  });
});
