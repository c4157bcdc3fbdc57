import { inflateSync } from 'node:zlib';

/** The decompressed streams of a PDF that hold page content. */
function contentStreams(pdf: Uint8Array): readonly string[] {
  const source = Buffer.from(pdf);
  const found: string[] = [];
  let at = source.indexOf('stream\n');
  while (at >= 0) {
    const end = source.indexOf('endstream', at);
    const bytes = source.subarray(at + 'stream\n'.length, end);
    // Every stream of these documents is deflated; 0x78 opens a zlib stream.
    if (bytes[0] === 0x78) {
      const text = inflateSync(bytes).toString('latin1');
      if (/\] TJ/u.test(text)) found.push(text);
    }
    at = source.indexOf('stream\n', end + 'endstream'.length);
  }
  return found;
}

/** Numbers of the glyphs that the pages draw, in order. 0 is the crossed box of a font that lacks the character. */
export function drawnGlyphs(pdf: Uint8Array): readonly number[] {
  return contentStreams(pdf).flatMap((stream) =>
    [...stream.matchAll(/\[([^\]]*)\] TJ/gu)].flatMap((shown) =>
      [...(shown[1] ?? '').matchAll(/<([0-9a-fA-F]+)>/gu)].flatMap((hex) =>
        (hex[1]?.match(/.{4}/gu) ?? []).map((glyph) => Number.parseInt(glyph, 16)),
      ),
    ),
  );
}
