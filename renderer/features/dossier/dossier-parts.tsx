import type { DossierRowView } from '../../../electron/contract/dossier';
import { useSpeech } from '../../shared/language';
import { useCase } from '../case/case-context';
import { useJump } from '../documents/use-jump';
import { MakeMissing } from './make-missing';
import { isToMake, originOf } from './paper-origin';

type Paper = DossierRowView['papers'][number];

interface DossierPartsProps {
  readonly rows: readonly DossierRowView[];
  readonly onMade: () => void;
}

/** The rows of the contents: what is there, what is missing and where to see to it. */
export function DossierParts({ rows, onMade }: DossierPartsProps) {
  const { t } = useSpeech();
  const count = (state: DossierRowView['state']): number => rows.filter((row) => row.state === state).length;
  return (
    <section className="card" aria-label={t.dossier.title}>
      <div className="card-head">
        <h2>
          {t.dossier.contents}{' '}
          <span className="quiet dossier-count">{t.dossier.summary(count('present'), count('missing'))}</span>
        </h2>
      </div>
      <MakeMissing rows={rows} onMade={onMade} />
      <p className="field-hint">{t.dossier.hint}</p>
      <table className="dossier-rows">
        <thead>
          <tr>
            <th>{t.dossier.place}</th>
            <th>{t.dossier.part}</th>
            <th>{t.dossier.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.place} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row }: { readonly row: DossierRowView }) {
  const { t, say } = useSpeech();
  const { state } = useCase();
  const jump = useJump();
  const unmade = row.papers.filter(isToMake).length;
  // Papers of the parties cannot be seen to before there are parties.
  const noParties = row.reason?.code === 'row-empty' && state.parties.length === 0;
  const field = noParties ? 'parties' : row.reason?.field;
  return (
    <tr data-field={`dossier-row.${row.place}`}>
      <td>{row.place}</td>
      <td>
        <strong>{say(row)}</strong>
        {row.reason === undefined || unmade > 0 ? null : (
          <div>
            {field === undefined ? (
              say(row.reason)
            ) : (
              <button type="button" className="problem-link" onClick={() => jump(field)}>
                {say(row.reason)} →
              </button>
            )}
          </div>
        )}
        <ul>
          {row.papers.map((paper) => (
            <PaperLine key={`${paper.form ?? ''} ${paper.of} ${paper.zh}`} paper={paper} />
          ))}
        </ul>
      </td>
      <td className={`dossier-state ${row.state}`}>
        {row.state === 'missing' && unmade > 0 ? t.dossier.missingPapers(unmade) : t.dossier.states[row.state]}
      </td>
    </tr>
  );
}

function PaperLine({ paper }: { readonly paper: Paper }) {
  const { t, say } = useSpeech();
  const jump = useJump();
  const origin = originOf(paper);
  const field = paper.form === undefined ? `evidence.${paper.of}` : `paper.${paper.form}.${paper.of}`;
  return (
    <li>
      <button type="button" className="problem-link paper-link" onClick={() => jump(field)}>
        {say(paper)}
      </button>
      <span className={isToMake(paper) ? 'wrong' : 'quiet'}>
        {t.dossier.froms[origin]}
        {paper.pages === null ? '' : t.dossier.pages(paper.pages)}
      </span>
    </li>
  );
}
