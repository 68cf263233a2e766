/** The only addresses that a page may open, and only in a browser. */
export function isHttps(url: string): boolean {
  return /^https:\/\//i.test(url) && URL.canParse(url);
}
