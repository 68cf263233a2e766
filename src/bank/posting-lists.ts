/** A posting: 20 bits of the document's number, 4 of the field's, 8 of the frequency. */
export const [documentShift, fieldShift, mostFrequent] = [12, 8, 0xff];
export const mostFields = 16;
export const mostDocuments = 2 ** 20;

/**
 * Of each term, in which fields of which documents it stands, and how often. The lists grow in turns, so each is a
 * chain of slices of a few large blocks: nothing is copied when one grows, and little room is left over. Most
 * terms stand in one place, which takes no slice.
 */
export class PostingLists {
  readonly #blocks: Uint32Array[] = [];
  /** Where the next slice begins, in all blocks together. */
  #free = 0;
  #lists = 0;
  /** What `of` hands out. */
  #read = new Uint32Array(1024);
  /** Of each list: its first posting, where its slices begin, and where the last posting is. */
  #firsts = new Uint32Array(1024);
  #heads = new Uint32Array(1024);
  #ends = new Uint32Array(1024);
  /** How many postings the list has, which slice is its last one, and how many more that one has room for. */
  #lengths = new Uint32Array(1024);
  #slices = new Uint32Array(1024);
  #rooms = new Uint8Array(1024);

  addList(): void {
    this.#lists += 1;
    this.#firsts = grownTo(this.#firsts, this.#lists);
    this.#heads = grownTo(this.#heads, this.#lists);
    this.#ends = grownTo(this.#ends, this.#lists);
    this.#lengths = grownTo(this.#lengths, this.#lists);
    this.#slices = grownTo(this.#slices, this.#lists);
    this.#rooms = grownTo(this.#rooms, this.#lists);
  }

  /**
   * Counts the term at a place, which comes after all places before.
   * @returns whether it is the first there
   */
  count(list: number, place: number): boolean {
    const length = this.#lengths[list] ?? 0;
    const end = this.#ends[list] ?? 0;
    const last = (length === 1 ? this.#firsts[list] : this.#at(end)) ?? 0;
    if (length > 0 && last >>> fieldShift === place >>> fieldShift) {
      if ((last & mostFrequent) === mostFrequent) return false;
      if (length === 1) this.#firsts[list] = last + 1;
      else this.#set(end, last + 1);
      return false;
    }
    this.#lengths[list] = length + 1;
    if (length === 0) this.#firsts[list] = place + 1;
    else this.#append(list, length, place + 1);
    return true;
  }

  /** The postings in the order of documents, until the next call. */
  of(list: number): Uint32Array {
    const length = this.#lengths[list] ?? 0;
    this.#read = grownTo(this.#read, length);
    if (length > 0) this.#read[0] = this.#firsts[list] ?? 0;
    let at = this.#heads[list] ?? 0;
    for (let done = Math.min(length, 1), slice = 0; done < length; slice++) {
      const size = sliceSize(slice);
      const block = this.#blocks[at >>> blockShift] ?? this.#read;
      const from = at & (blockSize - 1);
      const count = Math.min(length - done, size);
      this.#read.set(block.subarray(from, from + count), done);
      done += count;
      // The slice's last place says where the next one is.
      at = block[from + size] ?? 0;
    }
    return this.#read.subarray(0, length);
  }

  #append(list: number, length: number, posting: number): void {
    const room = this.#rooms[list] ?? 0;
    const end = this.#ends[list] ?? 0;
    if (room > 0) {
      this.#rooms[list] = room - 1;
      this.#ends[list] = end + 1;
    } else {
      const slice = length === 1 ? 0 : (this.#slices[list] ?? 0) + 1;
      const size = sliceSize(slice);
      const begin = this.#slice(size + 1);
      // The slice's last place says where the next one is.
      if (slice === 0) this.#heads[list] = begin;
      else this.#set(end + 1, begin);
      this.#slices[list] = slice;
      this.#rooms[list] = size - 1;
      this.#ends[list] = begin;
    }
    this.#set(this.#ends[list] ?? 0, posting);
  }

  /** Room for a slice, which is never in two blocks. */
  #slice(size: number): number {
    const left = blockSize - (this.#free & (blockSize - 1));
    if (size > left) this.#free += left;
    const begin = this.#free;
    this.#free += size;
    const block = begin >>> blockShift;
    this.#blocks[block] ??= new Uint32Array(blockSize);
    return begin;
  }

  #at(place: number): number {
    return this.#blocks[place >>> blockShift]?.[place & (blockSize - 1)] ?? 0;
  }

  #set(place: number, value: number): void {
    const block = this.#blocks[place >>> blockShift];
    if (block) block[place & (blockSize - 1)] = value;
  }
}

/** Postings of a block, 256 KB. */
const blockShift = 16;
const blockSize = 2 ** blockShift;

/** How many postings the slices of a list hold: 3, 7, 15, 31, 63, and then 127 each. */
const sliceSize = (number: number): number => 2 ** Math.min(number + 2, 7) - 1;

/** The list, or a longer one with what it holds. */
export function grownTo<List extends Uint8Array | Uint16Array | Uint32Array>(
  list: List,
  needed: number,
): List {
  if (needed <= list.length) return list;
  const size = Math.max(needed, Math.ceil(list.length * 1.15));
  const more = new (list.constructor as new (size: number) => List)(size);
  more.set(list);
  return more;
}
