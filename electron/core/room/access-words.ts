import { problemOf, type Problem } from '../domain/checks/problem';

/** What the door says（登录提示）, each with what to do next. None tells whether a password was nearly right. */
export const WRONG_SECRET = problemOf(
  'wrong-secret',
  '姓名或密码不对，没有登录。请核对大小写和输入法后再试；连续错 5 次要等待，错 10 次账户会锁定。',
  'The name or the password is wrong. Check capitals and the input method; five wrong ones make you wait, ten lock the account.',
);
export const WRONG_PIN = problemOf(
  'wrong-pin',
  '数字口令不对，没有登录。连续错 5 次后要用密码登录。',
  'The PIN is wrong. After five wrong ones the password is needed.',
);
export const PASSWORD_NEEDED = problemOf(
  'password-needed',
  '现在不能用数字口令，请用密码登录（超过时限、错了 5 次、没有设置，或电脑时钟往回调过）。',
  'The PIN is not enough now: sign in with the password. Its time is over, it was wrong five times, none is set, or the clock went back.',
);
export const LOCKED_OUT = problemOf(
  'locked-out',
  '密码错了 10 次，账户已锁定，数据完好。请让管理员在“账户”中解锁，或用恢复单重设密码。',
  'Ten wrong passwords: the account is locked; the data is safe. An administrator unlocks it under Accounts, or the recovery sheet sets a new password.',
);
export const BY_ADMINISTRATOR = problemOf(
  'locked-by-administrator',
  '管理员已锁定这个账户。需要使用请联系管理员。',
  'An administrator locked this account. Ask the administrator.',
);
export const BY_CENTRE = problemOf(
  'locked-by-centre',
  '中心已锁定这个账户。需要使用请联系中心；本机不能解锁。',
  'The centre locked this account. Ask the centre; it cannot be unlocked here.',
);
export const NO_PASSWORD = problemOf(
  'no-password',
  '这个账户还没有可用的密码。请让管理员设置一个。',
  'This account has no password yet. Let an administrator set one.',
);
export const RETIRED = problemOf(
  'retired',
  '这个账户已停用，没有更改。请先由管理员恢复使用。',
  'This account is retired; nothing was changed. Let an administrator take it back into use first.',
);
export const NO_ACCOUNT = problemOf(
  'no-account',
  '没有这个账户，没有作任何改动。请刷新后再试。',
  'There is no such account; nothing was changed. Look again and retry.',
);
export const FOUNDED = problemOf(
  'accounts-exist',
  '本机已有账户，没有新建。请登录；忘记密码请找管理员或用恢复单。',
  'There are accounts here already; none was made. Sign in; for a lost password ask the administrator or use the recovery sheet.',
);
export const LAST_ADMINISTRATOR = problemOf(
  'last-administrator',
  '这是最后一个可用的管理员，没有更改。请先让另一人成为管理员并设置密码。',
  'This is the last administrator who can sign in; nothing was changed. Make somebody else an administrator first.',
);
export const NEEDS_INSTITUTION = {
  ...problemOf(
    'institution-needed',
    '兼职调解员需要填写所在机构，没有保存。看得到哪些案件由它决定。',
    'A part-time mediator needs an institution; nothing was saved. It decides which cases are seen.',
  ),
  field: 'institution',
};
export const OWN_PASSWORD = problemOf(
  'own-password',
  '自己的密码请在“我的账户”中凭旧密码更改，没有改动。',
  'Change your own password with the old one under My account; nothing was changed.',
);
export const SAME_PASSWORD = {
  ...problemOf(
    'same-password',
    '新密码和旧密码相同，没有更改。',
    'The new password is the old one; nothing was changed.',
  ),
  field: 'fresh',
};
export const NO_SHEET_KEY = {
  ...problemOf(
    'no-recovery-key',
    '这不是一份完整的恢复码（应为 9 组、每组 4 个字符），或有字符抄错。请对照恢复单再输入。',
    'This is no whole recovery key (nine groups of four), or a character was mistaken. Compare it with the sheet.',
  ),
  field: 'key',
};
export const WRONG_SHEET = {
  ...problemOf(
    'wrong-recovery-key',
    '这份恢复单打不开本机数据：可能已被新的恢复单代替，或属于另一台电脑。',
    'This recovery sheet does not open the data here: a newer one may have taken its place, or it is of another computer.',
  ),
  field: 'key',
};
export const WRONG_TAIL = {
  ...problemOf(
    'wrong-tail',
    '与纸上最后 4 个字符不符，新恢复单还没有生效，原来的仍可用。请看着纸再输入。',
    'These are not the last four characters on the paper. The new sheet is not in force yet; the old one still opens. Read them off the paper.',
  ),
  field: 'tail',
};
export const NOTHING_WAITS = problemOf(
  'no-sheet-waiting',
  '没有等待确认的恢复单，请先打印或保存一份。',
  'No recovery sheet waits to be confirmed. Print or save one first.',
);

/** `until` and `now`: milliseconds since 1970. */
export function waitProblem(until: number, now: number): Problem {
  const seconds = String(Math.ceil((until - now) / 1000));
  return problemOf(
    'wait',
    `错误次数过多，请等 ${seconds} 秒再试。数据完好。`,
    `Too many wrong tries: wait ${seconds} seconds. The data is safe.`,
    { seconds },
  );
}

/** domain.md 8.6 O1. */
export const offlineProblem = (days: number): Problem =>
  problemOf(
    'offline-too-long',
    `本机和您已超过 ${days} 天没有与中心联系，暂不能登录；数据完好。请连接网络，与中心联系一次后再登录；无法联网时用恢复单重设密码。`,
    `Neither this workstation nor you have been in touch for more than ${days} days; the data is safe. Connect to the centre once and sign in then; without a line use the recovery sheet.`,
    { days: String(days) },
  );
