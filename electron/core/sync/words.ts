import { problemOf, type Problem } from '../domain/checks/problem';
import type { EntryFaultAtCentre } from '../domain/wire/refusals';
import type { LineFault } from '../ports';
import type { PersonReason, SyncFault } from './sync-facts';

type Words = readonly [zh: string, en: string];

/** What every fault of the line shares: nothing is lost, work goes on, the rest happens by itself. */
const SAFE: Words = [
  '本机数据完好，可照常工作，恢复后会自动继续同步。',
  'Everything here is safe and work goes on; the exchange continues by itself afterwards.',
];

const LINE: Readonly<Record<LineFault, Words>> = {
  'name-not-found': [
    '找不到中心的网络地址（域名解析失败）。请检查网络是否接通；仍不行，请核对设置中的中心地址。',
    'The name of the centre cannot be found. Check that the network is connected; if it stays so, check the address in the settings.',
  ],
  refused: [
    '中心所在的机器没有应答同步服务，可能正在维护。若持续很久，请告诉管理员。',
    'The machine of the centre does not accept connections; it may be under maintenance. Tell the administrator if it lasts.',
  ],
  unreachable: [
    '网络不通，连不上中心。请检查网线或无线网络。',
    'The network does not reach the centre. Check the cable or Wi-Fi.',
  ],
  silent: [
    '中心长时间没有应答，网络可能很慢或中断。',
    'The centre did not answer for a long time; the network may be slow or broken.',
  ],
  cut: [
    '与中心的连接中途断开，没有传完的会重新传。',
    'The connection to the centre broke off; what was under way is sent again.',
  ],
  'tls-expired': [
    '中心的安全证书已过期或尚未生效。请核对本机日期；日期无误的，请管理员更换证书。',
    "The centre's certificate has expired or is not valid yet. Check the date of this machine; if it is right, the administrator has to renew the certificate.",
  ],
  'tls-wrong-host': [
    '安全证书不属于这个地址，可能连到了别处。请核对中心地址，不要绕过；仍不行，请联系管理员。',
    'The certificate belongs to another address: this may not be the centre. Check the address, do not work around it, and ask the administrator.',
  ],
  'tls-unknown-issuer': [
    '不认识中心证书的签发者。请向管理员索取签发证书并在设置中导入，或改用认识的网络。',
    "The issuer of the centre's certificate is not known. Get the issuer's certificate from the administrator and add it in the settings, or use another network.",
  ],
  tls: [
    '无法与中心建立加密连接。请联系管理员。',
    'No encrypted connection to the centre could be made. Ask the administrator.',
  ],
  'too-large': [
    '中心的应答超出允许的大小，没有接收。请联系管理员。',
    'The answer was larger than allowed and was not taken. Ask the administrator.',
  ],
  'bad-address': [
    '中心地址写得不对。请核对后重新填写。',
    'The address of the centre is not an address. Check it and enter it again.',
  ],
  'not-encrypted': [
    '这个地址没有加密（http），只有本机可以这样连接；没有发送任何内容。请使用 https 开头的地址。',
    'This address is not encrypted (http), which is allowed on this machine alone; nothing was sent. Use an address that begins with https.',
  ],
  stopped: ['同步已停止。', 'The exchange was stopped.'],
};

const PERSON: Readonly<Record<PersonReason, Words>> = {
  'waiting-for-admission': [
    '本机已申请入网，正等待管理员核准。请把核对码读给管理员。数据仍在本机，核准后自动同步。',
    'This workstation has asked for admission. Read the code to the administrator. Everything is kept here and goes to the centre once admitted.',
  ],
  revoked: [
    '中心已停用本机，不再收发。数据仍在本机，没有丢失。请联系管理员；恢复后自动继续。',
    'The centre has revoked this workstation; nothing is exchanged. Everything is still here. Ask the administrator; it goes on once admitted again.',
  ],
  forked: [
    '另有一台机器在用本机的身份（可能复制过硬盘或恢复了旧备份），同步已停止。数据没有丢失。请在同步页面为本机更换身份，再由管理员核准。',
    'Another machine writes under the identity of this one (a copied disk or an old backup), so the exchange has stopped. Nothing is lost. Take a new identity on the sync page and have it admitted.',
  ],
  'other-centre': [
    '对方的密钥不是入网时的中心，没有发送任何案件内容。请向管理员核实：中心确已重建的，重新申请入网并核对码；否则可能有人冒充。',
    'Who answers does not hold the key of the centre of the enrolment; no case data was sent. Ask the administrator: if the centre was set up anew, enrol again and compare the code; otherwise somebody may be posing as it.',
  ],
  'refused-entries': [
    '中心没有收下部分记录，它们仍在本机。请在同步页面查看原因和办法。',
    'The centre did not take some entries; they are still here. See the sync page for why and what to do.',
  ],
  clock: [
    '本机时钟与中心相差超过五分钟。同步照常，记录次序不受影响，但显示的时间不准。请校正本机时间。',
    'The clock of this machine is more than five minutes off the centre. The exchange goes on and the order of entries is right, but times shown are wrong. Set the clock.',
  ],
  disk: [
    '本机磁盘读写出错或空间不足，没有确认的内容不会算作已保存。请腾出空间或检查磁盘，然后再同步。',
    'The disk of this machine is full or faulty; nothing unconfirmed counts as saved. Free space or check the disk, then sync again.',
  ],
};

