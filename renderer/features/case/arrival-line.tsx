import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useSpeech } from '../../shared/language';
import { useCase } from './case-context';

/** 其他调解室的修改已到达: in the line of the case's name, where its coming moves nothing. */
export function ArrivalLine() {
  const { t } = useSpeech();
  const { editor, arrival } = useCase();
  const words = t.sync.inCase;
  const text = arrival === null ? '' : arrival === 'held' ? words.arrivedHeld : words.arrived;
  return (
    <span className="arrival">
      <span className="arrival-text" role="status" title={text}>
        {text}
      </span>
      {arrival === 'shown' ? (
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={`${t.words.close}：${text}`}
          onClick={() => editor.dismissArrival()}
        />
      ) : null}
    </span>
  );
}
