/* ---
title: Clean-up by the collector
difficulty: devilish
teaches: A FinalizationRegistry calls back in a task of its own, some time after a collection and maybe never, so resources are closed explicitly and the registry is at most a safety net.
expect:
  - 'closed explicitly: a'
  - collection is over
  - 'safety net: b was forgotten'
--- */
require('node:v8').setFlagsFromString('--expose-gc');
const collect = require('node:vm').runInNewContext('gc');

const forgotten = new FinalizationRegistry((name) => {
  console.log(`safety net: ${name} was forgotten`);
});

class Handle {
  constructor(name) {
    this.name = name;
    forgotten.register(this, name, this);
  }
  close() {
    forgotten.unregister(this);
    console.log(`closed explicitly: ${this.name}`);
  }
}

(() => {
  new Handle('a').close();
  new Handle('b'); // nobody closes it
})();

setTimeout(() => {
  collect();
  console.log('collection is over');
}, 10);
setTimeout(() => {}, 500); // in a real program there may be no later task at all
