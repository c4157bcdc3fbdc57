import { Link, useNavigate } from 'react-router';
import { FORMS, type FormId, type PaperRef } from '../../../electron/contract/forms';
import { Choice } from '../../shared/choice';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { useCase } from '../case/case-context';
import { addable, added, byGroup, type ListedPaper } from './case-papers';
import { addressOf, keyOf } from './paper-address';
import { paperState } from './paper-state';

interface PaperListProps {
  readonly papers: readonly ListedPaper[];
  readonly open: PaperRef | null;
}

/** 本案文书: by the course of work, each with how far it is; what may be made besides is folded. */
export function PaperList({ papers, open }: PaperListProps) {
  const { t } = useSpeech();
  const required = papers.filter((paper) => paper.need === 'required');
  const offered = papers.filter((paper) => paper.need === 'offered');
  const isOpen = (paper: PaperRef): boolean => open !== null && keyOf(paper) === keyOf(open);
  return (
    <nav className="paper-list" aria-label={t.documents.papers}>
      {byGroup(required).map((each) => (
        <section key={each.group}>
          <h3>{t.documents.groups[each.group]}</h3>
          <Papers papers={each.papers} isOpen={isOpen} />
        </section>
      ))}
      {offered.length === 0 ? null : (
        <details open={offered.some(isOpen)}>
          <summary>{t.documents.offered(offered.length)}</summary>
          <Papers papers={offered} isOpen={isOpen} />
        </details>
      )}
      <AddPaper papers={papers} />
    </nav>
  );
}

interface PapersProps {
  readonly papers: readonly ListedPaper[];
  readonly isOpen: (paper: PaperRef) => boolean;
}

function Papers({ papers, isOpen }: PapersProps) {
  const { t, say } = useSpeech();
  const { view } = useCase();
  return (
    <ul>
      {papers.map((paper) => {
        const state = paperState(view.state, paper);
        return (
          <li key={keyOf(paper)}>
            <Link
              className={isOpen(paper) ? 'paper-link open' : 'paper-link'}
              aria-current={isOpen(paper) ? 'page' : undefined}
              data-field={`paper.${keyOf(paper)}`}
              to={addressOf(view.id, paper)}
              replace
              tabIndex={0}
            >
              <span className="paper-name">{say(paper)}</span>
              <span className={`paper-state ${state}`}>{t.documents.states[state]}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** Opens a paper that the case does not list; nothing is written until something is typed. */
function AddPaper({ papers }: { readonly papers: readonly ListedPaper[] }) {
  const { t, say } = useSpeech();
  const { view, state } = useCase();
  const navigate = useNavigate();
  const words = Object.fromEntries(addable(papers).map((form) => [form, say(FORMS[form])])) as Record<FormId, string>;
  return (
    <Field label={t.documents.addPaper}>
      {(marks) => (
        <Choice<FormId>
          marks={marks}
          value={undefined}
          words={words}
          onChange={(form) => void navigate(addressOf(view.id, added(state, form)), { replace: true })}
        />
      )}
    </Field>
  );
}
