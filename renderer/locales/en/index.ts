import type { Texts } from '../zh-CN';
import { agreement, blocks, payments, schedule } from './agreement';
import { caseTexts, sessions } from './case';
import { cases, dispute, newCase } from './cases';
import { documents, settings } from './documents';
import { firstStart } from './first-start';
import { dates, frame } from './frame';
import { attachments, evidence } from './material';
import { party } from './party';
import { batch, dossier, transfers } from './papers';
import { sync } from './sync';
import { today } from './today';
import { words } from './words';

/** All words of the interface in English. */
export const en = {
  words,
  frame,
  dates,
  firstStart,
  today,
  cases,
  newCase,
  dispute,
  party,
  caseTexts,
  sessions,
  agreement,
  blocks,
  schedule,
  payments,
  documents,
  attachments,
  evidence,
  dossier,
  transfers,
  batch,
  sync,
  settings,
} satisfies Texts;
