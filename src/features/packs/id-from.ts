/** The first telling words of a title as the name of a file; empty when it has no Latin letters. */
export function idFrom(title: string): string {
  const words =
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[a-z0-9]+/g) ?? [];
  const telling = words.filter((word) => !fillers.has(word));
  return (telling.length === 0 ? words : telling).slice(0, 5).join('-');
}

/** What questions begin with and what joins words: "How do you roll back a deployment?" */
const fillers: ReadonlySet<string> = new Set(
  (
    'how what which when where why who whose is are was were do does did can could should would will ' +
    'has have had you your we our i it its they their the a an of to in on at for from by with and or be'
  ).split(' '),
);

/** Whether a text can be the id of a pack, a question or a snippet. */
export const isId = (text: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
