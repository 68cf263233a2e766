const ENTRY = 0x02014b50;
const END = 0x06054b50;

/**
 * Names of the files in a zip, from its central directory (APPNOTE.TXT, 4.3.12 and 4.3.16).
 * @throws RangeError when it is not a zip
 */
export function zipEntries(zip: Buffer): string[] {
  let end = zip.length - 22;
  // A comment may follow the last record, so it is looked for from the end.
  while (zip.readUInt32LE(end) !== END) end -= 1;
  const count = zip.readUInt16LE(end + 10);
  const names: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  while (names.length < count && zip.readUInt32LE(at) === ENTRY) {
    const nameLength = zip.readUInt16LE(at + 28);
    names.push(zip.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return names;
}
