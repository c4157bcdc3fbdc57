import { Link } from 'react-router';
import { useAccess, useRights } from '../../shared/access-context';
import { useSpeech } from '../../shared/language';

/** One quiet line on 今日 and in the settings until a recovery sheet is in force; for those who can make one. */
export function RecoveryReminder() {
  const { t } = useSpeech();
  const { access } = useAccess();
  const may = useRights();
  if (access.recoveryMade || !may('key.manage')) return null;
  return (
    <p className="reminder">
      <span>{t.keys.reminder}</span>
      <Link to="/settings/keys">{t.keys.reminderGo}</Link>
    </p>
  );
}
