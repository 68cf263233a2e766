/* ---
title: Reading the command line
difficulty: easy
teaches: parseArgs knows short and long forms, defaults and repeated options, stops reading options at a double dash, and throws for an option that was not declared.
expect:
  - 'port: 3000'
  - 'verbose: true'
  - 'tags: red, blue'
  - 'files: a.txt, --b.txt'
  - 'typo: ERR_PARSE_ARGS_UNKNOWN_OPTION'
--- */
const { parseArgs } = require('node:util');

const options = {
  port: { type: 'string', short: 'p', default: '8080' },
  verbose: { type: 'boolean', short: 'v', default: false },
  tag: { type: 'string', multiple: true },
};
// In a real program: process.argv.slice(2), which is the default.
const args = ['-v', '-p', '3000', '--tag=red', 'a.txt', '--tag', 'blue', '--', '--b.txt'];

const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
console.log(`port: ${values.port}`);
console.log(`verbose: ${values.verbose}`);
console.log(`tags: ${values.tag.join(', ')}`);
console.log(`files: ${positionals.join(', ')}`);

try {
  parseArgs({ args: ['--prot', '3000'], options });
} catch (error) {
  console.log(`typo: ${error.code}`);
}
