/* ---
title: A crash before the ack, and one after it
difficulty: easy
teaches: A message that was received and not acknowledged becomes visible again, so ack last repeats the work after a crash, and ack first loses it.
expect:
  - 'ack last, worker 1: sends the email'
  - 'ack last, worker 1: crashes'
  - 'ack last, worker 2: sends the email'
  - 'ack last, worker 2: acks'
  - 'ack last: 2 emails'
  - 'ack first, worker 1: acks'
  - 'ack first, worker 1: crashes'
  - 'ack first, worker 2: nothing to do'
  - 'ack first: 0 emails'
--- */
// A small model of a queue: what is received stays in it, hidden, until its ack.
function createQueue(...messages) {
  const waiting = [...messages];
  const hidden = new Set();
  return {
    receive() {
      const message = waiting.shift();
      if (message) hidden.add(message);
      return message;
    },
    ack: (message) => hidden.delete(message),
    visibilityTimeout() {
      waiting.push(...hidden);
      hidden.clear();
    },
  };
}

function run(name, order) {
  const queue = createQueue('welcome email');
  let sent = 0;
  const steps = {
    send: () => (sent++, 'sends the email'),
    ack: (message) => (queue.ack(message), 'acks'),
  };
  for (const worker of [1, 2]) {
    const log = (text) => console.log(`${name}, worker ${worker}: ${text}`);
    const message = queue.receive();
    if (!message) log('nothing to do');
    for (const step of message ? order : []) {
      log(steps[step](message));
      if (worker === 1) {
        log('crashes');
        break;
      }
    }
    queue.visibilityTimeout();
  }
  console.log(`${name}: ${sent} emails`);
}

run('ack last', ['send', 'ack']);
run('ack first', ['ack', 'send']);
