/** The pictures of README.md, in the order in which it shows them. */
export const pictureNames = ['answer', 'prediction', 'inline', 'timeline', 'many-runs'] as const;

/** Each is taken in a light and in a dark window. */
export const pictureThemes = { light: 'Light Modern', dark: 'Dark Modern' } as const;

/** Below the project's folder; what is in there does not ship. */
export const pictureFolder = 'images';

export const pictureFile = (
  name: (typeof pictureNames)[number],
  theme: keyof typeof pictureThemes,
) => `${pictureFolder}/${name}-${theme}.png`;

/** In bytes. */
export const largestPicture = 200 * 1024;
