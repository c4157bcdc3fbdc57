/** Electron's own program as npm installed it, an absolute path; undefined when it is not there. */
export function electronBinary(): string | undefined;
