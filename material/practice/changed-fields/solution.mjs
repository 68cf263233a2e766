export function changes(before, after) {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].sort().flatMap((field) => {
    if (!Object.hasOwn(before, field)) return [{ field, kind: 'added' }];
    if (!Object.hasOwn(after, field)) return [{ field, kind: 'removed' }];
    return Object.is(before[field], after[field]) ? [] : [{ field, kind: 'changed' }];
  });
}
