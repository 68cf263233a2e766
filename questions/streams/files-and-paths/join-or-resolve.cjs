/* ---
title: The same parts, joined and resolved
difficulty: easy
teaches: join concatenates the parts and normalizes the result; resolve works like a series of cd commands, so an absolute part discards everything before it. Neither keeps you inside a folder.
expect:
  - 'join: /srv/uploads/etc/passwd'
  - 'resolve: /etc/passwd'
  - 'join with dots: /etc/passwd'
  - 'extension: .gz, name: backup.tar'
  - 'extension of .env: none'
--- */
const path = require('node:path').posix; // forward slashes on every system

console.log(`join: ${path.join('/srv/uploads', '/etc/passwd')}`);
console.log(`resolve: ${path.resolve('/srv/uploads', '/etc/passwd')}`);
console.log(`join with dots: ${path.join('/srv/uploads', '../../etc/passwd')}`);

const { ext, name } = path.parse('/srv/backup.tar.gz');
console.log(`extension: ${ext}, name: ${name}`);
console.log(`extension of .env: ${path.extname('.env') || 'none'}`);
