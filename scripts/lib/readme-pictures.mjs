// @ts-check

/** The pictures of README.md, in the order in which it shows them. */
export const pictureNames = /** @type {const} */ ([
  'answer',
  'prediction',
  'inline',
  'timeline',
  'many-runs',
]);

/** Each is taken in a light and in a dark window. */
export const pictureThemes = /** @type {const} */ ({ light: 'Light Modern', dark: 'Dark Modern' });

/** Below the project's folder; what is in there does not ship. */
export const pictureFolder = 'images';

/**
 * @param {typeof pictureNames[number]} name
 * @param {keyof typeof pictureThemes} theme
 */
export const pictureFile = (name, theme) => `${pictureFolder}/${name}-${theme}.png`;

/** In bytes. */
export const largestPicture = 200 * 1024;
