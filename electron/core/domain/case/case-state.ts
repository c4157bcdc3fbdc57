import type { CalendarDate } from '../time/calendar-date';
import type { Fen } from '../money/money';
import type { Paper } from '../forms/paper-fields';
import type { EntryId } from '../journal/entry';
import type { Series } from '../numbers/series';
import type { Clash, Conflict, FaultyEntry } from './clash';
import type { Approval, IssuedDocument, Signature } from './issued';
import type {
  AgreementForm,
  Application,
  AttachmentRole,
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
  Track,
  TransferStatus,
  TransferType,
} from './vocabulary';

export type { Clash, ClashSide, Conflict, FaultyEntry } from './clash';
export type { Approval, IssuedDocument, Printing, Signature } from './issued';

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
  /** People invited with the parties' consent, not parties, mediator or recorder (人民调解法 Art. 20). */
  readonly participants: readonly string[];
  /** 到场当事人, as typed; empty means all parties and their agents. */
  readonly present?: readonly string[] | undefined;
  /** True when sound or picture was recorded. */
  readonly recorded?: boolean | undefined;
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
  readonly series: Series;
  readonly year: number;
  readonly seq: number;
  readonly text: string;
}

/** One piece of evidence（证据材料）, a row of F10. `by` is the key of the party that handed it in. */
export interface Evidence {
  readonly key: string;
  readonly by: string;
  readonly name: string;
  /** 证据来源 */
  readonly source?: string | undefined;
  /** 证明对象 */
  readonly proves?: string | undefined;
  readonly pages?: number | undefined;
  readonly copies?: number | undefined;
  /** True for an original（原件）, false for a copy. */
  readonly original?: boolean | undefined;
}

/** A scan or picture that belongs to a case（附件）; its bytes are kept under `sha256`. */
export interface Attachment {
  readonly key: string;
  readonly role: AttachmentRole;
  /** What it belongs to: a party, a piece of evidence, an issued document (its entry), an instalment, or a character. */
  readonly of: string;
  /** Name of the file as it was imported. */
  readonly name: string;
  readonly type: 'application/pdf' | 'image/jpeg' | 'image/png';
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
}

/** One file of a package that was made for the court. */
export interface TransferFile {
  readonly group: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly pages: number;
  readonly bytes: number;
}

/** A package made for the court（移送）. The id stays the same however often it is made; each new content is a revision. */
export interface Transfer {
  readonly id: string;
  readonly type: TransferType;
  readonly court: string;
  readonly revision: number;
  readonly madeAt: string;
  /** Hash of the whole package, kept as a blob. */
  readonly sha256: string;
  readonly bytes: number;
  readonly files: readonly TransferFile[];
  readonly status: TransferStatus;
  /** What the court answered, as typed in. */
  readonly answeredOn?: CalendarDate | undefined;
  readonly answerNumber?: string | undefined;
  readonly answerReason?: string | undefined;
  readonly receiver?: string | undefined;
}

/** 归档: when, by whom, and why in spite of what was missing. */
export interface Archiving {
  readonly on: CalendarDate;
  readonly by: string;
  /** Codes of what was missing then; empty when the dossier was whole. */
  readonly missing: readonly string[];
  /** The chair's reason, needed when something was missing (domain.md 8.5 row 5.2). */
  readonly reason?: string | undefined;
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
  /** How the case was applied for; in writing when nobody said otherwise. */
  readonly application?: Application | undefined;
  /** 受理日期 where it is not the day of receipt. */
  readonly acceptedOn?: CalendarDate | undefined;
  /** The court that delegated the case. */
  readonly court?: string | undefined;
  /** 办理轨道, as a person settled it. */
  readonly track?: Track | undefined;
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
  readonly approvals: readonly Approval[];
  readonly documents: readonly IssuedDocument[];
  /** What the papers of the case ask for beside the case itself. */
  readonly papers: readonly Paper[];
  /** Numbers of papers that have one of their own, by `FORM.of`. */
  readonly numbers: Readonly<Record<string, OfficialNumber>>;
  readonly evidence: readonly Evidence[];
  readonly attachments: readonly Attachment[];
  readonly transfers: readonly Transfer[];
  readonly archiving?: Archiving | undefined;
  readonly ending?: Ending | undefined;
  readonly conflicts: readonly Conflict[];
  readonly clashes: readonly Clash[];
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
