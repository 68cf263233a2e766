export function slug(title, longest = 60) {
  const plain = title.normalize('NFKD').replace(/\p{Mark}/gu, '').toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-/, '');
  return words.slice(0, longest).replace(/-$/, '') || 'untitled';
}
