/** Reads the English answers of CUPS's own commands (lpstat, lp, cancel); pure. Fixtures: test/unit/printing/. */

/** A queue as `lpstat -l -p -d -a` tells it. */
export interface CupsPrinter {
  readonly name: string;
  readonly description: string;
  readonly isDefault: boolean;
  readonly enabled: boolean;
  readonly accepting: boolean;
  /** Printer-state-reasons; empty when there are none. */
  readonly alerts: readonly string[];
  /** The printer's own message, or what its administrator gave as reason. */
  readonly message: string;
  /** Why it accepts nothing, as its administrator wrote it. */
  readonly refusal: string;
}

/** A job as `lpstat -l -o` tells it. */
export interface CupsJob {
  readonly id: string;
  /** Job-printer-state-message, for example what the back end complained of. */
  readonly message: string;
  /** Job-state-reasons. */
  readonly alerts: readonly string[];
}

/** A line that starts at the margin, and the indented lines below it. */
interface Section {
  readonly head: string;
  readonly lines: readonly string[];
}

function sectionsOf(text: string): readonly Section[] {
  const sections: { head: string; lines: string[] }[] = [];
  for (const line of text.split(/\r?\n/u)) {
    if (line.trim() === '') continue;
    if (/^\s/u.test(line)) sections.at(-1)?.lines.push(line.trim());
    else sections.push({ head: line, lines: [] });
  }
  return sections;
}

/** The value of a line `Label: value`; empty when there is no such line or nothing on it. */
function valueOf({ lines }: Section, label: string): string {
  const line = lines.find((each) => each.startsWith(`${label}:`));
  return line === undefined ? '' : line.slice(label.length + 1).trim();
}

const keywordsOf = (section: Section): readonly string[] =>
  valueOf(section, 'Alerts')
    .split(/[\s,]+/u)
    .filter((word) => word !== '' && word !== 'none');

/** The lines between the head and the first fixed label are the printer's message. */
function messageOf({ lines }: Section): string {
  const fixed = lines.findIndex((line) => line === 'Form mounted:');
  return (fixed === -1 ? [] : lines.slice(0, fixed)).join(' ');
}

/** The queues in `lpstat -l -p -d -a`. A queue whose acceptance is not told counts as accepting. */
export function parsePrinters(text: string): readonly CupsPrinter[] {
  const sections = sectionsOf(text);
  const standard = sections
    .map(({ head }) => /^system default destination: (.+)$/u.exec(head)?.[1])
    .find((name) => name !== undefined)
    // A default may carry an instance, as in office/duplex.
    ?.split('/')[0];
  return sections.flatMap((section) => {
    const name = /^printer (\S+) /u.exec(section.head)?.[1];
    if (name === undefined) return [];
    const refusing = sections.find(({ head }) => head.startsWith(`${name} not accepting requests`));
    return [
      {
        name,
        description: valueOf(section, 'Description'),
        isDefault: name === standard,
        enabled: !section.head.startsWith(`printer ${name} disabled`),
        accepting: refusing === undefined,
        alerts: keywordsOf(section),
        message: messageOf(section),
        refusal: refusing?.lines.join(' ') ?? '',
      },
    ];
  });
}

/** The job with that id in `lpstat -l -o`; undefined when it is not listed. */
export function parseJob(text: string, id: string): CupsJob | undefined {
  const section = sectionsOf(text).find(({ head }) => head.split(/\s/u)[0] === id);
  if (section === undefined) return undefined;
  return { id, message: valueOf(section, 'Status'), alerts: keywordsOf(section) };
}

/** The id in lp's `request id is office-12 (0 file(s))`. */
export const parseRequestId = (text: string): string | undefined => /^request id is (\S+-\d+) /mu.exec(text)?.[1];

/** How a job ended. */
export type CupsEnd = 'completed' | 'canceled' | 'aborted';

/** What `cancel` says of a job that has ended: `Job #3 is already canceled - can't cancel.` */
export function parseEnd(text: string): CupsEnd | undefined {
  const word = / is already (completed|canceled|cancelled|aborted)\b/u.exec(text)?.[1];
  if (word === 'cancelled') return 'canceled';
  return word === 'completed' || word === 'canceled' || word === 'aborted' ? word : undefined;
}
