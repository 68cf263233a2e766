/* ---
title: A callback without a return in front of it
difficulty: medium
teaches: Calling the callback does not return from the function; without return the code below it runs too, and the callback is called a second time.
expect:
  - 'forgotten: no id given'
  - 'forgotten: user undefined'
  - 'with return: no id given'
decoys:
  - 'with return: user undefined'
--- */
function forgotten(id, callback) {
  if (id === undefined) callback(new Error('no id given'));
  callback(null, `user ${id}`);
}

function withReturn(id, callback) {
  if (id === undefined) return callback(new Error('no id given'));
  callback(null, `user ${id}`);
}

forgotten(undefined, (error, user) => console.log('forgotten:', error?.message ?? user));
withReturn(undefined, (error, user) => console.log('with return:', error?.message ?? user));
