/**
 * The counters of official numbers（字号系列）: written and oral agreements, notices of acceptance and of non-acceptance, and
 * letters each count apart (domain.md 1.3, 7.4).
 */
export const SERIES = ['agreement', 'oral-agreement', 'accepted', 'not-accepted', 'letter'] as const;
export type Series = (typeof SERIES)[number];
