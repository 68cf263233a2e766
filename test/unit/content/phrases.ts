/** Something that reads as if translated, or for which the field has a word of its own. */
export interface Phrase {
  /** Matched without regard to case; a space stands for any white space, line breaks included. */
  readonly avoid: RegExp;
  /** What to write instead. */
  readonly write: string;
  /** Only in files whose path begins with one of these. */
  readonly only?: readonly string[];
  /** How often a page may have it all the same. */
  readonly allowed?: number;
}

/** Read sentence by sentence once more; the others follow. */
const readAgain = ['async', 'behavioural', 'data', 'event-loop', 'fundamentals', 'http-apis'].map(
  (topic) => `questions/${topic}/`,
);

const backend = ['http-apis', 'streams', 'production', 'system-design', 'data', 'operations'].map(
  (topic) => `questions/${topic}/`,
);

/**
 * Grows with each finding: who reads a stilted phrase anywhere adds it here, with what a native
 * speaker would have written, and mends all places that are found.
 */
export const phrases: readonly Phrase[] = [
  // English
  {
    avoid:
      /(?<!there )\b(?:is|are|was|were) no (?!longer|more|less|fewer|better|worse|slower|faster|cheaper|safer|easier|harder|larger|smaller|different|matter|one\b)/,
    write: 'is not a …, isn\'t a … ("a turn is no phase" → "a turn is not a phase")',
  },
  {
    avoid: /(?<!\ball )\bat once\b/,
    write: 'immediately, right away; or: at the same time, at a time',
  },
  { avoid: /\bfor ever\b/, write: 'forever; or: never settles, indefinitely' },
  { avoid: /\bsome (?:seconds|minutes|milliseconds|hours|days)\b/, write: 'a few seconds' },
  { avoid: /\bwhole paths?\b/, write: 'absolute path' },
  { avoid: /\bkinds? of modules?\b/, write: 'module type, module system' },
  { avoid: /\bmodule kinds?\b/, write: 'module type, module system' },
  {
    avoid: /\b(?:is|are|was|were|be|been|being|it|they) ended\b/,
    write: 'was stopped, cancelled, terminated',
  },
  {
    avoid: /\bend(?:s|ed|ing)? (?:the|its|your|a|one|every) (?:whole )?process(?:es)?\b/,
    write: 'crashes or terminates the process',
  },
  {
    avoid: /\bprocess (?:itself )?(?:may |will |would |can |then |simply |even )*end(?:s|ed)?\b/,
    write: 'the process exits (with code …)',
  },
  { avoid: /\bprogram ends\b/, write: 'the program exits' },
  { avoid: /\b(?:comes?|came) true\b/, write: 'holds, is fulfilled' },
  { avoid: /\bnever (?:came|comes)\b/, write: 'never occurs, never arrives, was not observed' },
  {
    avoid:
      /\b(?:orders?|results?|lines?|requests?|errors?|callbacks?|those|what) (?:that|who|which) (?:come|comes|came)\b/,
    write: 'that occur, arrive, were observed',
  },
  {
    avoid: /\bstands? (?:in(?! for\b)|at|on|before|behind|beside|above|below|around)\b/,
    write: 'is in …',
  },
  { avoid: /\bstands? there\b/, write: 'is there' },
  {
    avoid: /[,:;] also (?:an?|of|when|if|without|for|those) |\balso an? \w+ without /,
    write: 'even a …; or "… as well" at the end',
  },
  { avoid: /\bwhen which\b/, write: 'when do you use … and when …?' },
  { avoid: /\bsays? no to\b/, write: 'fails for, rejects' },
  { avoid: /\bgoe?s? by (?:its |the |a )?[`·]/, write: 'uses, branches on' },
  { avoid: /\bbrings? nothing\b/, write: "doesn't help" },
  { avoid: /\bthe way of an? /, write: 'the path that a … takes' },
  { avoid: /\bway round\b/, write: 'the other way around, swapped' },
  { avoid: /\bturn(?:s|ed)? (?:two|both) (?:lines )?around\b/, write: 'swaps two lines' },
  { avoid: /\bno break for\b/, write: 'does not give … a break' },
  { avoid: /\bnot all of it\b/, write: "it doesn't all have to …" },
  { avoid: /\bnobody is (?:cancelled|canceled)\b/, write: 'nothing is cancelled' },
  {
    avoid: /\b(?:as|so) far as (?:it is|they are) filled\b/,
    write: 'whatever has been exported so far',
  },
  { avoid: /\beverybody who came\b/, write: 'everyone who arrived' },
  { avoid: /\bgrowing (?:waits?|pauses?|delays?)\b/, write: 'exponential backoff' },
  { avoid: /\bpauses that grow\b/, write: 'exponential backoff' },
  { avoid: /\bmake (?:repeatable|them repeatable)\b|\brepeatable steps?\b/, write: 'idempotent' },
  { avoid: /\bsome tens of\b/, write: 'tens of' },
  { avoid: /\bsuperfluous\b/, write: 'unnecessary' },
  { avoid: /\be-mails?\b|\bmails\b/, write: 'email, emails' },
  {
    avoid: /\b(?:process|server|service|thread|loop|program|flow) (?:goes|go|went) on\b/,
    write: 'keeps running, continues',
  },
  { avoid: /\b(?:go|goes|going|went) on \w+ing\b/, write: 'keeps buffering, keeps running' },
  { avoid: /\bwhat \w+(?: \w+)? gives? you is\b/, write: '"Types give you …", the subject first' },
  { avoid: /\blist form of\b/, write: 'the exec form (of CMD and ENTRYPOINT)' },
  { avoid: /\bbelongs? into\b/, write: 'belongs in' },
  {
    avoid:
      /\b(?:(?:behavi|fav|col|hon)ours?|neighbours?|cent(?:re|res)|catalogues?|practis(?:e|es|ed|ing)|model(?:led|ling)|label(?:led|ling)|analys(?:e|ed|ing)|(?:author|emphas|equal|final|general|initial|local|material|maxim|minim|modern|normal|optim|organ|parallel|prior|recogn|serial|standard|summar|synchron|util)is(?:e|es|ed|ing|ation|ations))\b/,
    write: 'the American spelling, as everywhere else: behavior, center, practice, serialize',
  },
  { avoid: /\bwhat speaks for\b/, write: 'what is the best argument for' },
  { avoid: /\bcode bases?\b/, write: 'codebase' },
  { avoid: /\b(?:in|out)side of (?:the|an?|it|its)\b/, write: 'inside the …, outside the …' },
  { avoid: /\bstart-up\b/, write: 'startup' },
  {
    avoid: /\b(?:runs?|passes|compiles|starts|accepts?) without a word\b/,
    write: 'without a warning',
  },
  { avoid: /\b(?:cast|type|code) in nicer clothes\b/, write: 'in disguise' },
  {
    avoid: /\b(?:after|to|up|down|in|out)wards\b/,
    write: 'afterward, toward, upward: the American form',
  },
  { avoid: /\bany more\b(?! \w)/, write: 'anymore' },
  { avoid: /\bin spite of\b/, write: 'despite' },
  { avoid: /\d %/, write: '95%: without a space' },
  { avoid: /\bwhole numbers?\b/, write: 'integer; "a positive integer" for "from 1"' },
  { avoid: /\blook-ups?\b/, write: 'lookup' },
  { avoid: /\bhand(?:s|ed|ing)? over\b/, write: 'passes, delivers' },
  {
    avoid: /\bagrees? with (?:CommonJS|the ES module)\b/,
    write: 'the order is the same as in CommonJS',
  },
  { avoid: /\bfor all (?:who|that)\b/, write: 'for everyone who' },
  { avoid: /\bwhich one to take\b/, write: 'which one to use' },
  { avoid: /\bhow do I know that\b/, write: 'How do I know …?, without "that"' },
  {
    avoid: /\bjust (?:being closed|closing)\b/,
    write: 'about to close',
  },
  {
    avoid: /\b(?:timeouts?|timers?|immediates?|files?|bytes|ms) against\b/,
    write: 'versus, when two are compared or race',
  },
  {
    avoid: /\btrade-off is [^.;]{1,70} against\b/,
    write: 'the trade-off is one versus the other',
  },
  { avoid: /\b(?:on|in|from) another \w+ than\b/, write: 'on a different … from' },
  { avoid: /\bgo(?:es|ing)? on from there\b/, write: 'continues from there' },
  {
    avoid: /, as there (?:is|are)\b/,
    write: 'since there is …, because there is …',
  },
  {
    avoid: /\b(?:signal(?:led|ling)|acknowledgement)\b/,
    write: 'the American spelling: signaled, acknowledgment',
  },
  {
    avoid:
      /(?<=\n\n)(?:the other (?:one|mistake|problem|classic|surprise)|another one|the second|the second one)(?: is\b|:)/,
    write:
      '"Another mistake is …", "Another misconception is …", or a quotation of it: the page has not named a first one',
    only: readAgain,
  },
  {
    avoid: /\bof (?:its|their|your|our|my|his|her) own\b/,
    write: 'its own …, a separate …, a different …',
    only: readAgain,
  },
  { avoid: /\bknown already\b/, write: 'already known; a duplicate' },
  { avoid: /\bwhen we tried\b/, write: 'in our tests' },
  {
    avoid: /\bthe price(?: is\b| was\b| of this\b|:)/,
    write: 'the trade-off, downside or cost is …',
  },
  {
    avoid: /\bticks and microtasks are done\b|\bafter (?:the )?ticks and microtasks\b/,
    write: 'once the nextTick and microtask queues have drained',
  },
  {
    avoid: /\baround (?:its|the) edge\b|\bedge of two windows\b/,
    write: 'at a window boundary (rate limits)',
    only: ['questions/http-apis/'],
  },
  {
    avoid: /\bwhoever (?:injects|uses|set|emitted|freed|needs)\b/,
    write: 'the code that …, everything that …',
  },
  {
    avoid: /\b(?:wrong beliefs?|beliefs about|whatever (?:you|I) believe)\b/,
    write: 'assumption, assume',
  },
  { avoid: /\beverything further in\b/, write: 'everything downstream' },
  // Terms of the field
  { avoid: /\bunder way\b|\bunderway\b/, write: 'in flight (requests), in progress (work)' },
  { avoid: /\btime[- ]limits?\b/, write: 'timeout (one call), deadline (a whole operation)' },
  { avoid: /\blimits? (?:in|on|of|for) (?:the )?time\b/, write: 'timeouts' },
  {
    avoid: /\bpromise jobs?\b/,
    write: 'microtask; "promise job" once, as the specification\'s word',
    allowed: 1,
  },
  {
    avoid: /(?<!event )\bloop delay\b/,
    write: "event loop lag, or event loop delay, as Node's API calls it",
  },
  { avoid: /\b(?:delay|lag) of the loop\b/, write: 'event loop lag' },
  { avoid: /\bholds? (?:up )?the (?:event )?(?:loop|thread)\b/, write: 'blocks the event loop' },
  { avoid: /\bhold(?:s|ing)? the main thread\b/, write: 'blocks the main thread' },
  { avoid: /\bemptied to (?:the|its) end\b/, write: 'drained completely' },
  { avoid: /\bnumber of (?:requests|calls|jobs) at the same time\b/, write: 'concurrency' },
  // HTTP: the other side sends a response
  {
    avoid: /\banswer(?:s|ed)? (?:it )?(?:with|by) (?:a |an |code |status )?[1-5][0-9x][0-9x]\b/,
    write: 'responds with …',
  },
  { avoid: /\banswer(?:s|ed)? (?:a )?[1-5][0-9]{2}\b/, write: 'responds with …, returns …' },
  { avoid: /\b(?:body|headers|status) of (?:the|an|your) answer\b/, write: 'the response body' },
  { avoid: /\bconst answer = await fetch\b/, write: 'const response = await fetch' },
  {
    avoid: /\brequests? (?:is|are|was|were|be|been) answered\b/,
    write: 'is handled, is served; gets a response',
  },
  {
    avoid: /\banswers? (?:no|each|every|a|the) requests?\b/,
    write: 'serves, handles, responds to',
  },
  { avoid: /\bwithout an answer\b/, write: 'without a response' },
  {
    avoid: /\banswers? from (?:the|a|an) (?:database|server|cache|service|other side)\b/,
    write: 'response, result',
  },
  {
    avoid:
      /(?<!## )(?<!(?:strong|weak|wrong|good|right|honest|full|best|short|interview|better|usual|common|correct|simple|complete|senior|this|your) )\banswer(?:s|ed|ing)?\b(?! (?:is|was|to|in an interview|the question)\b)/,
    write:
      'response (HTTP), result or row (a query), reply (a message); "a strong answer" in an interview is fine',
    only: backend,
  },
  // Tenses and versions
  { avoid: /\bworks? since\b/, write: 'works from 22.12 on; has worked since 22.12' },
  {
    avoid: /\bis no longer \w+ (?:of|in) \w+ since\b/,
    write: 'has not been part of … since; is no longer … from … on',
  },
  { avoid: /\bthat is an? \w+'s work\b/, write: "that is a pipe's job" },
  {
    avoid: /\brequests? of (?:the same|an?|one|each) (?:user|client|customer|tenant)\b/,
    write: 'requests from …',
  },
  { avoid: /\border counts\b/, write: 'the order matters' },
  { avoid: /\bgo(?:es|ing)? round\b/, write: 'goes around' },
  {
    avoid: /(?<=\n\n)And [`·"]/,
    write: 'a whole sentence: "Another mistake is …"',
  },
  { avoid: /\blimits? of attempts\b/, write: 'a maximum number of attempts, a limit on attempts' },
  { avoid: /\btyping errors?\b/, write: 'typos' },
  { avoid: /\btests pass in\b/, write: 'tests supply (it reads as: the tests pass)' },
  {
    avoid: /\bclosures (?:created )?(?:by|of) one call\b/,
    write: 'closures created in the same scope (a block is a scope of its own)',
    only: ['questions/production/garbage-collection.md'],
  },
];
