import { refuseTheRest } from './refuse';

const held = new Set<number>();
let lastId = 0;

/** Keeps count of who asked; the machine itself is left to its own settings. */
export const powerSaveBlocker = refuseTheRest('powerSaveBlocker', {
  start(_type: 'prevent-app-suspension' | 'prevent-display-sleep'): number {
    held.add(++lastId);
    return lastId;
  },
  stop: (id: number): boolean => held.delete(id),
  isStarted: (id: number): boolean => held.has(id),
});
