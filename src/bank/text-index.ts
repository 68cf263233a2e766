import { distance } from './closest.ts';
import {
  documentShift,
  fieldShift,
  grownTo,
  mostDocuments,
  mostFields,
  mostFrequent,
  PostingLists,
} from './posting-lists.ts';

/** What a document must have to be found. */
export type TextQuery =
  | TermQuery
  /** All of them, each with the score of its own. */
  | { readonly all: readonly TextQuery[] }
  | { readonly any: readonly TextQuery[] };

export interface TermQuery {
  /** As documents have it. */
  readonly term: string;
  /** The fields that count, by number. */
  readonly fields: readonly number[];
  /** Longer terms that begin so are found as well. */
  readonly begins?: boolean;
  /** Terms that differ in at most so many letters are found as well. */
  readonly typos?: number;
}

/** The documents that have what a query asks for. */
export interface TextHits {
  /** Their numbers, the best first; of equals those that were added first. */
  readonly documents: readonly number[];
  /** For each part of the query that a document has, the term that says most of it; each once. */
  readonly termsOf: (document: number) => readonly string[];
}

/**
 * An inverted index in memory: for each term, the documents that have it, with field and frequency packed into
 * four bytes. Documents are ranked by BM25+, field by field.
 */
export interface TextIndex {
  /** The number of a term, which is new where it was not asked for before. */
  readonly numberOf: (term: string) => number;
  /** The number of a term that was asked for before. */
  readonly knownNumber: (term: string) => number | undefined;
  /**
   * @param fields the numbers of each field's terms, in the order of the text; none where the document does not
   *   have the field
   * @param weight what the document's scores are multiplied by
   * @returns the number of the new document
   */
  add(fields: Iterable<readonly number[]>, weight: number): number;
  /** It is not found any more. Statistics (how rare terms are, how long fields are) still count it. */
  remove(document: number): void;
  has(query: TextQuery): boolean;
  find(query: TextQuery): TextHits;
}

/** How far a longer and a misspelt term count, of one that is as it was typed. */
const [longerWeight, misspeltWeight] = [0.375, 0.45];
/** Parameters of BM25+: how soon more of a term adds nothing, how much short fields are preferred, what one term adds at least. */
const [saturation, shortness, floor] = [1.2, 0.7, 0.5];

const longestField = 0xffff;

