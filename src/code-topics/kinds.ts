/**
 * What APIs return: kinds of objects under the names that the documentation of Node.js gives them in
 * `server.close` and `readable.pipe`, with those that packages are known by.
 */
export type Kind = string;

/** Kinds that are also others, so that `server.on` is `emitter.on` as well. */
const parents: Readonly<Record<Kind, readonly Kind[]>> = {
  readable: ['emitter'],
  writable: ['emitter'],
  duplex: ['readable', 'writable'],
  socket: ['duplex'],
  server: ['emitter'],
  child: ['emitter'],
  worker: ['emitter'],
  request: ['writable'],
  req: ['readable'],
  res: ['writable'],
  redis: ['emitter'],
  pool: ['emitter'],
  client: ['emitter'],
  wss: ['emitter'],
  interface: ['emitter'],
};

/** A kind and all that it also is, the most exact first. */
export function kindsOf(kind: Kind): readonly Kind[] {
  const all = [kind];
  for (const one of all) for (const parent of parents[one] ?? []) all.push(parent);
  return [...new Set(all)];
}

const byKind: Readonly<Record<Kind, readonly string[]>> = {
  emitter: ['EventEmitter', 'events', 'cluster'],
  readable: [
    ...['fs.createReadStream', 'fs.ReadStream', 'stream.Readable', 'stream.Readable.from'],
    ...['stream.Readable.fromWeb', 'process.stdin'],
  ],
  writable: [
    ...['fs.createWriteStream', 'fs.WriteStream', 'stream.Writable'],
    ...['process.stdout', 'process.stderr'],
  ],
  duplex: [
    ...['stream.Duplex', 'stream.Transform', 'stream.PassThrough', 'stream.Duplex.from'],
    ...['zlib.createGzip', 'zlib.createGunzip', 'zlib.createDeflate', 'zlib.createInflate'],
    ...['zlib.createBrotliCompress', 'zlib.createBrotliDecompress', 'crypto.createCipheriv'],
    'crypto.createDecipheriv',
  ],
  socket: ['net.connect', 'net.createConnection', 'net.Socket', 'tls.connect', 'tls.TLSSocket'],
  server: [
    ...['http.createServer', 'http.Server', 'https.createServer', 'https.Server'],
    ...['net.createServer', 'net.Server', 'tls.createServer', 'tls.Server'],
    ...['http2.createServer', 'http2.createSecureServer', 'app.listen'],
  ],
  child: [
    ...['child_process.spawn', 'child_process.exec', 'child_process.execFile'],
    ...['child_process.fork', 'child_process.ChildProcess'],
  ],
  worker: ['worker_threads.Worker', 'cluster.fork'],
  request: ['http.request', 'http.get', 'https.request', 'https.get', 'http.ClientRequest'],
  req: ['http.IncomingMessage', 'express.Request', 'fastify.FastifyRequest'],
  res: ['http.ServerResponse', 'express.Response', 'fastify.FastifyReply'],
  app: ['express', 'fastify', 'koa', 'hono.Hono', 'express.Application', 'express.Express'],
  router: ['express.Router', 'koa-router', '@koa/router'],
  pool: ['pg.Pool', 'mysql2.createPool', 'mysql2/promise.createPool', 'mysql.createPool'],
  client: ['pg.Client', 'pool.connect', 'mysql2.createConnection', 'pg.PoolClient'],
  sequelize: ['sequelize.Sequelize'],
  knex: ['knex', 'knex.knex'],
  prisma: ['@prisma/client.PrismaClient'],
  mongoClient: ['mongodb.MongoClient'],
  redis: ['ioredis', 'ioredis.Redis', 'redis.createClient'],
  wss: ['ws.WebSocketServer', 'ws.Server'],
  interface: ['readline.createInterface', 'readline.promises.createInterface'],
  buffer: ['Buffer.from', 'Buffer.alloc', 'Buffer.allocUnsafe', 'Buffer.concat', 'Buffer'],
  timeout: ['setTimeout', 'setInterval'],
  promise: [
    ...['Promise', 'Promise.all', 'Promise.allSettled', 'Promise.race', 'Promise.any'],
    ...['Promise.resolve', 'Promise.reject', 'Promise.try', 'fetch', 'events.once'],
    ...['stream.promises.pipeline', 'stream.promises.finished', 'timers.promises.setTimeout'],
  ],
};

const kindByName: ReadonlyMap<string, Kind> = new Map(
  Object.entries(byKind).flatMap(([kind, names]) => names.map((name) => [name, kind] as const)),
);

/** The kind of what one of these APIs returns, when it is called or used as a constructor or a type. */
export function kindFrom(names: readonly string[]): Kind | undefined {
  for (const name of names) {
    const kind = kindByName.get(name);
    if (kind !== undefined) return kind;
    if (/^fs\.promises\.(?!constants|FileHandle)\w/.test(name)) return 'promise';
  }
  return undefined;
}

/** What is of a kind without being called: streams of the process. */
export const kindOfMember = (name: string): Kind | undefined =>
  /^process\.std(?:in|out|err)$/.test(name) ? kindByName.get(name) : emitters.get(name);

const emitters: ReadonlyMap<string, Kind> = new Map([
  ['process', 'emitter'],
  ['cluster', 'emitter'],
]);

/** All kinds, for checks of what questions name. */
export const kindNames: ReadonlySet<Kind> = new Set([
  ...Object.keys(byKind),
  ...Object.keys(parents),
]);

/** Methods that return what they were called on. */
export const returnsItself = (method: string): boolean => chained.has(method);

const chained = new Set([
  ...['on', 'once', 'addListener', 'prependListener', 'prependOnceListener', 'off'],
  ...['removeListener', 'removeAllListeners', 'setMaxListeners', 'setEncoding', 'unref', 'ref'],
  'listen',
]);

/** Methods that subscribe to what their first argument names, as `emitter.on` does. */
export const subscribes = (method: string): boolean =>
  method === 'on' || method === 'once' || method === 'addListener' || method === 'prependListener';

/** The parameters of the function that is given to an API, by its name. */
export function parametersOf(names: readonly string[]): readonly (Kind | undefined)[] | undefined {
  for (const name of names) {
    if (
      /^https?\.createServer$|^http2\.create(?:Secure)?Server$|^server\.on\('request'\)$/.test(name)
    )
      return ['req', 'res'];
    if (/^(?:net|tls)\.createServer$|^server\.on\('(?:connection|secureConnection)'\)$/.test(name))
      return ['socket'];
    if (/^https?\.(?:get|request)$/.test(name)) return ['readable'];
    if (name === "wss.on('connection')") return ['emitter'];
  }
  return undefined;
}
