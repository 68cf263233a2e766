/* ---
title: An error event that nobody listens to
difficulty: medium
teaches: Without a listener for it, emit('error') throws the error right there, at the call; any other event without listeners only returns false.
expect:
  - "done has listeners: false"
  - "emit throws: disk is full"
  - "listener gets: disk is full"
  - "emit returns: true"
--- */
const { EventEmitter } = require('node:events');

const job = new EventEmitter();
console.log(`done has listeners: ${job.emit('done')}`);
try {
  job.emit('error', new Error('disk is full'));
} catch (error) {
  console.log(`emit throws: ${error.message}`);
}
job.on('error', ({ message }) => console.log(`listener gets: ${message}`));
console.log(`emit returns: ${job.emit('error', new Error('disk is full'))}`);
