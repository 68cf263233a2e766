import assert from 'node:assert/strict';
import { realQuestions } from './prose-files.ts';
import { complaintsAboutSpeech } from './spoken-answer.ts';

describe('What is said in an interview takes 40 to 60 seconds, and can be spoken', () => {
  for (const { file, text } of realQuestions()) {
    it(file, () => {
      const spoken = /^## Say it in the interview\n([^]*?)(?=^## )/m.exec(text)?.[1] ?? '';
      assert.deepEqual(complaintsAboutSpeech(spoken), []);
    });
  }

  const sentence = 'It waits for the kernel, and the thread goes on with 200 other requests. '; // 14 words

  it('is too short with 94 words, too long with 131', () => {
    assert.match(complaintsAboutSpeech('One '.repeat(94))[0] ?? '', /^94 words/);
    assert.match(complaintsAboutSpeech('One '.repeat(131))[0] ?? '', /^131 words/);
    assert.deepEqual(complaintsAboutSpeech(sentence.repeat(7)), []);
  });

  it('has no sentence of more than 28 words, no parenthesis and at least one number', () => {
    const long = `${'and on '.repeat(14)}it goes. ${sentence.repeat(5)}`;
    assert.match(complaintsAboutSpeech(long)[0] ?? '', /^30 words in one sentence: "and on/);
    const aside = sentence.repeat(7).replace('the kernel', 'the kernel (Linux)');
    assert.match(complaintsAboutSpeech(aside)[0] ?? '', /parenthesis/);
    const vague = sentence.replace('200', 'many').repeat(7);
    assert.match(complaintsAboutSpeech(vague)[0] ?? '', /no number/);
  });
});
