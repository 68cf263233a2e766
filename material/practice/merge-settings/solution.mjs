const refused = new Set(['__proto__', 'constructor', 'prototype']);

export function merge(defaults, settings) {
  const result = structuredClone(defaults);
  for (const [key, value] of Object.entries(settings)) {
    if (refused.has(key) || value === undefined) continue;
    const both = isPlain(value) && Object.hasOwn(result, key) && isPlain(result[key]);
    result[key] = both ? merge(result[key], value) : copyOf(value);
  }
  return result;
}

function copyOf(value) {
  if (Array.isArray(value)) return value.map(copyOf);
  return isPlain(value) ? merge({}, value) : value;
}

const isPlain = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
