/* ---
title: Two classes that name each other, as ES modules and as CommonJS
difficulty: hard
teaches: With a circular import, a class can't be read before it is defined; in an ES module that throws, in CommonJS it is undefined, and the function passed to forwardRef reads it later.
expect:
  - 'ES module: ReferenceError'
  - 'CommonJS: undefined'
  - 'forwardRef: Orders'
--- */
// Invoices is evaluated first and needs the type of its parameter, as emitDecoratorMetadata writes it.
const metadata = (name, read) => {
  try {
    console.log(`${name}: ${read()?.name}`);
  } catch (error) {
    console.log(`${name}: ${error.name}`);
  }
};

// An imported binding is the variable of the other file, which has not been initialized yet.
metadata('ES module', () => Orders);

// Compiled to CommonJS it is a property of an exports object that is still empty.
const ordersFile = {};
metadata('CommonJS', () => ordersFile.Orders);

const forwardRef = (read) => ({ read });
const later = forwardRef(() => Orders);

class Orders {}
ordersFile.Orders = Orders;

metadata('forwardRef', later.read);
