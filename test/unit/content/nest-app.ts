import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import 'reflect-metadata';
import { Inject, Injectable, Module } from '@nestjs/common';
import type { ModuleMetadata, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { parse } from 'yaml';
import { packsFolder } from '../bank/real-bank.ts';

/*
 * The snippets of the pack for NestJS are small models in plain code. Here the same program runs in NestJS itself
 * and has to print what the snippet expects. Decorators are called as functions, since they need no compiler then.
 */

/** What a snippet of the pack prints, by its front matter. */
export function expected(snippet: string): readonly string[] {
  const text = readFileSync(join(packsFolder, 'nest', snippet), 'utf8');
  const matter = /^\/\* ---\n([^]*?)--- \*\//.exec(text)?.[1] ?? '';
  return (parse(matter) as { expect: string[] }).expect;
}

/** Marks the parameters of a constructor, as `@Inject` before each of them would. */
export function injects(type: Type, ...tokens: unknown[]): void {
  Injectable()(type);
  tokens.forEach((token, index) => Inject(token as Type)(type, undefined, index));
}

export function moduleOf(metadata: ModuleMetadata): Type {
  class Some {
    readonly metadata = metadata;
  }
  Module(metadata)(Some);
  return Some;
}

export const quiet = { logger: false, abortOnError: false } as const;
export const contextOf = (root: Type) =>
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- a literal is what NestJS takes
  NestFactory.createApplicationContext(root, quiet);

/** Applies decorators to a method. */
export function onMethod(type: Type, method: string, ...decorators: MethodDecorator[]): void {
  const prototype = type.prototype as object;
  const descriptor = Object.getOwnPropertyDescriptor(prototype, method);
  assert.ok(descriptor);
  for (const decorate of decorators) decorate(prototype, method, descriptor);
}

/** Runs an application for HTTP while `use` sends requests to it. */
export async function served(root: Type, use: (url: string) => Promise<void>): Promise<void> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- as above
  const app = await NestFactory.create(root, quiet);
  try {
    await app.listen(0, '127.0.0.1');
    await use(await app.getUrl());
  } finally {
    await app.close();
  }
}

export const nameOf = (error: unknown): string =>
  error instanceof Error ? error.constructor.name : String(error);
