/** True when a person uses the app (`npm start`) rather than a test: visible windows, real dialogs, real programs. */
export const inUse = process.env['STANDIN_USE'] === '1';

/** True when no window is shown: under test, and for a person who asked for it by MEDIATION_ROOM_HEADLESS=1. */
export const headless = !inUse || process.env['MEDIATION_ROOM_HEADLESS'] === '1';
