import type { CalendarDate } from '../time/calendar-date';
import type { Fen } from '../money/money';
import type { EntryId } from '../journal/entry';
import type {
  AgreementForm,
  Authority,
  DocumentType,
  EndingReason,
  PartyKind,
  Regime,
  RepresentativeKind,
  SessionMode,
  SessionResult,
  Sex,
  Side,
  Source,
} from './vocabulary';

/** An identity paper（证件）: its type and number as written on it. */
export interface IdentityDocument {
  readonly type: DocumentType;
  readonly number: string;
}

/** 法定代表人或主要负责人. */
export interface LegalRepresentative {
  readonly name: string;
  readonly position?: string | undefined;
}

/** 委托代理人 / 委派代表: at most two a party (民事诉讼法 Art. 61). */
export interface Representative {
  readonly name: string;
  readonly kind: RepresentativeKind;
  readonly sex?: Sex | undefined;
  readonly document?: IdentityDocument | undefined;
  readonly position?: string | undefined;
  readonly phone?: string | undefined;
  readonly authority?: readonly Authority[] | undefined;
}

/** 当事人, a person or an organisation. `key` is stable inside the case. Age is computed, never stored. */
export interface Party {
  readonly key: string;
  readonly side: Side;
  readonly kind: PartyKind;
  readonly name: string;
  readonly shortName?: string | undefined;
  /** Pinyin typed by hand, for names that input methods do not offer. */
  readonly namePinyin?: string | undefined;
  readonly sex?: Sex | undefined;
  /** 民族 */
  readonly nation?: string | undefined;
  readonly birthDate?: CalendarDate | undefined;
  readonly document?: IdentityDocument | undefined;
  /** 统一社会信用代码 */
  readonly creditCode?: string | undefined;
  readonly occupation?: string | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
  readonly legalRepresentative?: LegalRepresentative | undefined;
  readonly representatives?: readonly Representative[] | undefined;
}

/** One sitting（调解一次）, the content of F11 调解记录. */
export interface Session {
  readonly id: string;
  /** Date-time with offset, as typed or handed over. */
  readonly startedAt: string;
  readonly mode: SessionMode;
  readonly place: string;
  readonly participants: readonly string[];
  readonly record: string;
  readonly result: SessionResult;
}

/** One payment of the performance plan（履行计划的一期）. Payer and payee are party keys. */
export interface Payment {
  readonly payer: string;
  readonly payee: string;
  readonly amountFen: Fen;
  readonly dueOn: CalendarDate;
  readonly account?: string | undefined;
}

export interface Confirmation {
  readonly wanted: boolean;
  readonly court?: string | undefined;
}

/** 调解协议 as drafted: F12 when written, F13 when oral. */
export interface Agreement {
  readonly form: AgreementForm;
  readonly agreedOn?: CalendarDate | undefined;
  readonly disputedMatters?: string | undefined;
  /** Text without its number; the form numbers them 一、二、三、. */
  readonly clauses: readonly string[];
  readonly payments: readonly Payment[];
  /** 履行方式、时限 beyond the clauses and the plan. */
  readonly performance?: string | undefined;
  readonly confirmation?: Confirmation | undefined;
}

/** An official number（文号）: structured, and the text as printed. Never parsed back out of the text (domain.md 1.3). */
export interface OfficialNumber {
  readonly series: 'agreement' | 'oral-agreement';
  readonly year: number;
  readonly seq: number;
  readonly text: string;
}

/** Who signs: a party's key, the mediator, or the committee (its seal). */
export interface Signature {
  readonly by: string;
  readonly on: CalendarDate;
  /** Instant with offset, for online signing. */
  readonly at?: string | undefined;
  /** False when the agreement was changed after, or beside, this signature: it then counts for nothing. */
  readonly valid: boolean;
}

/** A document issued from the case at known heads; its bytes are frozen under `sha256`. */
export interface IssuedDocument {
  readonly entry: EntryId;
  readonly form: string;
  readonly formVersion: string;
  readonly number?: string | undefined;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  readonly issuedAt: string;
  /** True while nothing that the document shows has changed since. */
  readonly current: boolean;
  readonly printings: readonly { readonly copies: number; readonly way: string; readonly at: string }[];
}

/** 结案 / 终止. */
export interface Ending {
  readonly reason: EndingReason;
  readonly on: CalendarDate;
  readonly focus?: string | undefined;
  readonly steps?: readonly string[] | undefined;
  readonly undisputedFacts?: readonly string[] | undefined;
}

/** Answers that triage needs（分流要素）, where known. */
export interface TriageAnswers {
  readonly moneyOnly?: boolean | undefined;
  readonly factsClear?: boolean | undefined;
  readonly relationClear?: boolean | undefined;
  readonly disputeSmall?: boolean | undefined;
  readonly reachable?: boolean | undefined;
  readonly appraisalNeeded?: boolean | undefined;
  readonly foreignElement?: boolean | undefined;
}

/** Two or more values of one field, none of whose writers had seen the others. Settled by a later entry of that field. */
export interface Conflict {
  /** Field path, e.g. `party.respondent.address`. */
  readonly path: string;
  readonly values: readonly {
    readonly value: unknown;
    readonly entry: EntryId;
    readonly account: string;
    readonly station: string;
    readonly at: string;
  }[];
}

/** An entry of a known kind whose data breaks its schema: kept, shown, never applied. */
export interface FaultyEntry {
  readonly entry: EntryId;
  readonly kind: string;
  readonly problem: string;
}

/** A case as folded from its journal. Total: every set of entries gives one, whatever is missing. */
export interface CaseState {
  readonly id: string;
  readonly source?: Source | undefined;
  /** 法院案号, typed in or handed over. */
  readonly courtNumber?: string | undefined;
  /** Date-time with offset: when the material was signed for. */
  readonly receivedAt?: string | undefined;
  readonly disputeType?: string | undefined;
  readonly regime?: Regime | undefined;
  readonly amountFen?: Fen | undefined;
  readonly contractNumber?: string | undefined;
  readonly intakeId?: string | undefined;
  /** Hash of the record as handed over, to tell "unchanged" from "other content under the same id". */
  readonly intakeHash?: string | undefined;
  readonly claims: readonly string[];
  readonly facts: string;
  readonly triage: TriageAnswers;
  /** Names; the first leads. */
  readonly mediators: readonly string[];
  readonly recorder?: string | undefined;
  /** True for the invented sample cases: shown as 示例数据 on every screen and page. */
  readonly sample: boolean;
  readonly parties: readonly Party[];
  readonly sessions: readonly Session[];
  readonly agreement?: Agreement | undefined;
  readonly number?: OfficialNumber | undefined;
  readonly signatures: readonly Signature[];
  readonly documents: readonly IssuedDocument[];
  readonly ending?: Ending | undefined;
  readonly conflicts: readonly Conflict[];
  readonly faults: readonly FaultyEntry[];
  /** Entries whose foundations have not arrived yet: kept, not applied. */
  readonly waiting: readonly EntryId[];
  /** Kinds that this version does not know: kept, shown, passed on. */
  readonly unknown: readonly { readonly entry: EntryId; readonly kind: string }[];
  /** Fields that this version does not know, by path. */
  readonly extra: Readonly<Record<string, unknown>>;
  /** The newest entries, on which the next one will stand. */
  readonly heads: readonly EntryId[];
}
