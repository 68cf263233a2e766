import type { Random } from './random.ts';

/**
 * What programs are about: the noun that a line prints, and the function that has to do with it. No
 * noun hints at a place in the order.
 */
const themes: readonly (readonly (readonly [noun: string, verb: string])[])[] = [
  [
    ['soup', 'cook'],
    ['bread', 'bake'],
    ['salad', 'mix'],
    ['tea', 'brew'],
    ['cake', 'decorate'],
    ['rice', 'boil'],
    ['pasta', 'serve'],
    ['fish', 'grill'],
    ['juice', 'squeeze'],
    ['cheese', 'slice'],
    ['onions', 'fry'],
    ['menu', 'write'],
    ['table', 'lay'],
    ['spoons', 'polish'],
  ],
  [
    ['barcode', 'scan'],
    ['stock', 'count'],
    ['invoice', 'create'],
    ['payment', 'request'],
    ['parcel', 'pack'],
    ['email', 'send'],
    ['coupon', 'apply'],
    ['catalog', 'update'],
    ['address', 'verify'],
    ['basket', 'load'],
    ['discount', 'compute'],
    ['customer', 'find'],
    ['sticker', 'print'],
    ['gift', 'wrap'],
  ],
  [
    ['ticket', 'book'],
    ['hotel', 'reserve'],
    ['map', 'open'],
    ['train', 'catch'],
    ['museum', 'visit'],
    ['bridge', 'cross'],
    ['photo', 'take'],
    ['suitcase', 'pack'],
    ['passport', 'renew'],
    ['bike', 'rent'],
    ['ferry', 'board'],
    ['castle', 'tour'],
    ['weather', 'check'],
    ['guide', 'call'],
  ],
  [
    ['user', 'load'],
    ['config', 'read'],
    ['cache', 'warm'],
    ['metrics', 'push'],
    ['session', 'open'],
    ['digest', 'compile'],
    ['report', 'build'],
    ['secret', 'rotate'],
    ['token', 'sign'],
    ['query', 'send'],
    ['upload', 'accept'],
    ['webhook', 'call'],
    ['index', 'refresh'],
    ['audit', 'log'],
  ],
  [
    ['roses', 'water'],
    ['lawn', 'mow'],
    ['hedge', 'trim'],
    ['apples', 'pick'],
    ['seeds', 'sow'],
    ['pond', 'clean'],
    ['fence', 'paint'],
    ['beans', 'harvest'],
    ['compost', 'turn'],
    ['greenhouse', 'heat'],
    ['herbs', 'plant'],
    ['shed', 'tidy'],
    ['gate', 'oil'],
    ['birds', 'feed'],
  ],
  [
    ['piano', 'tune'],
    ['drums', 'play'],
    ['choir', 'conduct'],
    ['violin', 'tune'],
    ['concert', 'plan'],
    ['song', 'write'],
    ['flute', 'clean'],
    ['stage', 'build'],
    ['guitar', 'record'],
    ['poster', 'hang'],
    ['lyrics', 'print'],
    ['trumpet', 'polish'],
    ['microphone', 'test'],
    ['band', 'book'],
  ],
];

/** Something that a program names once. */
export interface Subject {
  /** What its lines print, or begin with. */
  readonly noun: string;
  /** `cookSoup` */
  readonly functionName: string;
  /** `soupReady`, a promise. */
  readonly promise: string;
}

/** The subjects of one theme in a random order, each given out once; then those of other themes. */
export class Subjects {
  private readonly left: (readonly [noun: string, verb: string])[];

  constructor(random: Random) {
    const theme = random.pick(themes);
    const others = themes.filter((other) => other !== theme);
    this.left = [...random.shuffled(others.flat()), ...random.shuffled(theme)];
  }

  /** @throws RangeError when a program names more than there are */
  next(): Subject {
    const pair = this.left.pop();
    if (!pair) throw new RangeError('All subjects are taken');
    const [noun, verb] = pair;
    return { noun, functionName: `${verb}${capital(noun)}`, promise: `${noun}Ready` };
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
