import { INK } from './page';
/** Left, top, right, bottom in points. */
export type Margin = readonly [number, number, number, number];

interface Placed {
  readonly margin?: Margin;
  /** From where the node would stand; takes no room. */
  readonly relativePosition?: { readonly x: number; readonly y: number };
  /** Begins a new page with this node. */
  readonly pageBreak?: 'before';
}

export interface TextStyle {
  readonly font?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly fontFeatures?: readonly string[];
}

export interface TextPiece extends TextStyle {
  readonly text: string;
}

export type Alignment = 'left' | 'center' | 'right';

export interface PlainTextNode extends Placed, TextStyle {
  readonly text: readonly TextPiece[];
  readonly alignment?: Alignment;
  readonly noWrap?: boolean;
  readonly lineHeight?: number;
  readonly characterSpacing?: number;
}

/** A picture: a data address (PNG or JPEG), or a name that the setter's `pictures` give. Width and height in points. */
export interface ImageNode extends Placed {
  readonly image: string;
  readonly width?: number;
  readonly height?: number;
  /** Largest width and height; the proportions are kept. */
  readonly fit?: readonly [number, number];
  readonly alignment?: Alignment;
}

/** A line of text with pictures drawn over places left free in it. */
export interface PicturedTextNode extends Placed {
  readonly stack: readonly (PlainTextNode | ImageNode)[];
  readonly unbreakable: true;
}

/** A line of text, with or without pictures of characters. */
export type TextNode = PlainTextNode | PicturedTextNode;

export interface StackNode extends Placed {
  readonly stack: readonly PdfNode[];
  readonly unbreakable?: boolean;
}

export type Vector =
  | {
      readonly type: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly lineWidth: number;
      readonly lineColor: string;
      readonly dash?: { readonly length: number; readonly space: number };
    }
  | {
      readonly type: 'rect';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly r?: number;
      readonly lineWidth: number;
      readonly lineColor: string;
    };

export interface CanvasNode extends Placed {
  readonly canvas: readonly Vector[];
}

export type TableCell = PdfNode & {
  readonly colSpan?: number;
};

export interface TableLayout {
  readonly hLineWidth: (line: number) => number;
  readonly vLineWidth: (line: number) => number;
  readonly hLineColor: string;
  readonly vLineColor: string;
  readonly paddingLeft: (column: number) => number;
  readonly paddingRight: (column: number) => number;
  readonly paddingTop: (row: number) => number;
  readonly paddingBottom: (row: number) => number;
}

export interface TableNode extends Placed {
  readonly table: {
    readonly widths: readonly number[];
    readonly heights?: readonly number[] | number;
    readonly headerRows?: number;
    readonly keepWithHeaderRows?: number;
    readonly dontBreakRows?: boolean;
    readonly body: readonly (readonly TableCell[])[];
  };
  readonly layout: TableLayout;
}

/** A node of a pdfmake document definition, as far as the forms use it. pdfmake writes into nodes: never share one. */
export type PdfNode = TextNode | ImageNode | StackNode | CanvasNode | TableNode;

/** A table without lines and padding, for placing things beside each other. */
export const plainLayout: TableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  hLineColor: '#000000',
  vLineColor: '#000000',
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

/** Thin lines around every cell, without padding: for places to sign. */
export const frameLayout: TableLayout = {
  ...plainLayout,
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  hLineColor: INK.rule,
  vLineColor: INK.rule,
};
