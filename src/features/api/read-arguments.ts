import * as vscode from 'vscode';
import type {
  BankSnippet,
  Code,
  DocumentPart,
  Limits,
  Program,
  RunOptions,
} from '../../../docs/loopwise-api.d.ts';
import { isRecord } from '../../collections/is-record.ts';
import { ApiError } from './api-error.ts';

/** The program that a caller named, once it is what the API says. */
export type GivenProgram =
  | ({ readonly kind: 'snippet' } & BankSnippet)
  | ({ readonly kind: 'code' } & Code)
  | ({ readonly kind: 'document' } & DocumentPart);

/** Code that is fit for a page; the same as for code of an editor. */
const longest = 100_000;
const mostPredicted = 10_000;

/**
 * Callers are written in JavaScript too, so nothing is believed of their arguments.
 * @throws ApiError with code `invalidArgument`
 */
export function readProgram(program: Program): GivenProgram {
  const given: unknown = program;
  if (!isRecord(given)) refuse('program', 'an object');
  const named = (['snippet', 'code', 'uri'] as const).filter((name) => given[name] !== undefined);
  if (named.length !== 1) {
    throw new ApiError(
      'invalidArgument',
      'program: give exactly one of `snippet`, `code` and `uri`.',
    );
  }
  const { snippet, code, language, module, uri, range } = given;
  if (snippet !== undefined) {
    if (typeof snippet !== 'string' || snippet === '') {
      refuse('program.snippet', 'the id of a snippet, such as "scheduling-apis/tick-or-promise"');
    }
    return { kind: 'snippet', snippet };
  }
  if (code !== undefined) {
    if (typeof code !== 'string') refuse('program.code', 'a string');
    if (code.length > longest) refuse('program.code', 'at most 100,000 characters long');
    if (!isOneOf(language, [undefined, 'javascript', 'typescript'] as const)) {
      refuse('program.language', '"javascript" or "typescript"');
    }
    if (!isOneOf(module, [undefined, 'commonjs', 'esm'] as const)) {
      refuse('program.module', '"commonjs" or "esm"');
    }
    return { kind: 'code', code, ...(language && { language }), ...(module && { module }) };
  }
  if (!(uri instanceof vscode.Uri)) refuse('program.uri', 'a vscode.Uri');
  if (range !== undefined && !(range instanceof vscode.Range)) {
    refuse('program.range', 'a vscode.Range');
  }
  return { kind: 'document', uri, ...(range && { range }) };
}

/** @throws ApiError with code `invalidArgument` */
export function readOptions(options: RunOptions | undefined): RunOptions {
  const given: unknown = options ?? {};
  if (!isRecord(given)) refuse('options', 'an object');
  const { signal, token, limits } = given;
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    refuse('options.signal', 'an AbortSignal');
  }
  if (token !== undefined && !isToken(token)) refuse('options.token', 'a CancellationToken');
  return {
    ...(signal && { signal }),
    ...(token && { token }),
    ...(limits !== undefined && { limits: readLimits(limits) }),
  };
}

/** @throws ApiError with code `invalidArgument` */
export function readPredicted(prediction: readonly string[]): readonly string[] {
  const given: unknown = prediction;
  const isList = Array.isArray(given) && given.every((line) => typeof line === 'string');
  if (!isList) refuse('prediction', 'an array of strings, one a line');
  if (given.length > mostPredicted) refuse('prediction', 'at most 10,000 lines long');
  return [...given];
}

function readLimits(given: unknown): Limits {
  if (!isRecord(given)) refuse('options.limits', 'an object');
  const { time, memory, lines } = given;
  return {
    ...limit('time', time),
    ...limit('memory', memory),
    ...limit('lines', lines),
  };
}

function limit(name: keyof Limits, value: unknown): Limits {
  if (value === undefined) return {};
  if (!Number.isSafeInteger(value) || (value as number) < 1) {
    refuse(`options.limits.${name}`, 'a whole number from 1 on');
  }
  return { [name]: value };
}

const isToken = (value: unknown): value is vscode.CancellationToken =>
  isRecord(value) &&
  typeof value['isCancellationRequested'] === 'boolean' &&
  typeof value['onCancellationRequested'] === 'function';

const isOneOf = <Value>(value: unknown, values: readonly Value[]): value is Value =>
  values.includes(value as Value);

function refuse(name: string, what: string): never {
  throw new ApiError('invalidArgument', `${name} must be ${what}.`);
}
