import type { Random } from './random.ts';

/** What a program that is about a theme names besides its subjects. */
export interface Setting {
  /** A function that throws, and what. */
  readonly failure: { readonly functionName: string; readonly message: string };
  /** What emits, the event that it emits, and what is printed then. */
  readonly emitters: readonly {
    readonly emitter: string;
    readonly event: string;
    readonly happens: string;
  }[];
}

interface Theme extends Setting {
  readonly subjects: readonly (readonly [noun: string, verb: string])[];
}

/**
 * What programs are about: the noun that a line prints, and the function that has to do with it. No
 * noun hints at a place in the order or is a word of Node.js, and no verb sounds like output.
 */
const themes: readonly Theme[] = [
  {
    subjects: [
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
      ['menu', 'choose'],
      ['table', 'lay'],
      ['spoons', 'polish'],
    ],
    failure: { functionName: 'lightStove', message: 'Gas is off' },
    emitters: [
      { emitter: 'kettle', event: 'boil', happens: 'kettle boils' },
      { emitter: 'oven', event: 'beep', happens: 'oven beeps' },
      { emitter: 'door', event: 'open', happens: 'door opens' },
    ],
  },
  {
    subjects: [
      ['barcode', 'scan'],
      ['stock', 'count'],
      ['invoice', 'create'],
      ['payment', 'request'],
      ['box', 'pack'],
      ['email', 'send'],
      ['coupon', 'apply'],
      ['catalog', 'update'],
      ['address', 'verify'],
      ['trolley', 'load'],
      ['discount', 'compute'],
      ['customer', 'find'],
      ['label', 'design'],
      ['gift', 'wrap'],
    ],
    failure: { functionName: 'callBank', message: 'Bank is closed' },
    emitters: [
      { emitter: 'scanner', event: 'beep', happens: 'scanner beeps' },
      { emitter: 'printer', event: 'jam', happens: 'printer jams' },
      { emitter: 'phone', event: 'ring', happens: 'phone rings' },
    ],
  },
  {
    subjects: [
      ['ticket', 'book'],
      ['hotel', 'reserve'],
      ['map', 'open'],
      ['train', 'find'],
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
    failure: { functionName: 'hailTaxi', message: 'No taxi is free' },
    emitters: [
      { emitter: 'alarm', event: 'ring', happens: 'alarm rings' },
      { emitter: 'bus', event: 'leave', happens: 'bus leaves' },
      { emitter: 'phone', event: 'ring', happens: 'phone rings' },
    ],
  },
  {
    subjects: [
      ['user', 'load'],
      ['config', 'read'],
      ['cache', 'warm'],
      ['metrics', 'push'],
      ['session', 'open'],
      ['digest', 'compile'],
      ['report', 'build'],
      ['key', 'rotate'],
      ['token', 'sign'],
      ['query', 'send'],
      ['upload', 'accept'],
      ['webhook', 'call'],
      ['backup', 'restore'],
      ['audit', 'prepare'],
    ],
    failure: { functionName: 'connect', message: 'Connection lost' },
    emitters: [
      { emitter: 'server', event: 'reload', happens: 'server reloads' },
      { emitter: 'sensor', event: 'change', happens: 'sensor changes' },
      { emitter: 'alarm', event: 'ring', happens: 'alarm rings' },
    ],
  },
  {
    subjects: [
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
      ['tulips', 'plant'],
      ['shed', 'tidy'],
      ['gate', 'oil'],
      ['birds', 'feed'],
    ],
    failure: { functionName: 'openTap', message: 'Tap is stuck' },
    emitters: [
      { emitter: 'pump', event: 'stall', happens: 'pump stalls' },
      { emitter: 'sprinkler', event: 'turn', happens: 'sprinkler turns' },
      { emitter: 'bell', event: 'ring', happens: 'bell rings' },
    ],
  },
  {
    subjects: [
      ['piano', 'tune'],
      ['drums', 'play'],
      ['choir', 'conduct'],
      ['violin', 'tune'],
      ['concert', 'plan'],
      ['song', 'sing'],
      ['flute', 'clean'],
      ['harp', 'carry'],
      ['guitar', 'record'],
      ['poster', 'hang'],
      ['lyrics', 'learn'],
      ['trumpet', 'polish'],
      ['microphone', 'test'],
      ['band', 'book'],
    ],
    failure: { functionName: 'plugIn', message: 'Cable is loose' },
    emitters: [
      { emitter: 'curtain', event: 'rise', happens: 'curtain rises' },
      { emitter: 'speaker', event: 'hum', happens: 'speaker hums' },
      { emitter: 'bell', event: 'ring', happens: 'bell rings' },
    ],
  },
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
  readonly setting: Setting;
  private left: (readonly [noun: string, verb: string])[];
  private isOfTheme = true;

  constructor(private readonly random: Random) {
    const theme = random.pick(themes);
    this.setting = theme;
    this.left = random.shuffled(theme.subjects);
  }

  /** @throws RangeError when a program names more than there are */
  next(): Subject {
    if (this.left.length === 0 && this.isOfTheme) {
      this.isOfTheme = false;
      const others = themes.filter((theme) => theme !== this.setting);
      this.left = this.random.shuffled(others.flatMap(({ subjects }) => subjects));
    }
    const pair = this.left.pop();
    if (!pair) throw new RangeError('All subjects are taken');
    const [noun, verb] = pair;
    return { noun, functionName: `${verb}${capital(noun)}`, promise: `${noun}Ready` };
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
