import type { Explained } from './explained.mts';

/** The same for reading: each line with its place, and between two lines why they are in this order. */
export function explainedText({
  node,
  ended,
  exitCode,
  lines,
  pairs,
  altered,
  verdict,
}: Explained): string {
  const rows = lines.flatMap(({ text, phase, after, line }, index) => {
    const place =
      phase === null ? 'not this thread' : phase === after ? phase : `${phase}, after ${after}`;
    const pair = pairs.find(({ later }) => later === index);
    return [
      ...(pair ? [`      ${pair.rule} (${pair.certainty}): ${pair.text}`] : []),
      `${String(index + 1).padStart(3)}  ${text}    [${place}${line === null ? '' : `, line ${line}`}]`,
    ];
  });
  const end = ended === 'exit' ? `exit code ${exitCode}` : `stopped: ${ended}`;
  return [
    `Node ${node}, ${end}`,
    ...rows,
    ...(altered ? ['', alteredText(altered)] : []),
    ...(verdict ? ['', verdictText(verdict)] : []),
  ].join('\n');
}

/** As on the page that shows the recording. */
const alteredText = (names: readonly string[]): string =>
  `Recording can change the results of ${names.join(', ')}: a run that isn't recorded may print other values.`;

function verdictText({ text, possible }: NonNullable<Explained['verdict']>): string {
  return possible === undefined
    ? text
    : `${text} Possible here: ${possible.join(' | ') || 'the end'}`;
}
