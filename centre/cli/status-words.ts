import type { StatusAnswer } from '../admin/status';
import { table } from './output';

const section = (title: string, rows: readonly (readonly string[])[]): string =>
  rows.length === 0 ? `${title}：无 none` : `${title}\n${table(rows.map((row) => ['  ', ...row]))}`;

const short = (station: string): string => `${station.slice(0, 12)}…`;

/** The state of the centre as a person reads it: first what there is, then what waits for somebody. */
export function statusWords(status: StatusAnswer): string {
  const { epoch, organisations, entries, gaps, forks, refused, numberClashes, filesNotWhole } = status;
  return [
    `纪元 epoch ${epoch.id}（${epoch.since}，${epoch.why}）`,
    `条目 entries ${entries}`,
    section('机构 organisations', [
      ['代号 id', '名称 name', '工作站 stations', '案件 cases', '条目 feed'],
      ...organisations.map((o) => [o.id, o.name, String(o.stations), String(o.cases), String(o.head)]),
    ]),
    section(
      '等待前序条目 waiting for an entry before them',
      gaps.map((g) => [g.room, short(g.station), `${g.entries}`, `≥ ${g.from}`]),
    ),
    section(
      '身份被复制 copied identities',
      forks.map((f) => [f.room, short(f.station), `待放行 to release ${f.entries}`]),
    ),
    section(
      '拒收 refused',
      refused.map((r) => [r.fault, String(r.entries)]),
    ),
    section(
      '号段冲突 number clashes',
      numberClashes.map((c) => [
        `${c.committee} ${c.series} ${c.year}`,
        `${c.first}–${c.last}`,
        c.room,
        short(c.station),
        `↔ ${c.with.map((w) => `${w.first}–${w.last}${w.station === null ? '' : ` ${short(w.station)}`}`).join(', ') || '—'}`,
      ]),
    ),
    section(
      `附件未齐 files not whole ${filesNotWhole.files}`,
      filesNotWhole.first.slice(0, 20).map((f) => [f.subject, `${f.sha256.slice(0, 12)}…`, `${f.have}/${f.pieces}`]),
    ),
  ].join('\n');
}
