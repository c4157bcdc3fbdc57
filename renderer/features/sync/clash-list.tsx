import { Button } from 'antd';
import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { ClashView } from '../../../electron/contract/sync';
import { useSpeech } from '../../shared/language';
import { ClashCard } from './clash-card';
import { useFocusAfter } from './use-focus-after';
import type { TakeStep } from './use-sync-page';

interface ClashListProps {
  readonly clashes: readonly ClashView[];
  readonly step: TakeStep;
}

const keyOf = (clash: ClashView): string => `${clash.caseId} ${clash.kind} ${clash.about}`;

/** 待处理冲突: all of them, or those of the case that the address names (`/sync#case-…`). */
export function ClashList({ clashes, step }: ClashListProps) {
  const { t } = useSpeech();
  const words = t.sync.clash;
  const navigate = useNavigate();
  const named = decodeURIComponent(useLocation().hash.slice(1));
  const of = clashes.filter((clash) => clash.caseId === named || clash.otherCase?.caseId === named);
  const shown = named === '' || of.length === 0 ? clashes : of;
  const { box, leaving } = useFocusAfter<HTMLElement>(shown.map(keyOf).join('\n'));
  useEffect(() => {
    if (named === '') return;
    box.current?.scrollIntoView({ block: 'start' });
    const first = box.current?.querySelector<HTMLElement>('[data-row]') ?? box.current?.querySelector('h2');
    first?.focus({ preventScroll: true });
  }, [named, box]);
  return (
    <section ref={box} className="card clashes" aria-label={words.title}>
      <div className="card-head">
        <h2 tabIndex={-1}>
          {clashes.length === 0 ? words.noneTitle : words.title}{' '}
          {clashes.length === 0 ? null : <span className="quiet">{clashes.length}</span>}
        </h2>
      </div>
      <p className="quiet">{clashes.length === 0 ? words.noneText : words.lead}</p>
      {shown.length === clashes.length ? null : (
        <p className="only-case">
          {words.onlyCase}
          <Button type="link" size="small" onClick={() => void navigate('/sync', { replace: true })}>
            {words.showAll(clashes.length)}
          </Button>
        </p>
      )}
      {shown.map((clash, index) => (
        <ClashCard key={keyOf(clash)} clash={clash} step={step} onSettling={(goes) => leaving(goes ? index : null)} />
      ))}
    </section>
  );
}
