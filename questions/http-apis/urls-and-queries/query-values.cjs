/* ---
title: What a query string contains
difficulty: easy
teaches: Every value is a string, a plus sign means a space, a repeated name keeps all its values, and a missing name gives null.
expect:
  - "page: '2'"
  - "tag: 'a'"
  - "tags: [ 'a', 'b' ]"
  - "q: 'salt pepper'"
  - "draft: ''"
  - "sort: null"
--- */
const { inspect } = require('node:util');

const url = new URL('http://localhost/search?page=2&tag=a&tag=b&q=salt+pepper&draft');
const query = url.searchParams;
const show = (name, value) => console.log(`${name}: ${inspect(value)}`);

show('page', query.get('page'));
show('tag', query.get('tag'));
show('tags', query.getAll('tag'));
show('q', query.get('q'));
show('draft', query.get('draft'));
show('sort', query.get('sort'));
