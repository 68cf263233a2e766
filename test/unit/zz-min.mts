import { answerMinutes, readingMinutes } from '/work/trees/bank12/src/features/answer/reading-time.ts';
import { realBank } from '/work/trees/bank12/test/unit/bank/real-bank.ts';
const { bank, mistakes } = await realBank();
for (const m of mistakes) console.log(JSON.stringify(m));
for (const q of bank.questions) console.log(q.id, answerMinutes(q), readingMinutes(q));
