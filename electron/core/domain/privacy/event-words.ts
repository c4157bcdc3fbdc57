import { DOSSIER, FORMS } from '../forms/form-facts';
import { isFormId } from '../forms/form-ids';
import type { Words } from '../case/vocabulary-words';

/** What each event of the access log means; `what` is appended where it says more. */
const EVENT_WORDS: Readonly<Record<string, Words>> = {
  viewed: ['查看案件', 'Viewed the case'],
  unmasked: ['显示完整号码', 'Showed the whole numbers'],
  previewed: ['预览文书', 'Previewed'],
  'opened-document': ['打开文书', 'Opened'],
  'opened-attachment': ['打开附件', 'Opened a scan'],
  exported: ['取出到数据库之外', 'Took out of the store'],
  'signed-in': ['登录', 'Signed in'],
  'signed-out': ['退出登录', 'Signed out'],
  locked: ['锁定屏幕', 'Locked the screen'],
  'wrong-secret': ['密码或数字口令输错', 'Wrong password or PIN'],
  'locked-out': ['输错次数过多，账户锁定', 'Locked out after too many wrong passwords'],
  'password-changed': ['更换密码', 'Changed the password'],
  'account-changed': ['修改账户', 'Changed an account'],
  'recovery-made': ['生成恢复单', 'Made a recovery sheet'],
  'recovery-used': ['使用恢复密钥', 'Used the recovery key'],
  'backup-made': ['备份', 'Made a backup'],
  restored: ['恢复备份', 'Restored a backup'],
  verified: ['核验数据', 'Checked the data'],
  purged: ['清理本机副本', 'Purged the copy of this room'],
  'log-read': ['查阅访问记录', 'Read the access log'],
  'person-searched': ['查找个人信息', "Searched for a person's data"],
};

const WHAT_WORDS: Readonly<Record<string, Words>> = {
  [DOSSIER]: ['卷宗', 'dossier'],
  confirmation: ['司法确认材料包', 'package for confirmation'],
  filing: ['立案材料包', 'package for filing'],
  batch: ['批量制作', 'one PDF of many cases'],
  viewer: ['用系统程序打开', "in the system's viewer"],
  'access-log': ['查阅记录', 'the access log'],
  person: ['个人信息导出', "one person's data"],
};

/** The parts of `what` in words: a form by its title, known words, anything else as it is. */
function whatWords(what: string): Words {
  const parts = what.split(' ').map((part): Words => {
    if (isFormId(part)) return [FORMS[part].zh, FORMS[part].en];
    return (Object.hasOwn(WHAT_WORDS, part) ? WHAT_WORDS[part] : undefined) ?? [part, part];
  });
  return [parts.map(([zh]) => zh).join(' '), parts.map(([, en]) => en).join(' ')];
}

/**
 * An event of the access log in words（查阅记录的说法）. `party` is the name of the party of an `unmasked` event, where who
 * reads may know it. Total: an event of a newer version is shown as it is.
 */
export function eventWords(event: string, what?: string, party?: string): { readonly zh: string; readonly en: string } {
  const [zh, en] = (Object.hasOwn(EVENT_WORDS, event) ? EVENT_WORDS[event] : undefined) ?? [event, event];
  if (event === 'unmasked') return party === undefined ? { zh, en } : { zh: `${zh}：${party}`, en: `${en}: ${party}` };
  if (what === undefined || what === '' || event === 'opened-attachment') return { zh, en };
  const [whatZh, whatEn] = whatWords(what);
  return { zh: `${zh}：${whatZh}`, en: `${en}: ${whatEn}` };
}
