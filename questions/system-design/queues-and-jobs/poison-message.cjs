/* ---
title: A message that nobody can parse
difficulty: medium
teaches: A message that always fails and goes back to the front keeps the worker busy for good; a limit on attempts moves it to the dead-letter queue, so that the rest gets done.
expect:
  - 'no limit: 10 attempts, done: nothing'
  - 'limit of 3: 5 attempts, done: mail-2 mail-3, dead letters: {broken'
--- */
function work(maxAttempts) {
  const queue = ['{broken', '"mail-2"', '"mail-3"'].map((body) => ({ body, tries: 0 }));
  const done = [];
  const dead = [];
  let attempts = 0;
  while (queue.length > 0 && attempts < 10) {
    const message = queue.shift();
    attempts++;
    message.tries++;
    try {
      done.push(JSON.parse(message.body));
    } catch {
      if (message.tries < maxAttempts) queue.unshift(message); // back to the front
      else dead.push(message.body);
    }
  }
  return { attempts, done: done.join(' ') || 'nothing', dead };
}

const forever = work(Infinity);
console.log(`no limit: ${forever.attempts} attempts, done: ${forever.done}`);

const limited = work(3);
console.log(`limit of 3: ${limited.attempts} attempts, done: ${limited.done}, dead letters: ${limited.dead}`);
