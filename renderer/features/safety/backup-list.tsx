import type { BackupPage } from '../../../electron/contract/safety';
import { shanghaiMinute } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { fileName, sizeWords } from './sizes';

/** The backups in the folder, newest first. */
export function BackupList({ list }: Pick<BackupPage, 'list'>) {
  const { t } = useSpeech();
  const words = t.safety.backup;
  const { columns } = words;
  return (
    <section className="card" aria-label={words.list}>
      <h2>
        {words.list} {list.length === 0 ? null : <span className="quiet">{list.length}</span>}
      </h2>
      {list.length === 0 ? (
        <p className="quiet">{words.listNone}</p>
      ) : (
        <div className="backup-rows">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{columns.at}</th>
                <th scope="col">{columns.file}</th>
                <th scope="col" className="money">
                  {columns.cases}
                </th>
                <th scope="col" className="money">
                  {columns.bytes}
                </th>
                <th scope="col">{columns.checked}</th>
              </tr>
            </thead>
            <tbody>
              {list.map((row) => (
                <tr key={row.file}>
                  <td className="nowrap">{shanghaiMinute(new Date(row.at))}</td>
                  <td className="backup-file" title={row.file}>
                    {fileName(row.file)}
                  </td>
                  <td className="money">{row.cases}</td>
                  <td className="money">{sizeWords(row.bytes)}</td>
                  <td className={row.checked ? undefined : 'note'}>{row.checked ? words.checked : words.unchecked}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="field-hint">{words.not}</p>
    </section>
  );
}
