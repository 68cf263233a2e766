/**
 * Whether the outputs of a race differ in more than which of two lines is the last one: something belongs to a racer,
 * so that not every split is possible, or something is printed after both.
 */
export function hasRaceShape([one = [], other = []]: readonly (readonly string[])[]): boolean {
  const at = one.findIndex((line, place) => line !== other[place]);
  // With a line after both racers, three are left.
  return at >= 0 && one.length - at > 2;
}
