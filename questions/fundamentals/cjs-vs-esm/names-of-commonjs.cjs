/* ---
title: Which names does an ES module see in a CommonJS file?
difficulty: devilish
teaches: Names are found by scanning the source, not by running it, so a computed name exists only on the default export; Node 23 and later add the name 'module.exports'.
expect:
  - names
  - default
  - host
  - module.exports
  - "port by name: undefined"
  - "port by default: 8080"
variants:
  - to: 22
    expect:
      - names
      - default
      - host
      - "port by name: undefined"
      - "port by default: 8080"
--- */
exports.host = 'localhost';
exports['po' + 'rt'] = 8080;

import(__filename).then((namespace) => {
  console.log('names');
  for (const name of Object.keys(namespace)) console.log(name);
  console.log(`port by name: ${namespace.port}`);
  console.log(`port by default: ${namespace.default.port}`);
});
