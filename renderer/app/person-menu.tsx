import { LockOutlined, LogoutOutlined, SwapOutlined, UpOutlined, UserOutlined } from '@ant-design/icons';
import { Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { ChangePasswordDialog } from '../features/access/change-password-dialog';
import { PinDialog } from '../features/access/pin-dialog';
import { useAccess } from '../shared/access-context';
import { useSpeech } from '../shared/language';
import { layers } from '../shared/layers';

/** Who is signed in, and what can be done about it: lock, change person, sign out, password, PIN. */
export function PersonMenu() {
  const { t } = useSpeech();
  const { access, lock, changePerson, signOut } = useAccess();
  const [dialog, setDialog] = useState<'password' | 'pin' | null>(null);
  const words = t.access.menu;
  const name = access.who?.name ?? '';
  const items: NonNullable<MenuProps['items']> = [
    {
      key: 'lock',
      icon: <LockOutlined />,
      label: (
        <>
          {words.lock}
          <kbd className="menu-key">Ctrl+L</kbd>
        </>
      ),
      onClick: lock,
    },
    { key: 'change', icon: <SwapOutlined />, label: words.change, onClick: changePerson },
    { key: 'sign-out', icon: <LogoutOutlined />, label: words.signOut, onClick: signOut },
    { type: 'divider' },
    { key: 'password', label: words.password, onClick: () => setDialog('password') },
    { key: 'pin', label: words.pin, onClick: () => setDialog('pin') },
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="topLeft" getPopupContainer={layers}>
        <button type="button" className="person-menu" aria-label={words.label(name)}>
          <UserOutlined aria-hidden="true" />
          <span>{name}</span>
          <UpOutlined aria-hidden="true" />
        </button>
      </Dropdown>
      {dialog === 'password' ? <ChangePasswordDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'pin' ? <PinDialog onClose={() => setDialog(null)} /> : null}
    </>
  );
}
