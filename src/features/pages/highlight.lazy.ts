export { currentTheme } from './current-theme.ts';
