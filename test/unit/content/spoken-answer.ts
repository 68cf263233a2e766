/** 40 to 60 seconds at the pace of somebody who explains: what interviewers give. */
const words = { least: 95, most: 130 };
/** More in one breath is read aloud, not said. */
const longest = 28;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const number =
  /\d|\b(two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|eighty|ninety|hundred|thousand|million|half|third)\b/i;

/** What keeps the part "Say it in the interview" from being spoken, in words; `text` is its Markdown. */
export function complaintsAboutSpeech(text: string): string[] {
  const spoken = text
    .replace(/\]\([^)]*\)/g, '')
    .replace(/[`*[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const complaints: string[] = [];
  const all = wordsIn(spoken);
  if (all < words.least || all > words.most) {
    complaints.push(`${all} words; write ${words.least} to ${words.most}`);
  }
  // A name such as "Node.js" or a call such as "f(x)." ends no sentence; only a capital after it begins one.
  for (const { segment } of sentences.segment(spoken)) {
    const count = wordsIn(segment);
    if (count <= longest || complaints.length > 4) continue;
    const start = segment.trim().slice(0, 40);
    complaints.push(`${count} words in one sentence: "${start}…"; at most ${longest}`);
  }
  // What is between backticks is code: `f(x)` is said without its brackets.
  if (/\(/.test(text.replace(/`[^`]*`|\]\([^)]*\)/g, ''))) {
    complaints.push('a parenthesis, which nobody can hear: make it a sentence, or leave it out');
  }
  if (!number.test(spoken)) complaints.push('no number: say how much or how long, from production');
  return complaints;
}

const wordsIn = (text: string): number =>
  text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
