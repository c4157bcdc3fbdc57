import { CloudDownloadOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { useSpeech } from '../../shared/language';
import { useCase } from './case-context';

/** What is to be known of a case before it is read: that it began in another room, and what of it has to be settled. */
export function CaseNotices() {
  const { t } = useSpeech();
  const { view } = useCase();
  const words = t.sync.inCase;
  const clashes = view.state.conflicts.length + view.state.clashes.length;
  const foreign = view.origin?.here === false;
  if (!foreign && clashes === 0) return null;
  return (
    <div className="case-notices">
      {foreign ? (
        <p className="quiet">
          <CloudDownloadOutlined aria-hidden="true" />{' '}
          {view.originRoom === null ? words.originUnknown : words.origin(view.originRoom)}
        </p>
      ) : null}
      {clashes === 0 ? null : (
        <p className="note">
          <ExclamationCircleOutlined aria-hidden="true" /> {words.clashes(clashes)}{' '}
          <Link to={`/sync#${encodeURIComponent(view.id)}`}>{words.settle}</Link>
        </p>
      )}
    </div>
  );
}
