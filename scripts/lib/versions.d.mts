export type Major = '20' | '22' | '24' | '26';

/** Every version that the scripts install, in one place. */
export const versions: {
  readonly nodes: Readonly<Record<Major, string>>;
  readonly codeServer: string;
};
export const majors: readonly Major[];
