/** Whose work is on screen; empty while it is nobody's. Typed texts that are kept in memory belong to a person. */
let here = '';

/** The name of the person whose work is on screen. */
export const personHere = (): string => here;

/** Said before the work of a person is put on screen. */
export function setPersonHere(name: string): void {
  here = name;
}