export function createTextIndex(boosts: readonly number[]): TextIndex {
  if (boosts.length > mostFields) throw new RangeError(`At most ${mostFields} fields.`);
  const numbers = new Map<string, number>();
  const terms: string[] = [];
  /** Of each term: which letters it has, where it stands, and in how many documents, field by field. */
  const letters: number[] = [];
  const postings = new PostingLists();
  let having = new Uint32Array(1024);
  /** The weight of each document; 0 when it was removed. */
  const weights: number[] = [];
  /** How many different terms each field of each document has. */
  let lengths = new Uint16Array(1024);
  const totals = boosts.map(() => ({ documents: 0, length: 0 }));
  let sorted: readonly string[] = [];

  const numberOf = (term: string): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    const number = terms.length;
    // A term that is cut out of a text would keep all of that text in memory.
    const own = Buffer.from(term).toString();
    numbers.set(own, number);
    terms.push(own);
    letters.push(lettersOf(own));
    postings.addList();
    having = grownTo(having, terms.length * boosts.length);
    return number;
  };

  /** All terms that a query's term stands for, and what each counts. */
  const meant = ({ term, begins, typos = 0 }: TermQuery): Map<number, number> => {
    const found = new Map<number, number>();
    const exact = numbers.get(term);
    if (exact !== undefined) found.set(exact, 1);
    if (begins) {
      if (sorted.length !== terms.length) sorted = terms.toSorted();
      for (let at = firstAtLeast(sorted, term); sorted[at]?.startsWith(term); at++) {
        const longer = sorted[at] ?? '';
        const number = numbers.get(longer);
        if (number === undefined || number === exact) continue;
        const { length } = longer;
        found.set(number, (longerWeight * length) / (length + 0.3 * (length - term.length)));
      }
    }
    if (typos > 0) {
      const wanted = lettersOf(term);
      for (const [number, other] of terms.entries()) {
        if (Math.abs(other.length - term.length) > typos || found.has(number)) continue;
        // A letter that is replaced makes two of them differ.
        if (countBits(wanted ^ (letters[number] ?? 0)) > 2 * typos) continue;
        const edits = distance(term, other);
        if (edits > typos) continue;
        found.set(number, (misspeltWeight * other.length) / (other.length + edits));
      }
    }
    return found;
  };

  const scoreTerm = (query: TermQuery, bit: number): Scored => {
    const scores = new Float64Array(weights.length);
    const best = new Float64Array(weights.length);
    const bestTerm = new Int32Array(weights.length);
    const words = new Uint32Array(weights.length);
    const perLength = totals.map(
      ({ documents, length }) => (saturation * shortness * documents) / length,
    );
    for (const [number, counted] of meant(query)) {
      const fieldWeights = boosts.map((boost, field) => {
        if (!query.fields.includes(field)) return 0;
        return (
          counted * boost * rarity(having[number * boosts.length + field] ?? 0, weights.length)
        );
      });
      const found = postings.of(number);
      for (let at = 0; at < found.length; at++) {
        const posting = found[at] ?? 0;
        const field = (posting >>> fieldShift) & (mostFields - 1);
        const document = posting >>> documentShift;
        const weight = (fieldWeights[field] ?? 0) * (weights[document] ?? 0);
        if (weight === 0) continue;
        const frequency = posting & mostFrequent;
        const damping =
          saturation * (1 - shortness) +
          (perLength[field] ?? 0) * (lengths[document * boosts.length + field] ?? 0);
        const score = weight * (floor + (frequency * (saturation + 1)) / (frequency + damping));
        scores[document] = (scores[document] ?? 0) + score;
        words[document] = bit;
        if (score > (best[document] ?? 0)) {
          best[document] = score;
          bestTerm[document] = number;
        }
      }
    }
    return { scores, words, parts: [], bestTerm };
  };

  const evaluate = (query: TextQuery, bits: Map<string, number>): Scored => {
    if ('term' in query) return scoreTerm(query, bitOf(query.term, bits));
    const isAll = 'all' in query;
    const parts = (isAll ? query.all : query.any).map((part) => evaluate(part, bits));
    const [only] = parts;
    if (only && parts.length === 1) return only;
    const scores = new Float64Array(weights.length);
    const words = new Uint32Array(weights.length);
    const found = new Uint16Array(weights.length);
    for (const part of parts) {
      for (let document = 0; document < scores.length; document++) {
        const score = part.scores[document] ?? 0;
        if (score === 0) continue;
        scores[document] = (scores[document] ?? 0) + score;
        words[document] = (words[document] ?? 0) | (part.words[document] ?? 0);
        found[document] = (found[document] ?? 0) + 1;
      }
    }
    const needed = isAll ? parts.length : 1;
    for (let document = 0; document < scores.length; document++) {
      if ((found[document] ?? 0) < needed) scores[document] = 0;
    }
    return { scores, words, parts };
  };

  const termsOf = (document: number, { scores, parts, bestTerm }: Scored): string[] => {
    if (!scores[document]) return [];
    if (bestTerm) return [terms[bestTerm[document] ?? 0] ?? ''];
    return parts.flatMap((part) => termsOf(document, part));
  };

  return {
    numberOf,
    knownNumber: (term) => numbers.get(term),
    add(fields, weight) {
      const document = weights.length;
      if (document >= mostDocuments) throw new RangeError(`At most ${mostDocuments} documents.`);
      weights.push(weight);
      lengths = grownTo(lengths, weights.length * boosts.length);
      let field = 0;
      for (const numbers of fields) {
        const place = (document << documentShift) | (field << fieldShift);
        let different = 0;
        for (const number of numbers) {
          if (!postings.count(number, place)) continue;
          different += 1;
          const at = number * boosts.length + field;
          having[at] = (having[at] ?? 0) + 1;
        }
        lengths[document * boosts.length + field] = Math.min(different, longestField);
        const total = totals[field];
        if (different > 0 && total) {
          total.documents += 1;
          total.length += different;
        }
        field += 1;
      }
      return document;
    },
    remove(document) {
      weights[document] = 0;
    },
    has: (query) => evaluate(query, new Map()).scores.some((score) => score > 0),
    find(query) {
      const scored = evaluate(query, new Map());
      const { scores, words } = scored;
      const documents: number[] = [];
      for (let document = 0; document < scores.length; document++) {
        const score = scores[document] ?? 0;
        if (score === 0) continue;
        scores[document] = score * countBits(words[document] ?? 0);
        documents.push(document);
      }
      documents.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0));
      return { documents, termsOf: (document) => [...new Set(termsOf(document, scored))] };
    },
  };
}

/** What each document has of a query, by its number. */
interface Scored {
  readonly scores: Float64Array;
  /** Which terms of the query it has, a bit each. */
  readonly words: Uint32Array;
  readonly parts: readonly Scored[];
  /** The term that says most, where the query is of one. */
  readonly bestTerm?: Int32Array;
}

/** What few documents have says more of one that has it. */
const rarity = (having: number, all: number): number =>
  Math.log(1 + (all - having + 0.5) / (having + 0.5));

function firstAtLeast(sorted: readonly string[], wanted: string): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? '') < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** A bit for each term of the query; those after the thirty-first share one. */
function bitOf(term: string, bits: Map<string, number>): number {
  const bit = bits.get(term) ?? 1 << Math.min(bits.size, 31);
  bits.set(term, bit);
  return bit >>> 0;
}

/** A bit for each letter that is in it; other characters share bits. */
function lettersOf(term: string): number {
  let set = 0;
  for (let at = 0; at < term.length; at++) set |= 1 << (term.charCodeAt(at) & 31);
  return set >>> 0;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits >>> 0; left !== 0; left = (left & (left - 1)) >>> 0) count += 1;
  return count;
}
