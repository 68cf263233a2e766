const pair = /(?<=^|\s)(\w+)=(?:"((?:[^"\\]|\\.)*)"|(\S+))(?=\s|$)/g;

export function parseLine(line) {
  const fields = Object.create(null);
  for (const [, key, quoted, plain] of line.matchAll(pair)) {
    fields[key] = quoted === undefined ? valueOf(plain) : quoted.replace(/\\(["\\])/g, '$1');
  }
  return fields;
}

function valueOf(text) {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+$/.test(text) ? Number(text) : text;
}
