import { z } from 'zod';
import { rulesPackage } from '../../electron/core/domain/wire/rules';
import { epochAnswer } from '../admin/epochs';
import { organisationRow } from '../admin/organisations';
import { releaseAnswer } from '../admin/release';
import { stationRow, type StationView } from '../admin/stations';
import { statusAnswer } from '../admin/status';
import { table } from './output';
import { statusWords } from './status-words';

const STATES = {
  asked: '待批准 asking',
  admitted: '已入网 admitted',
  revoked: '已停用 revoked',
  forked: '身份被复制 copied identity',
} as const;

const stationLine = (row: StationView): readonly string[] => [
  row.code ?? '',
  STATES[row.state],
  row.room,
  row.organisation ?? (row.askedOrganisation && `（自称 says ${row.askedOrganisation}）`),
  row.station,
];

const stationList = z.object({ stations: z.array(stationRow) });
const stations = (answer: unknown): string => {
  const rows = stationList.parse(answer).stations;
  return rows.length === 0 ? '（没有工作站 / no workstations）' : table(rows.map(stationLine));
};
const station = (answer: unknown): string => table([stationLine(stationRow.parse(answer))]);

const KINDS = { committee: '调委会 committee', institution: '机构 institution', mediator: '调解员 mediator' } as const;
const organisationLine = ({ id, name, kind, committee }: z.infer<typeof organisationRow>): readonly string[] => [
  id,
  name,
  KINDS[kind],
  committee ?? '',
];
const organisationList = z.object({ organisations: z.array(organisationRow) });

const access = z.object({ case: z.string(), organisation: z.string(), entries: z.number().optional() });
const rules = z.object({ package: rulesPackage.nullable() });
const numbers = z.object({ committee: z.string(), series: z.string(), year: z.number(), next: z.number() });

function epoch(answer: unknown): string {
  const { id, since, why } = epochAnswer.parse(answer);
  return `纪元 epoch ${id}\n自 since ${since}\n原因 why ${why}`;
}

function rulesWords(answer: unknown): string {
  const found = rules.parse(answer).package;
  if (found === null) return '（尚未发布规则 / no rules published）';
  const { version, madeOn, data } = found;
  const years = (data.holidays ?? []).map(({ year }) => year).join(', ');
  return [
    `规则 rules 版本 version ${version}，${madeOn}`,
    `节假日 holidays ${years || '—'}`,
    `机构 institutions ${data.institutions?.length ?? 0}`,
  ].join('\n');
}

const stickTaken = z.object({
  station: z.string(),
  taken: z.number(),
  known: z.number(),
  held: z.number(),
  refused: z.number(),
  files: z.number(),
  chain: z.number(),
  read: z.number(),
});
const stickGiven = z.object({
  station: z.string(),
  entries: z.number(),
  files: z.number(),
  absent: z.number(),
  upTo: z.number(),
});

const WORDS: Readonly<Record<string, (answer: unknown) => string>> = {
  'organisation-add': (answer) => table([organisationLine(organisationRow.parse(answer))]),
  organisations: (answer) => table(organisationList.parse(answer).organisations.map(organisationLine)),
  pending: stations,
  stations,
  admit: station,
  revoke: station,
  grant: (answer) => {
    const { case: subject, organisation, entries = 0 } = access.parse(answer);
    return `“${organisation}”可读写 ${subject}，补发 ${entries} 条 / ${organisation} may read and write ${subject}, ${entries} entries on their way`;
  },
  withdraw: (answer) => {
    const { case: subject, organisation } = access.parse(answer);
    return `“${organisation}”不再可读写 ${subject} / ${organisation} may no longer read or write ${subject}`;
  },
  release: (answer) => {
    const { station: key, entries, left } = releaseAnswer.parse(answer);
    return `${key}：放行 ${entries} 条，仍留 ${left} 条 / ${entries} entries released, ${left} still held`;
  },
  epoch,
  'epoch-new': epoch,
  rules: rulesWords,
  'rules-publish': rulesWords,
  'numbers-start': (answer) => {
    const { committee, series, year, next } = numbers.parse(answer);
    return `${committee} ${series} ${year}：下一号 ${next} / next number ${next}`;
  },
  'stick-read': (answer) => {
    const { station: key, taken, known, held, refused, files, chain, read } = stickTaken.parse(answer);
    return [
      `${key}：新增 ${taken} 条，已有 ${known} 条，待补 ${held} 条，拒收 ${refused} 条，文件 ${files} 个`,
      `${taken} taken, ${known} known, ${held} held, ${refused} refused, ${files} files; its chain is here up to ${chain}`,
      `回写可用 / to answer: stick write ${key} FILE --after ${read}`,
    ].join('\n');
  },
  'stick-write': (answer) => {
    const { station: key, entries, files, absent, upTo } = stickGiven.parse(answer);
    return `${key}：写出 ${entries} 条，文件 ${files} 个，缺 ${absent} 个，到位置 ${upTo} / ${entries} entries, ${files} files, ${absent} missing, up to place ${upTo}`;
  },
  status: (answer) => statusWords(statusAnswer.parse(answer)),
};

/** An answer of the service as a person reads it, both languages. */
export function wordsOf(operation: string, answer: unknown): string {
  return WORDS[operation]?.(answer) ?? JSON.stringify(answer, null, 2);
}

/** Whether an answer shows something that a person has to settle（exit 1）. */
export function needsPerson(operation: string, answer: unknown): boolean {
  if (operation === 'stick-read') return stickTaken.parse(answer).refused > 0;
  if (operation !== 'status') return false;
  const { forks, numberClashes } = statusAnswer.parse(answer);
  return forks.some(({ entries }) => entries > 0) || numberClashes.length > 0;
}
