/** A fact that several pages state, and that changes: a version, a default, a limit. */
export interface Fact {
  readonly id: string;
  /** What is true, with where that was looked up. */
  readonly source: string;
  /** How pages state it; its groups hold the values, in the order of `value`. A space is any white space. */
  readonly says: RegExp;
  /** What the groups have to be; more than one list when a page may say it in several ways. */
  readonly value: readonly (readonly string[])[];
  /** Pages that state it, so that a change of wording does not lose them. Other pages are checked too. */
  readonly pages: readonly string[];
}

/** The month of the last look at all of these. A page that says "newest" names such a month itself. */
export const factsChecked = 'November 2026';

export const facts: readonly Fact[] = [
  {
    id: 'node-supported',
    source:
      'nodejs.org/en/about/previous-releases: 22 (until April 2027), 24, 26; 20 ended in April 2026',
    says: /\b(?:supported|support|maintained|maintains)\b[^.\n]{0,30}?\b(\d\d, \d\d(?:,)? and \d\d)\b/,
    value: [['22, 24 and 26']],
    pages: ['questions/prepare/what-interviews-test.md', 'questions/fundamentals/what-is-node.md'],
  },
  {
    id: 'node-20-end-of-life',
    source: 'nodejs.org/en/about/previous-releases',
    says: /Node(?:\.js)? 20(?:'s| has| is| reached)[^.\n]{0,20}? end of life (?:in|since) (\w+ \d{4})/,
    value: [['April 2026']],
    pages: ['questions/fundamentals/what-is-node.md'],
  },
  {
    id: 'npm-current-major',
    source: 'registry.npmjs.org/npm, `latest`',
    says: /\bnpm (\d+)(?: \([^)]*\))? (?:is (?:the )?(?:current|newest|latest)|now blocks|blocks|turned)|\bcurrent npm (\d+)/,
    value: [['12']],
    pages: ['questions/fundamentals/npm-vs-npx.md'],
  },
  {
    id: 'typescript-newest-major',
    source: 'registry.npmjs.org/typescript, `latest`: 7, the native compiler, since July 2026',
    says: /TypeScript (\d+)(?: \([^)]*\))?,? (?:is (?:the )?(?:current|newest|latest)|the native compiler|whose compiler is native)/,
    value: [['7']],
    pages: [
      'packs/typescript/compiling/type-stripping.md',
      'questions/prepare/typescript-and-nestjs.md',
    ],
  },
  {
    id: 'strict-by-default',
    source: 'typescriptlang.org, release notes of 6.0',
    says: /TypeScript (\d+)(?:\.0)? (?:is the first that has it on by default|turned `strict` on by default|made `strict` the default)/,
    value: [['6']],
    pages: [],
  },
  {
    id: 'keep-alive-timeout',
    source:
      'nodejs.org/api/http.html#serverkeepalivetimeout: 5 s, with keepAliveTimeoutBuffer (1 s, 22.19+ and 24.6+) 6 s in practice',
    says: /`(?:server\.)?keepAliveTimeout`[^.\n]{0,40}?\b(\d+) (?:s|seconds)\b|advertises (\d+) seconds of idle time/,
    value: [['5']],
    pages: ['questions/operations/deploy-node.md', 'questions/http-apis/rest-design.md'],
  },
  {
    id: 'keep-alive-buffer',
    source: 'nodejs.org/api/http.html#serverkeepalivetimeoutbuffer',
    says: /\b(\d+) (?:s|second) (?:of|that) `(?:server\.)?keepAliveTimeoutBuffer`/,
    value: [['1'], ['one']],
    pages: [],
  },
  {
    id: 'idle-connection-closed',
    source:
      'measured on 20, 22, 24 and 26: keepAliveTimeout plus keepAliveTimeoutBuffer, a constant in 20',
    says: /closes the connection after (\d+)|connection is closed about (\d+) seconds later/,
    value: [['6']],
    pages: ['questions/http-apis/rest-design.md', 'questions/production/graceful-shutdown.md'],
  },
  {
    id: 'request-timeout',
    source: 'nodejs.org/api/http.html#serverrequesttimeout: 300 s since 18',
    says: /`(?:server\.)?requestTimeout`(?: \(| is |: |, )(?:default )?(\d+|five) (?:s|seconds|minutes)\b/,
    value: [['300'], ['5'], ['five']],
    pages: [],
  },
  {
    id: 'headers-timeout',
    source: 'nodejs.org/api/http.html#serverheaderstimeout: 60 s',
    says: /`(?:server\.)?headersTimeout`(?: \(| is |: |, )(?:default )?(\d+) (?:s|seconds)\b/,
    value: [['60']],
    pages: [],
  },
  {
    id: 'thread-pool-size',
    source: 'docs.libuv.org/en/v1.x/threadpool.html: 4',
    says: /\b(\w+) (?:libuv )?threads by default\b|default (?:size )?is \**(\w+) threads\b|pool (?:of|has) \**(?!worker)(\w+)\** threads\b/,
    value: [['4'], ['four']],
    pages: [
      'questions/event-loop/libuv-thread-pool.md',
      'questions/fundamentals/v8-and-libuv.md',
      'questions/production/cluster-vs-workers.md',
      'questions/streams/readfilesync-in-handlers.md',
    ],
  },
  {
    id: 'thread-pool-maximum',
    source: 'docs.libuv.org/en/v1.x/threadpool.html: 1024',
    says: /(?:the maximum is|at most) (\d{3,4})(?=\W)(?<=UV_THREADPOOL_SIZE[^]{0,90})/,
    value: [['1024']],
    pages: ['questions/event-loop/libuv-thread-pool.md'],
  },
  {
    id: 'byte-high-water-mark',
    source: 'nodejs.org/api/stream.html: 64 KiB since 22.0, 16 KiB on 20 (and on Windows)',
    says: /(\d+) KiB (?:for bytes )?since Node (\d+)/,
    value: [['64', '22']],
    pages: ['questions/streams/stream-types.md', 'questions/streams/backpressure.md'],
  },
  {
    id: 'read-stream-high-water-mark',
    source: 'nodejs.org/api/fs.html#fscreatereadstreampath-options: 64 KiB',
    says: /`fs\.createReadStream`(?: \||:| has| reads)(?: chunks of)? (\d+) KiB/,
    value: [['64']],
    pages: ['questions/streams/stream-types.md'],
  },
  {
    id: 'object-high-water-mark',
    source: 'nodejs.org/api/stream.html: 16 objects',
    says: /object mode[^.\n|]{0,20}?(?:\||:| is| holds) (\d+) objects/,
    value: [['16']],
    pages: [],
  },
  {
    id: 'most-listeners',
    source: 'nodejs.org/api/events.html#eventsdefaultmaxlisteners: 10',
    says: /[Mm]ore than \**(\d+)\** (?:listeners )?for one event/,
    value: [['10']],
    pages: ['questions/async/event-emitter.md'],
  },
  {
    id: 'require-of-es-modules',
    source: 'nodejs.org/api/modules.html: without a flag since 20.19 and 22.12',
    says: /(?:`?require`?|CommonJS requires)[^.\n]{0,60}?(?:since|from) (?:Node )?\**(2\d\.\d+) and (2\d\.\d+)/,
    value: [['20.19', '22.12']],
    pages: ['questions/fundamentals/cjs-vs-esm.md'],
  },
  {
    id: 'type-stripping',
    source:
      'nodejs.org/api/typescript.html: without a flag since 22.18 and 23.6, stable since 24.12 and 25.2',
    says: /(?:[Ss]ince|[Ff]rom)(?: Node)? (2[2-3]\.\d+) and (23\.\d+)/,
    value: [['22.18', '23.6']],
    pages: [
      'packs/typescript/compiling/type-stripping.md',
      'questions/prepare/typescript-and-nestjs.md',
    ],
  },
  {
    id: 'type-stripping-stable',
    source: 'nodejs.org/api/typescript.html',
    says: /(2\d\.\d+) and (25\.\d+)(?: on)?,? it is stable|stable since (2\d\.\d+) and (25\.\d+)/,
    value: [['24.12', '25.2']],
    pages: [
      'packs/typescript/compiling/type-stripping.md',
      'questions/prepare/typescript-and-nestjs.md',
    ],
  },
  {
    id: 'sample-per-iteration',
    source: 'nodejs.org/api/perf_hooks.html: added in 24.19 and 26.5',
    says: /`samplePerIteration`,? \(?(?:in|since|added in) (24\.\d+) and (26\.\d+)/,
    value: [['24.19', '26.5']],
    pages: ['questions/event-loop/blocking-the-loop.md', 'questions/production/monitoring.md'],
  },
  {
    id: 'request-signal',
    source: 'nodejs.org/api/http.html: added in 24.16 and 26.1',
    says: /`req(?:uest)?\.signal`[^.\n]{0,40}?(24\.\d+) and (26\.\d+)/,
    value: [['24.16', '26.1']],
    pages: ['questions/http-apis/rest-design.md'],
  },
  {
    id: 'permission-model-stable',
    source: 'nodejs.org/api/permissions.html: stable since 22.13',
    says: /`--experimental-permission` before (\d+\.\d+)|stable since (22\.\d+)(?=[;.,] Node 20)/,
    value: [['22.13']],
    pages: ['questions/fundamentals/what-is-node.md', 'questions/http-apis/api-security.md'],
  },
  {
    id: 'with-resolvers',
    source: 'nodejs.org/api, V8 11.9: Node 22',
    says: /Since Node (\d+) `Promise\.withResolvers/,
    value: [['22']],
    pages: ['questions/async/promises-vs-callbacks.md'],
  },
  {
    id: 'rejections-throw',
    source: 'nodejs.org/api/cli.html#--unhandled-rejectionsmode: 15',
    says: /[Ss]ince Node (\d+)(?:,)? the default is to throw/,
    value: [['15']],
    pages: [
      'questions/async/unhandled-rejections.md',
      'questions/event-loop/promises-and-the-loop.md',
    ],
  },
  {
    id: 'read-file-limit',
    source:
      'nodejs.org/api/errors.html#err_fs_file_too_large; a file of 2.15 GiB on 20, 22, 24, 26',
    says: /(\d+) GiB (?:it fails )?with `ERR_FS_FILE_TOO_LARGE`/,
    value: [['2']],
    pages: [
      'questions/streams/files-and-paths.md',
      'questions/streams/readfilesync-in-handlers.md',
      'questions/streams/stream-types.md',
    ],
  },
  {
    id: 'import-meta-main',
    source: 'nodejs.org/api/esm.html#importmetamain: added in 22.18 and 24.2',
    says: /`import\.meta\.main`[^.\n|]{0,20}?(22\.\d+) and (24\.\d+)/,
    value: [['22.18', '24.2']],
    pages: [
      'packs/nest/running/nest-12-esm.md',
      'questions/fundamentals/cjs-vs-esm.md',
      'questions/fundamentals/module-wrapper.md',
    ],
  },
  {
    id: 'unsettled-await-code',
    source: 'nodejs.org/api/process.html#exit-codes',
    says: /(\d+)\**(?: \|| for) a top-level `await` that never settled|top-level `await`, the exit code is (\d+)/,
    value: [['13']],
    pages: [
      'questions/async/unhandled-rejections.md',
      'questions/fundamentals/process-and-cli.md',
      'questions/fundamentals/what-is-node.md',
    ],
  },
  {
    id: 'argon2-built-in',
    source: 'nodejs.org/api/crypto.html#cryptoargon2algorithm-parameters-callback: added in 24.7',
    says: /`(?:crypto\.)?argon2(?:\(\))?` (?:\(|since )(\d+\.\d+)/,
    value: [['24.7']],
    pages: ['questions/http-apis/api-security.md', 'questions/http-apis/crypto-basics.md'],
  },
  {
    id: 'bcrypt-bytes',
    source: 'OWASP, Password Storage Cheat Sheet: bcrypt reads 72 bytes',
    says: /bcrypt[^.]{0,60}?(\d+) bytes/,
    value: [['72']],
    pages: ['questions/http-apis/api-security.md', 'questions/http-apis/crypto-basics.md'],
  },
  {
    id: 'express-json-limit',
    source: 'expressjs.com/en/5x/api.html#express.json, `limit`: 100kb',
    says: /bodies above (\d+) KB by default|\((\d+) KB by default on Express\)/,
    value: [['100']],
    pages: ['questions/http-apis/api-security.md', 'packs/nest/requests/request-lifecycle.md'],
  },
  {
    id: 'stop-grace-period',
    source:
      'docs.docker.com, `docker container stop`: 10 s; kubernetes.io, terminationGracePeriodSeconds: 30 s',
    says: /(?:Docker waits |\()(\d+) seconds (?:before it kills the container, Kubernetes |in Docker, )(\d+)/,
    value: [['10', '30']],
    pages: ['questions/operations/deploy-node.md', 'questions/production/graceful-shutdown.md'],
  },
  {
    id: 'permission-model-network',
    source: 'nodejs.org/api/cli.html#--allow-net: added in 25.0',
    says: /since Node (\d+) the network|from Node (\d+) on, the network|the network from (\d+) on/,
    value: [['25']],
    pages: [
      'questions/fundamentals/what-is-node.md',
      'questions/http-apis/api-security.md',
      'questions/operations/deploy-node.md',
    ],
  },
  {
    id: 'three-nines-a-month',
    source: '0.1% of 30 days: 43.2 minutes',
    says: /equivalent of (\d+) minutes of downtime a month|failures a month instead of (\d+) minutes|error budget is (\d+) minutes/,
    value: [['43']],
    pages: ['questions/production/monitoring.md', 'questions/system-design/microservices-when.md'],
  },
  {
    id: 'limit-before-and-after-authentication',
    source: 'a limit before authentication protects it, and only after it is the user known',
    says: /by (?:IP )?(address|user)(?: or API key)?,?(?: it)? \**(before|after)\** (?:authentication|it\b)/,
    value: [
      ['address', 'before'],
      ['user', 'after'],
    ],
    pages: ['questions/http-apis/rest-design.md', 'questions/http-apis/rate-limiting.md'],
  },
  {
    id: 'order-of-middleware',
    source: 'the same order as a chain: cheap and coarse before authentication, fine after it',
    says: /coarse rate limit by (address)[^]{0,160}?\d\. (authentication)[^]{0,160}?finer rate limit by (user)/,
    value: [['address', 'authentication', 'user']],
    pages: ['questions/http-apis/express-middleware.md'],
  },
  {
    id: 'origin-of-commonjs',
    source: 'wiki.commonjs.org: begun in January 2009; module.exports is not part of Modules/1.1',
    says: /CommonJS is a (\d{4}) (convention) for JavaScript on servers, which Node adopted: `require` and `exports`, to which Node added `(module\.exports)`/,
    value: [['2009', 'convention', 'module.exports']],
    pages: ['questions/fundamentals/cjs-vs-esm.md'],
  },
  {
    id: 'vary-does-not-forbid',
    source: 'RFC 9111, section 4.1: Vary chooses among stored responses',
    says: /`Vary` (?:only )?adds (?:request headers )?to the key[^.\n]{0,3}[;,] (?:it|but)\s+(doesn't stop|a CDN may still store)/,
    value: [["doesn't stop"], ['a CDN may still store']],
    pages: ['questions/production/caching.md'],
  },
  {
    id: 'grpc-package',
    source: 'npmjs.com: the package `grpc` is deprecated in favor of @grpc/grpc-js',
    says: /In Node the package is `(@?grpc[^`]*)`/,
    value: [['@grpc/grpc-js']],
    pages: ['questions/system-design/microservices-when.md'],
  },
  {
    id: 'part-size-of-lib-storage',
    source: 'docs.aws.amazon.com, @aws-sdk/lib-storage: partSize 5 MiB, queueSize 4',
    says: /buffers parts of (\d) MiB, up to (\w+) per upload/,
    value: [['5', 'four']],
    pages: ['questions/system-design/file-upload-service.md'],
  },
];
