import { call } from './room-client';

const STORED = 'zoom';

/** Sizes of the interface to choose from. */
export const ZOOMS: readonly number[] = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];

/** The size chosen on this workstation. */
export const storedZoom = (): number => ZOOMS.find((factor) => String(factor) === localStorage.getItem(STORED)) ?? 1;

/** Changes the size of the interface and remembers it. */
export async function setZoom(factor: number): Promise<void> {
  localStorage.setItem(STORED, String(factor));
  await call('app.zoom', { factor });
}
