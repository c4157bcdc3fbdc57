import { access } from './access';
import { accounts } from './accounts';
import { agreement, blocks, payments, schedule } from './agreement';
import { caseTexts, sessions } from './case';
import { cases, dispute, newCase } from './cases';
import { documents, settings } from './documents';
import { firstStart } from './first-start';
import { dates, frame } from './frame';
import { keys } from './keys';
import { attachments, evidence } from './material';
import { party } from './party';
import { batch, dossier, transfers } from './papers';
import { privacy } from './privacy';
import { safety } from './safety';
import { sync } from './sync';
import { today } from './today';
import { words } from './words';

/** All words of the interface in Simplified Chinese, the first language. */
export const zhCN = {
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
  privacy,
  safety,
  settings,
  access,
  accounts,
  keys,
};

/** What every language must have; a missing or a superfluous text is a type error. */
export type Texts = typeof zhCN;
