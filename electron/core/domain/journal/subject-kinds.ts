/**
 * The prefix of a subject tells what its journal is about: a case, the settings of a workstation, a number block, rules,
 * the accounts of a workstation, one day of its access log.
 */
export const CASE_PREFIX = 'case-';
export const ROOM_PREFIX = 'room-';
export const NUMBERS_PREFIX = 'numbers-';
export const RULES_PREFIX = 'rules-';
export const ACCOUNTS_PREFIX = 'accounts-';
export const ACCESS_PREFIX = 'access-';

/** What a journal may be called, here and at the centre; it becomes the name of a file. */
export const SUBJECT = /^[a-z0-9-]{1,120}$/;

/** A case（案件）, shared with all who may read it. */
export function isCaseSubject(subject: string): boolean {
  return SUBJECT.test(subject) && subject.startsWith(CASE_PREFIX);
}

const PRIVATE = [ROOM_PREFIX, NUMBERS_PREFIX, RULES_PREFIX, ACCOUNTS_PREFIX, ACCESS_PREFIX];

/**
 * A journal of one workstation（本机账目）: settings, number blocks, received rules, accounts, access log. The centre keeps it and gives it back to
 * that workstation alone.
 */
export function isPrivateSubject(subject: string): boolean {
  return SUBJECT.test(subject) && PRIVATE.some((prefix) => subject.startsWith(prefix));
}
