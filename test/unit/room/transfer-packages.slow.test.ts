import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, type TestRoom } from '../../fixtures/room';
import { SAMPLES, sampleRoom } from '../../fixtures/sample-room';
import { textOf } from '../documents/support';
import { faultsOf, unpack, type Unpacked } from './transfer-support';

type Packed = TestRoom & { readonly id: string };

async function ready(name: string, now: string): Promise<Packed> {
  const at = await sampleRoom(name);
  at.clock.now = Date.parse(now);
  return at;
}

async function pack({ room, id }: Packed, type: 'filing' | 'confirmation'): Promise<Unpacked> {
  const made = must(await room.transfers.make(id, type));
  return unpack(must(await room.transfers.read(id, made.transfer)).zip);
}

const namesOf = ({ manifest }: Unpacked): readonly string[] => manifest.files.map((file) => file.fileName);

function textOfFile({ files, manifest }: Unpacked, source: string): string {
  const name = manifest.files.find((file) => file.source === source)?.fileName ?? '';
  return textOf(files.get(name) ?? new Uint8Array());
}

describe('case G1, handed over for filing', () => {
  let at: Packed;
  let unpacked: Unpacked;
  beforeAll(async () => {
    at = await ready('g', '2024-06-06T10:00:00+08:00');
    unpacked = await pack(at, 'filing');
  }, 120_000);
  afterAll(() => at.end());

  it('opens whole: every file, hash, size and page count as the manifest says', () => {
    expect(faultsOf(unpacked)).toEqual([]);
    expect(unpacked.manifest).toMatchObject({
      type: 'filing',
      court: '刺桐区人民法院（示例）',
      createdAt: '2024-06-06T10:00:00+08:00',
      room: '调解室三',
    });
  });

  it('holds what domain.md 7.8 expects, each file named after its group and title', () => {
    expect(namesOf(unpacked)).toEqual([
      '01_移送函_移送函.pdf',
      '02_申请人材料_当事人身份证明（刺桐湾银行卡中心）.pdf',
      '03_申请人材料_证件影像（刺桐湾银行卡中心）.pdf',
      '04_被申请人材料_当事人身份证明（晏知衡）.pdf',
      '05_被申请人材料_证件影像（晏知衡）.pdf',
      '06_起诉状_民事起诉状（信用卡纠纷）.pdf',
      '07_送达地址确认书_送达地址确认书（刺桐湾银行卡中心）.pdf',
      '08_送达地址确认书_送达地址确认书（晏知衡）.pdf',
      '09_终止调解情况表_诉前案件终止调解情况表.pdf',
      '10_无争议事实确认书_无争议事实确认书.pdf',
      '11_证据材料_证据材料清单（刺桐湾银行卡中心）.pdf',
      '12_证据材料_信用卡领用合约.pdf',
      '13_证据材料_欠款明细.pdf',
      '14_证据材料_催收记录.pdf',
      '15_证据材料_证据材料清单（晏知衡）.pdf',
      '16_证据材料_减免申请书.pdf',
      '17_授权与身份证明_授权委托书（刺桐湾银行卡中心）.pdf',
      '18_授权与身份证明_法定代表人（负责人）身份证明书（刺桐湾银行卡中心）.pdf',
      'case.json',
      'checklist.pdf',
    ]);
  });

  it('prints the hash of the content and the pages of each enclosure on the letter', () => {
    const letter = textOfFile(unpacked, 'F27.case');
    expect(letter).toContain(unpacked.manifest.contentSha256);
    const enclosed = unpacked.manifest.files.filter((file) => !['letter', 'checklist', 'data'].includes(file.group));
    const pages = enclosed.reduce((sum, file) => sum + file.pages, 0);
    expect(letter).toContain(`共${enclosed.length}件${pages}页`);
    expect(letter).toContain('泉银调函〔2024〕1号');
    expect(textOfFile(unpacked, 'T01.case')).toContain('案件受理费约940.80元');
  });

  it('keeps a paper that would print the same when a scan was added beside it, and takes the signed one', async () => {
    const before = must(await at.room.cases.open(at.id)).state.documents;
    const identity = before.find((each) => each.form === 'F06' && each.of === 'respondent');
    const bytes = readFileSync(path.join(SAMPLES, 'papers/scans/g-contract.pdf'));
    const added = await at.room.attachments.add(at.id, 'signed-scan', identity?.entry ?? '', {
      name: '签名.pdf',
      bytes,
    });
    expect(must(added).ok).toBe(true);
    const now = must(await at.room.cases.open(at.id)).state.documents;
    expect(now.find((each) => each.entry === identity?.entry)?.current).toBe(false);
    const after = await pack(at, 'filing');
    expect(faultsOf(after)).toEqual([]);
    const issued = must(await at.room.cases.open(at.id)).state.documents.slice(before.length);
    expect(issued.map((each) => each.form)).toEqual(['F27', 'T01']);
    const changed = after.manifest.files.filter(
      (file) => unpacked.manifest.files.find((each) => each.fileName === file.fileName)?.sha256 !== file.sha256,
    );
    expect(changed.map((file) => file.source)).toEqual(['F27.case', 'F06.respondent', 'T01.case']);
    expect(changed[1]).toMatchObject({ signed: true, pages: 2, sourceDocId: identity?.entry });
    expect(textOfFile(after, 'F27.case')).toContain('（签名扫描件）');
  }, 120_000);
});

describe('case G2, whose respondent was never reached', () => {
  let at: Packed;
  beforeAll(async () => {
    at = await ready('g2', '2024-06-12T10:00:00+08:00');
  }, 60_000);
  afterAll(() => at.end());

  it('is handed over without the papers that only the respondent could sign', async () => {
    const unpacked = await pack(at, 'filing');
    expect(faultsOf(unpacked)).toEqual([]);
    const sources = unpacked.manifest.files.map((file) => file.source);
    expect(sources).toEqual(expect.arrayContaining(['E01.case', 'F19.applicant', 'F21B.case', 'F10.applicant']));
    expect(sources.filter((source) => /^(F24|F05)\.|respondent/u.test(source))).toEqual([]);
    expect(textOfFile(unpacked, 'T01.case')).toContain('被申请人联系不上');
  }, 120_000);
});

describe('case A, handed over for judicial confirmation', () => {
  let at: Packed;
  beforeAll(async () => {
    at = await ready('a', '2024-04-26T10:00:00+08:00');
    must(await at.room.numbers.take(at.id));
  }, 60_000);
  afterAll(() => at.end());

  it('holds agreement, application, records and notices of rights', async () => {
    const unpacked = await pack(at, 'confirmation');
    expect(faultsOf(unpacked)).toEqual([]);
    const sources = unpacked.manifest.files.map((file) => file.source);
    expect(sources).toEqual(
      expect.arrayContaining([
        'F12.case',
        'F16B.case',
        'F11.handed-over-1',
        'F11.handed-over-2',
        'F03.case',
        'F05.respondent',
      ]),
    );
    expect(unpacked.caseData).toMatchObject({ type: 'confirmation', agreement: { effectiveOn: '2024-04-25' } });
  }, 120_000);
});
