export declare const pictureNames: readonly [
  'answer',
  'prediction',
  'inline',
  'timeline',
  'many-runs',
];
export declare const pictureThemes: {
  readonly light: 'Light Modern';
  readonly dark: 'Dark Modern';
};
export declare const pictureFolder: 'images';
export declare const largestPicture: number;

export declare function pictureFile(
  name: (typeof pictureNames)[number],
  theme: keyof typeof pictureThemes,
): string;
