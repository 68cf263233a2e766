/* ---
title: A method that is passed on
difficulty: medium
teaches: A method that is detached from its object loses its `this`, which is then undefined in a class; pass the object, bind the method, or use a factory whose functions need no `this`.
expect:
  - 'object: saves pen to orders'
  - "method: TypeError"
  - 'bound: saves pen to orders'
  - 'factory: saves pen to orders'
--- */
class Repository {
  table = 'orders';
  save(item) {
    return `saves ${item} to ${this.table}`;
  }
}

const createRepository = (table) => ({ save: (item) => `saves ${item} to ${table}` });

// What is injected is one function.
function createService(save) {
  return { order: (item) => save(item) };
}

function show(name, save) {
  try {
    console.log(`${name}: ${createService(save).order('pen')}`);
  } catch (error) {
    console.log(`${name}: ${error.name}`);
  }
}

const repository = new Repository();
show('object', (item) => repository.save(item));
show('method', repository.save);
show('bound', repository.save.bind(repository));
show('factory', createRepository('orders').save);
