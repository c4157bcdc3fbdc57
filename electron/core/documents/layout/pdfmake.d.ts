/**
 * The part of pdfmake 0.3 that is used here. `@types/pdfmake` would pull the browser's types into the core, and lacks
 * `virtualfs`, through which alone fonts are given.
 */
declare module 'pdfmake' {
  interface Pdfmake {
    readonly virtualfs: { writeFileSync(name: string, bytes: Uint8Array): void };
    setFonts(fonts: Record<string, { normal: string; bold: string }>): void;
    setUrlAccessPolicy(allow: (url: string) => boolean): void;
    setLocalAccessPolicy(allow: (path: string) => boolean): void;
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
  }
  const pdfmake: Pdfmake;
  export = pdfmake;
}
