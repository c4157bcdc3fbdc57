import type { CalendarDate } from '../../domain/time/calendar-date';
import { formatChinese } from '../../domain/time/chinese-date';
import { bindToText, linesToBind, type FlowItem } from '../layout/flow';
import { INK, LEADING, SIZE, TEXT_HEIGHT, TEXT_WIDTH, mm } from '../layout/page';
import { frameLayout, plainLayout, type PdfNode } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';
import { SEAL_HEIGHT } from './seal-place';

/**
 * A place to sign: who (`role`, and `name` where it is known), what goes there, and its date line: a calendar date,
 * `blank` for an empty line 年 月 日, or none. Of a seal, `name` is printed in the middle, `role` in brackets under it.
 */
export interface SignPlace {
  readonly role: string;
  readonly name?: string | undefined;
  readonly room: 'fingerprint' | 'signature' | 'seal';
  readonly date?: CalendarDate | undefined;
}

/** Free height: a fingerprint beside a signature needs 25 mm (domain.md 1.5). */
const ROOM = { fingerprint: mm(25), signature: mm(13) } as const;
const PADDING = 5;
const GAP = 10;
const WIDTH = (TEXT_WIDTH - GAP) / 2;
const INNER = WIDTH - 2 * PADDING - 1;
const TOP = 8;
/** A place higher than this, for a name of unusual length, is divided rather than cut. */
const MOST_HEIGHT = TEXT_HEIGHT * 0.6;
/** Height of a bound line on a rule, and of a heading and air beside the bound lines. */
const BOUND_LINE = LEADING.text + 4;
const BOUND_AIR = 3 * LEADING.text;

interface Laid {
  readonly head: readonly PdfNode[];
  readonly date: readonly PdfNode[];
  readonly height: number;
  readonly drop: number;
}

function lay(place: SignPlace, setter: TextSetter): Laid {
  const small = { size: SIZE.small, leading: LEADING.small, width: INNER };
  const text = place.date === 'blank' ? '　　　　年　　月　　日' : place.date && formatChinese(place.date);
  const date = text === undefined ? [] : setter.lines(text, { ...small, align: 'right' });
  if (place.room === 'seal') {
    const middle = { ...small, align: 'center' } as const;
    const named = place.name !== undefined && place.name !== '';
    const head = [
      ...setter.lines(named ? (place.name ?? '') : place.role, middle),
      ...setter.lines(named ? `（${place.role}）` : '（印章）', { ...middle, color: INK.faint }),
    ];
    const least = (head.length + date.length) * LEADING.small;
    const height = Math.max(SEAL_HEIGHT, least + mm(13));
    return { head, date, height, drop: (height - least) * 0.4 };
  }
  const head = setter.lines(`${place.role}：${place.name ?? ''}`, small);
  const height = (head.length + date.length) * LEADING.small + ROOM[place.room];
  return { head, date, height, drop: 0 };
}

/** A framed place of exactly `height` points: its words at the top, the date at the bottom. */
function framed({ head, date, drop }: Laid, height: number): PdfNode {
  const free = height - drop - (head.length + date.length) * LEADING.small;
  const stack: PdfNode[] = [
    { stack: head, margin: [0, drop, 0, 0] },
    { stack: date, margin: [0, free, 0, 0] },
  ];
  return {
    table: {
      widths: [WIDTH - 1.2],
      heights: [height + 2 * PADDING],
      dontBreakRows: height <= MOST_HEIGHT,
      body: [[{ stack, margin: [PADDING, PADDING, PADDING, PADDING] }]],
    },
    layout: frameLayout,
  };
}

interface Row {
  readonly node: PdfNode;
  readonly height: number;
}

/** Rows of two places of one height; a lone last one on the right half. */
function rowsOf(places: readonly SignPlace[], setter: TextSetter): readonly Row[] {
  const rows: Row[] = [];
  for (let from = 0; from < places.length; from += 2) {
    const laid = places.slice(from, from + 2).map((place) => lay(place, setter));
    const height = Math.max(...laid.map((each) => each.height));
    const cells = laid.map((each) => framed(each, height));
    const empty: PdfNode = { stack: [] };
    const [left = empty, right = empty] = cells.length === 1 ? [empty, ...cells] : cells;
    rows.push({
      node: {
        table: {
          widths: [WIDTH, GAP, WIDTH],
          dontBreakRows: height <= MOST_HEIGHT,
          body: [[left, { stack: [] }, right]],
        },
        layout: plainLayout,
        margin: [0, TOP, 0, 0],
      },
      height: height + 2 * PADDING + TOP + 2,
    });
  }
  return rows;
}

/**
 * Places to sign in rows of two. Up to six places may be bound to the text before them with `bindToText`; a form whose
 * number of places is open uses `boundPlaces`, for what is bound together must fit on a page.
 */
export function signPlaces(places: readonly SignPlace[], setter: TextSetter): FlowItem {
  return { node: { stack: rowsOf(places, setter).map((row) => row.node) }, textLines: 0 };
}

/**
 * The text of a form with all its places to sign: as many as fit are bound to the end of the text, the others stand on
 * pages that say whose they are（此页无正文，为…签署页）, so that no page bears signatures alone (domain.md F12). `foot` is a
 * short line in small type after the last place.
 */
export function boundPlaces(
  text: readonly FlowItem[],
  places: readonly SignPlace[],
  setter: TextSetter,
  paper: string,
  foot?: string,
): readonly FlowItem[] {
  const full = { size: SIZE.text, leading: LEADING.text, width: TEXT_WIDTH } as const;
  const last = foot === undefined ? [] : setter.lines(foot, { ...full, size: SIZE.small, leading: LEADING.small });
  const footHeight = last.length * LEADING.small + TOP;
  const rows = rowsOf(places, setter);
  if (rows.some((row) => row.height > MOST_HEIGHT)) {
    const end: PdfNode = { stack: last, margin: [0, TOP, 0, 0] };
    return [...text, ...[...rows.map((row) => row.node), end].map((node): FlowItem => ({ node, textLines: 0 }))];
  }
  const groups: Row[][] = [[]];
  let room = TEXT_HEIGHT - linesToBind(text) * BOUND_LINE - BOUND_AIR - footHeight;
  for (const row of rows) {
    if (row.height > room && (groups.at(-1)?.length ?? 0) > 0) {
      groups.push([]);
      room = TEXT_HEIGHT - 3 * LEADING.text - footHeight;
    }
    groups.at(-1)?.push(row);
    room -= row.height;
  }
  const [first = [], ...others] = groups.map((group, index): readonly PdfNode[] => [
    ...group.map((row) => row.node),
    ...(index === groups.length - 1 ? [{ stack: last, margin: [0, TOP, 0, 0] } satisfies PdfNode] : []),
  ]);
  return [
    ...bindToText(text, { stack: first }),
    ...others.map((nodes): FlowItem => ({
      node: {
        stack: [...setter.lines(`（此页无正文，为${paper}签署页）`, full), ...nodes],
        unbreakable: true,
        pageBreak: 'before',
      },
      textLines: 0,
    })),
  ];
}
