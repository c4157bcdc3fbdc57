import type * as Electron from 'electron';
import { fire, Imitation } from './imitation';
import { inUse } from './in-use';
import { refuseTheRest } from './refuse';
import { outputOf } from './run-program';

/** A person's desktop shows it where notify-send is installed; under test it is shown to nobody. */
export class Notification extends Imitation<'show' | 'close' | 'click'> {
  readonly title: string;
  readonly body: string;

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    this.title = options.title ?? '';
    this.body = options.body ?? '';
  }

  static isSupported(): boolean {
    return true;
  }

  show(): void {
    if (inUse) void outputOf('notify-send', ['--', this.title, this.body]);
    fire(this, 'show', {});
  }

  close(): void {
    fire(this, 'close', {});
  }
}
refuseTheRest('Notification', Notification.prototype);
refuseTheRest('Notification', Notification);
