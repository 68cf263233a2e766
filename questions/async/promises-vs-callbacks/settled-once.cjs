/* ---
title: A careless function that calls back twice
difficulty: medium
teaches: Nothing stops a function from calling its callback twice; a promise takes the first result and ignores all others.
expect:
  - "callback: soup"
  - "callback: Error no soup left"
  - script ends
  - "promise: soup"
--- */
function order(answer) {
  answer(null, 'soup');
  answer(new Error('no soup left')); // a return is missing above
}

const show = (label) => (value) => console.log(`${label}: ${value}`);

order((error, dish) => show('callback')(error ? `Error ${error.message}` : dish));

new Promise((resolve, reject) => {
  order((error, dish) => (error ? reject(error) : resolve(dish)));
}).then(show('promise'), show('rejected'));
console.log('script ends');
