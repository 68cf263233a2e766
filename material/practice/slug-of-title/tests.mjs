import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

const { slug } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('slug-of-title', () => {
  it('joins words with single dashes', () => {
    assert.equal(slug('Streams,  in  Node.js!'), 'streams-in-node-js');
    assert.equal(slug('read - and write_file'), 'read-and-write-file');
  });

  it('has no dash at either end', () => {
    assert.equal(slug(' -- Hello? '), 'hello');
  });

  it('keeps the letter when it drops an accent', () => {
    assert.equal(slug('Café Zoë, Ångström'), 'cafe-zoe-angstrom');
  });

  it('leaves out all other letters', () => {
    assert.equal(slug('Node 日本語'), 'node');
  });

  it('is cut to its length, without a dash at the end', () => {
    assert.equal(slug('one two three', 8), 'one-two');
    assert.equal(slug('a'.repeat(100)).length, 60);
  });

  it('is never empty', () => {
    assert.equal(slug('???'), 'untitled');
    assert.equal(slug(''), 'untitled');
  });
});
