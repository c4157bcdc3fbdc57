import { useEffect, useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { FORMS, type FormId, type PaperRef } from '../../../electron/contract/forms';
import { Choice } from '../../shared/choice';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { useCase } from '../case/case-context';
import { aboutOf, addable, added, byForm, byGroup, type ListedPaper } from './case-papers';
import { addressOf, keyOf } from './paper-address';
import { paperState } from './paper-state';
import './paper-list.css';

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

/** Papers of one form stand under its name, so that a party is found at a glance. */
function Papers({ papers, isOpen }: PapersProps) {
  const { say } = useSpeech();
  return (
    <ul>
      {byForm(papers).map((same) => {
        const [first] = same;
        return same.length === 1 ? (
          <li key={first.form}>
            <PaperLink paper={first} name={say(first)} open={isOpen(first)} />
          </li>
        ) : (
          <li key={first.form}>
            <span>{say(FORMS[first.form])}</span>
            <ul>
              {same.map((paper) => (
                <li key={keyOf(paper)}>
                  <PaperLink paper={paper} name={aboutOf(paper, say)} open={isOpen(paper)} />
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

interface PaperLinkProps {
  readonly paper: ListedPaper;
  readonly name: string;
  readonly open: boolean;
}

function PaperLink({ paper, name, open }: PaperLinkProps) {
  const { t, say } = useSpeech();
  const { view } = useCase();
  const link = useRef<HTMLAnchorElement>(null);
  const state = paperState(view.state, paper);
  // Opened from elsewhere, it may lie outside of the part of the list that is seen.
  useEffect(() => {
    if (open) link.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <Link
      ref={link}
      className={open ? 'paper-link open' : 'paper-link'}
      aria-current={open ? 'page' : undefined}
      aria-label={`${say(paper)} ${t.documents.states[state]}`}
      data-field={`paper.${keyOf(paper)}`}
      to={addressOf(view.id, paper)}
      replace
      tabIndex={0}
    >
      <span className="paper-name">{name}</span>
      <span className={`paper-state ${state}`}>{t.documents.states[state]}</span>
    </Link>
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
