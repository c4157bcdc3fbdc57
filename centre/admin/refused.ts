/** Why an administrator's command was not carried out（管理命令被拒）: in words, with what to do. */
export class AdminRefused extends Error {
  constructor(
    /** For programs: `no-such-station`. */
    readonly code: string,
    readonly zh: string,
    readonly en: string,
  ) {
    super(`${code}: ${en}`);
    this.name = 'AdminRefused';
  }
}
