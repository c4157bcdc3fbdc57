import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useCallback, useState, type KeyboardEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { CaseRow } from '../../../electron/contract/cases';
import { useRights } from '../../shared/access-context';
import type { Stage } from '../../shared/case-types';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { useRoom } from '../../shared/room-context';
import { useCaseChanges } from '../../shared/use-sync';
import { BatchDialog } from '../batch/batch-dialog';
import { CaseTable, stepOf } from './case-table';
import { ImportFiles } from './import-files';
import { useConditions } from './stage-filter';
import { useCasePages } from './use-case-pages';
import './cases.css';

/** 案件: every case, found at once by a name, a number or a part of one. */
export function CasesPage() {
  const { t } = useSpeech();
  const navigate = useNavigate();
  const location: { readonly state: unknown } = useLocation();
  const stages = Object.keys(t.words.stages) as Stage[];
  const { query, stage, setQuery, setStage } = useConditions(stages);
  const { reloadRoom } = useRoom();
  const may = useRights();
  const [round, setRound] = useState(0);
  const [active, setActive] = useState(0);
  const [batch, setBatch] = useState(false);
  const pages = useCasePages(query, stage, round);
  useCaseChanges(useCallback(() => setRound((n) => n + 1), []));
  const total = pages.total ?? 0;

  const open = (row: CaseRow): void => void navigate(`/cases/${encodeURIComponent(row.id)}`);
  const onSearchKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'Home' || event.key === 'End' ? null : stepOf(event.key, total);
    const row = pages.current ? pages.rowAt(active) : undefined;
    if (step !== null) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(total - 1, active + step)));
    } else if (event.key === 'Enter' && row !== undefined) open(row);
  };
  const changed = (change: () => void): void => {
    setActive(0);
    change();
  };
  const searched = typeof location.state === 'object' && location.state !== null && 'search' in location.state;
  return (
    <main className="page cases-page">
      <div className="page-head">
        <h1>{t.cases.title}</h1>
        <Input
          id="case-search"
          className="case-search"
          autoFocus={searched}
          allowClear
          aria-label={t.cases.search}
          placeholder={t.cases.searchHint}
          prefix={<SearchOutlined aria-hidden="true" />}
          value={query}
          onChange={(event) => changed(() => setQuery(event.target.value))}
          onKeyDown={onSearchKey}
        />
        <Select<Stage | ''>
          className="stage-filter"
          aria-label={t.cases.stage}
          value={stage ?? ''}
          options={[
            { value: '' as const, label: t.cases.allStages },
            ...stages.map((key) => ({ value: key, label: t.words.stages[key] })),
          ]}
          onChange={(next) => changed(() => setStage(next === '' ? null : next))}
        />
        <span className="quiet" aria-live="polite">
          {pages.total === null ? '' : t.cases.count(pages.total.toLocaleString('en-US'))}
        </span>
        <span className="space" />
        {may('data.export') ? <Button onClick={() => setBatch(true)}>{t.batch.open}</Button> : null}
        {may('intake.import') ? (
          <ImportFiles
            onImported={() => {
              setRound((n) => n + 1);
              reloadRoom();
            }}
          />
        ) : null}
        {may('case.write') ? (
          <Button type="primary" onClick={() => void navigate('/cases/new')}>
            {t.cases.create}
          </Button>
        ) : null}
      </div>
      {batch ? <BatchDialog onClose={() => setBatch(false)} /> : null}
      <ProblemList problems={pages.problems} />
      {total > 0 ? (
        <CaseTable
          pages={pages}
          total={total}
          question={`${stage ?? ''} ${query}`}
          active={active}
          onActive={setActive}
          onOpen={open}
        />
      ) : pages.total === null ? null : (
        <NoCases
          filtered={query.trim() !== '' || stage !== null}
          onClear={() =>
            changed(() => {
              setQuery('');
              setStage(null);
            })
          }
        />
      )}
    </main>
  );
}

function NoCases({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  const { t } = useSpeech();
  return (
    <section className="card empty">
      <h2>{filtered ? t.cases.noMatchTitle : t.cases.emptyTitle}</h2>
      <p>{filtered ? t.cases.noMatchText : t.cases.emptyText}</p>
      {filtered ? <Button onClick={onClear}>{t.cases.clear}</Button> : null}
    </section>
  );
}