const ENTRY: Readonly<Record<EntryFaultAtCentre, Words>> = {
  malformed: [
    '记录的格式中心不认识。请升级软件后重试，或联系管理员。',
    'The centre does not understand the form of the entry. Update the program, or ask the administrator.',
  ],
  hash: [
    '记录的内容与其编号不符，可能已损坏。请运行数据检查。',
    'The entry does not fit its id and may be damaged. Run the check of the store.',
  ],
  signature: [
    '记录的签名不对，可能已损坏。请运行数据检查。',
    'The signature of the entry does not hold; it may be damaged. Run the check of the store.',
  ],
  'unknown-station': [
    '写下这条记录的工作站未在中心入网。请管理员核准那台工作站。',
    'The workstation that wrote it was never admitted to this centre. The administrator has to admit it.',
  ],
  'revoked-station': [
    '写下这条记录的工作站已被停用。需要保留的，请管理员处理。',
    'The workstation that wrote it was revoked. Ask the administrator if it has to be kept.',
  ],
  fork: [
    '记录的序号已被另一条占用（身份被复制），等待管理员放行。',
    'Its number is taken by another entry (a copied identity). It waits for the administrator to release it.',
  ],
  'not-yours': [
    '本机构无权写入这个案件。请向管理员申请权限。',
    'Your organisation may not write to this case. Ask the administrator for access.',
  ],
  subject: [
    '中心不保存这类记录。请升级软件或联系管理员。',
    'The centre does not keep this kind of record. Update the program, or ask the administrator.',
  ],
  'too-large': [
    '这条记录太大，中心不收。请把内容分开填写。',
    'The entry is too large for the centre. Split its content.',
  ],
};

/** The entry stays where it is, whatever the centre says of it. */
const KEPT: Words = ['记录仍完整保存在本机。', 'The entry is kept here, whole.'];

const problem = <Code extends string>(code: Code, [zh, en]: Words, [moreZh, moreEn]: Words = ['', '']): Problem<Code> =>
  problemOf(code, `${zh}${moreZh}`, moreEn === '' ? en : `${en} ${moreEn}`);

/** Why a person is needed: what happened, what is safe, what to do. */
export const personWords = (reason: PersonReason): Problem<PersonReason> => problem(reason, PERSON[reason]);

/** Why the centre did not take an entry. */
export const entryWords = (fault: EntryFaultAtCentre): Problem<EntryFaultAtCentre> =>
  problem(fault, ENTRY[fault], KEPT);

/** What kept a round from ending well, in plain words（同步故障的说明）. */
export function faultWords(fault: SyncFault): Problem {
  switch (fault.kind) {
    case 'line':
      return problem(fault.fault, LINE[fault.fault], SAFE);
    case 'not-the-centre':
      return problem(
        fault.kind,
        [
          '应答的不是中心，多半是上网认证页面或代理。请打开浏览器完成上网登录；仍不行，请核对中心地址。',
          'Something that is not the centre answered, most likely a sign-in page of the network. Open a browser and sign in; if it stays so, check the address.',
        ],
        SAFE,
      );
    case 'busy': {
      const { seconds } = fault;
      const words: Words = [
        `中心正忙，请它空闲后再试（约 ${seconds} 秒后自动重试）。`,
        `The centre is busy; it is tried again by itself in about ${seconds} seconds.`,
      ];
      return problem(fault.kind, words, SAFE);
    }
    case 'centre-fault':
      return problem(
        fault.kind,
        [
          `中心的服务出错（状态 ${fault.status}）。会自动重试；若持续很久，请告诉管理员。`,
          `The service of the centre failed (status ${fault.status}). It is tried again by itself; tell the administrator if it lasts.`,
        ],
        SAFE,
      );
    case 'broken-answer':
      return problem(
        fault.kind,
        [
          '中心送来的部分内容未通过校验（签名或哈希不符），没有采用；其余已照常接收。请告诉管理员。',
          'Some of what the centre sent did not pass the checks (hash or signature) and was not used; the rest was taken. Tell the administrator.',
        ],
        SAFE,
      );
    case 'program':
      return problem(
        fault.kind,
        [
          `同步程序内部出错（${fault.name}）。会自动重试；请告诉管理员。`,
          `A mistake inside the program stopped the exchange (${fault.name}). It is tried again by itself; tell the administrator.`,
        ],
        SAFE,
      );
    case 'wiped':
      return WIPED;
    case 'disk':
    case 'waiting-for-admission':
    case 'revoked':
    case 'forked':
    case 'other-centre':
      return personWords(fault.kind);
  }
}

/** What the program says once everything here was wiped by the centre's order（远程擦除）. */
export const WIPED = problemOf(
  'wiped',
  '中心已将本机登记为遗失或被盗，本机的案件数据已按中心的指令擦除。已上传到中心的内容仍在中心。如系误操作，请联系管理员，从备份恢复或重新接入。',
  'The centre lists this workstation as lost or stolen, and its case data was wiped by the order of the centre. What had been sent is at the centre. If this is a mistake, ask the administrator to restore a backup or to admit it anew.',
);
