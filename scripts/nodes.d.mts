// For the tests, which are TypeScript: the scripts are plain JavaScript and not part of their project.
export type Major = '20' | '22' | '24' | '26';
export function ensureNodes(): Promise<Record<Major, string>>;
export function ensureNode(major: Major): Promise<string>;
