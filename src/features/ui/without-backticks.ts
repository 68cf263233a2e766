/** The same text for where code can't be shown as such: the backticks around it are left out. */
export const withoutBackticks = (text: string): string => text.replaceAll('`', '');
