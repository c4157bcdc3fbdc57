import type { Party } from '../../domain/case/case-state';
import { INK, LEADING, SIZE, TEXT_WIDTH, mm } from '../layout/page';
import { frameLayout, type PdfNode, type TextNode } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';
import { SIDE_NAMES } from './labels';
import { SEAL_HEIGHT, sealPlace } from './seal-place';

/** Who signs on the right side of the grid. */
export interface Officers {
  readonly mediators: readonly string[];
  readonly recorder?: string | undefined;
  readonly committee: string;
}

/** A party's place: name, room of at least 25 mm for signature and fingerprint, and the date line (domain.md 1.5). */
const SIGNING_ROOM = mm(25);
const OFFICER_ROOM = mm(13);
const PADDING = 5;
const LEFT = TEXT_WIDTH * 0.54;
const RIGHT = TEXT_WIDTH - LEFT;
/** What the frame's lines take of a column. */
const LINES = 0.9;
const HEAD = LEADING.small + 2 * 3;

interface Place {
  readonly node: PdfNode;
  readonly height: number;
}

const small = (width: number) => ({ size: SIZE.small, leading: LEADING.small, width: width - 2 * PADDING });

/** Text at the top, the date line at the bottom of exactly `height` points. */
function place(lines: readonly TextNode[], date: readonly TextNode[], height: number): PdfNode {
  const gap = height - (lines.length + date.length) * LEADING.small - PADDING;
  return { stack: [...lines, { stack: date, margin: [0, gap, 0, 0] }], margin: [PADDING, PADDING, PADDING, PADDING] };
}

function partyPlace(party: Party, width: number, setter: TextSetter): (extra: number) => Place {
  const setting = small(width);
  const names = [
    `${SIDE_NAMES[party.side]}：${party.name}`,
    ...(party.representatives ?? []).map((each) => `委托代理人：${each.name}`),
  ].flatMap((text) => setter.lines(text, setting));
  const date = setter.lines('日期：　　　　年　　月　　日', { ...setting, color: INK.faint, align: 'right' });
  const least = names.length * LEADING.small + SIGNING_ROOM + LEADING.small + PADDING;
  return (extra) => ({ node: place(names, date, least + extra), height: least + extra + PADDING });
}

function officerPlace(role: string, name: string | undefined, setter: TextSetter): Place {
  const setting = small(RIGHT);
  const lines = setter.lines(`${role}：${name ?? ''}`, setting);
  const date = setter.lines('　　　　年　　月　　日', { ...setting, color: INK.faint, align: 'right' });
  const height = lines.length * LEADING.small + OFFICER_ROOM + LEADING.small + PADDING;
  return { node: place(lines, date, height), height: height + PADDING };
}

const column = (places: readonly Place[], width: number): PdfNode => ({
  stack: places.map((each, index): PdfNode => ({
    stack: [
      ...(index === 0
        ? []
        : [
            {
              canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.6, lineColor: INK.rule }],
            } satisfies PdfNode,
          ]),
      each.node,
    ],
  })),
});

/**
 * The signature grid（签名栏）: parties on the left, mediators, recorder and seal on the right, both columns of one
 * height. The result is one node that the caller binds to the text before it. Without
 * `officers` it is a further page, for the parties that found no place on the one before.
 */
export function signatureGrid(parties: readonly Party[], officers: Officers | undefined, setter: TextSetter): PdfNode {
  const leftWidth = officers ? LEFT : TEXT_WIDTH;
  const makers = parties.map((party) => partyPlace(party, leftWidth, setter));
  const right: Place[] =
    officers === undefined
      ? []
      : [
          ...(officers.mediators.length > 0 ? officers.mediators : [undefined]).map((name) =>
            officerPlace('人民调解员', name, setter),
          ),
          officerPlace('记录人', officers.recorder, setter),
        ];
  const sum = (places: readonly Place[]): number => places.reduce((total, each) => total + each.height, 0);
  const leftLeast = sum(makers.map((make) => make(0)));
  const rightLeast = sum(right) + (officers ? SEAL_HEIGHT : 0);
  const extra = Math.max(0, rightLeast - leftLeast) / Math.max(1, makers.length);
  const left = makers.map((make) => make(extra));
  if (officers) {
    const height = SEAL_HEIGHT + Math.max(0, leftLeast - rightLeast);
    right.push({ node: sealPlace(officers.committee, RIGHT, height, setter), height });
  }
  const heading = (text: string, width: number): PdfNode => ({
    stack: setter.lines(text, { ...small(width), bold: true }),
    margin: [PADDING, 3, PADDING, 3],
  });
  const columns = [
    { title: '当事人（签名盖章或按指印）', places: left, width: leftWidth },
    ...(officers ? [{ title: '人民调解员（签名）、记录人（签名）', places: right, width: RIGHT }] : []),
  ];
  return {
    table: {
      widths: columns.map(({ width }) => width - LINES),
      heights: [HEAD, Math.max(leftLeast, rightLeast)],
      dontBreakRows: true,
      body: [
        columns.map(({ title, width }) => heading(title, width)),
        columns.map(({ places, width }) => column(places, width - LINES)),
      ],
    },
    layout: frameLayout,
    margin: [0, 8, 0, 0],
  };
}

/** Height in points of the officers' column: mediators, recorder and seal. */
export function officersHeight(officers: Officers, setter: TextSetter): number {
  const places = [
    ...officers.mediators.map((name) => officerPlace('人民调解员', name, setter)),
    officerPlace('记录人', officers.recorder, setter),
  ];
  return places.reduce((total, each) => total + each.height, SEAL_HEIGHT);
}

/** Height in points that a party's place needs at least, for sharing parties out over pages. */
export const partyPlaceHeight = (party: Party, setter: TextSetter): number => partyPlace(party, LEFT, setter)(0).height;
