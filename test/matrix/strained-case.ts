import type { CaseState, Party } from '../../electron/core/domain/case/case-state';
import type { FieldSpec } from '../../electron/core/domain/forms/field-spec';
import { paperFields, type Paper } from '../../electron/core/domain/forms/paper-fields';

const SENTENCE =
  '申请人称，第三人于2023年11月6日（星期一）代为垫付款项￥12,345.67；被申请人称“未收到通知”，并提交《还款情况说明》（编号LGXJ-示例-0231）及流水一份。';
/** 25 characters, the length that a name must be able to have (domain.md 6.4), with a dot and rare characters. */
const LONG_NAME = '帕丽扎提汗古丽娜扎尔·库尔班江阿卜杜热西提𠅤㛃庄𬭊';
const LONG_PLACE =
  '泉州市鲤城区示例街道古城社区居民委员会滨江路示例小区东区第12幢2单元1803室（门牌整编前为示例巷45号）';

const long = (count: number): string => SENTENCE.repeat(Math.ceil(count / SENTENCE.length)).slice(0, count);
const many = (count: number, length: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${index + 1}${long(length)}`);

const strainedParty = (party: Party): Party => ({
  ...party,
  name: party.kind === 'person' ? LONG_NAME : '刺桐湾商业银行股份有限公司泉州分行鲤城支行古城社区普惠金融综合服务网点',
  ...(party.shortName ? { shortName: '刺桐湾银行鲤城支行古城网点' } : {}),
  occupation: '个体餐饮经营者兼社区志愿服务队队长',
  address: LONG_PLACE,
  ...(party.representatives
    ? {
        representatives: party.representatives.flatMap((agent) => [
          { ...agent, name: LONG_NAME, position: '资产保全与风险处置中心高级经理' },
          { ...agent, kind: 'lawyer', position: '示例律师事务所律师' } as const,
        ]),
      }
    : {}),
});

/** More than a field will ever hold, where its length is free; what is chosen, counted or dated stays. */
function strainedValue(spec: FieldSpec, value: unknown): unknown {
  switch (spec.kind) {
    case 'line':
      return spec.name === 'consumer' || spec.name === 'recipient' ? value : long(60);
    case 'text':
      return long(1_500);
    case 'lines':
      return many(25, 80);
    case 'rows':
      return Array.from({ length: 12 }, () =>
        Object.fromEntries(spec.columns.map((column) => [column.name, cell(column, value)])),
      );
    case 'date':
    case 'instant':
    case 'yes-no':
    case 'money':
    case 'count':
    case 'choice':
    case 'choices':
      return value;
  }
}

/** The strained cell of a row, or what the first row says. */
function cell(column: FieldSpec, rows: unknown): unknown {
  const first: unknown = Array.isArray(rows) ? rows[0] : undefined;
  const value =
    typeof first === 'object' && first !== null
      ? Object.entries(first).find(([name]) => name === column.name)
      : undefined;
  return strainedValue(column, value?.[1]);
}

const strainedPaper = (paper: Paper): Paper => ({
  ...paper,
  fields: Object.fromEntries(
    paperFields(paper.form)
      .map((spec) => [spec.name, strainedValue(spec, paper.fields[spec.name])] as const)
      .filter(([, value]) => value !== undefined),
  ),
});

/**
 * A case with more text in every place than its forms have room for at first sight: nothing of it may be cut (domain.md F03,
 * the trap). Numbers, dates, sums, keys and choices stay as they are.
 */
export const strained = (state: CaseState): CaseState => ({
  ...state,
  facts: `${long(1_500)}\n${long(2_500)}`,
  claims: many(12, 120),
  mediators: [LONG_NAME, '吴铁心'],
  parties: state.parties.map(strainedParty),
  sessions: state.sessions.map((session) => ({
    ...session,
    place: LONG_PLACE,
    participants: [LONG_NAME, '洪远帆', '许临川', '柳照野'],
    present: [`${LONG_NAME}（申请人代表）`, '晏知衡', '连月笙（被申请人代表）'],
    record: Array.from({ length: 40 }, (_, index) => `${index % 2 === 0 ? '问：' : '答：'}${long(150)}`).join('\n'),
  })),
  ...(state.agreement
    ? {
        agreement: {
          ...state.agreement,
          disputedMatters: long(300),
          clauses: many(12, 150),
          performance: long(200),
        },
      }
    : {}),
  ...(state.ending
    ? { ending: { ...state.ending, focus: long(400), steps: many(25, 60), undisputedFacts: many(12, 120) } }
    : {}),
  evidence: state.evidence.flatMap((item) =>
    Array.from({ length: 12 }, (_, index) => ({
      ...item,
      key: `${item.key}-${index}`,
      name: `${item.name}（${index + 1}）${long(40)}`,
      source: long(40),
      proves: long(120),
    })),
  ),
  papers: state.papers.map(strainedPaper),
});
