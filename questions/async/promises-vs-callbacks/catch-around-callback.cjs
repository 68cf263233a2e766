/* ---
title: try and catch around a callback
difficulty: medium
teaches: try guards only what runs while it is on the stack; by the time the callback throws, it is long gone.
expect:
  - try ends
  - script ends
  - callback runs
  - uncaught: "Error: no such user"
  - exit: 1
--- */
function findUser(callback) {
  setTimeout(callback, 0);
}

try {
  findUser(() => {
    console.log('callback runs');
    throw new Error('no such user');
  });
  console.log('try ends');
} catch (error) {
  console.log(`caught: ${error.message}`);
}
console.log('script ends');
