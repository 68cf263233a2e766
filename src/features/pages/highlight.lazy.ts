export { colorCode } from './color-code.ts';
export { currentTheme } from './current-theme.ts';
