import { Imitation } from './imitation';
import { refuseTheRest } from './refuse';

/** The stand-in is told nothing by the system: a test sends these with `powerMonitor.emit`, as it can on Electron. */
type PowerEvent =
  | 'suspend'
  | 'resume'
  | 'lock-screen'
  | 'unlock-screen'
  | 'shutdown'
  // macOS alone sends it; a test may.
  | 'user-did-resign-active';

class PowerMonitor extends Imitation<PowerEvent> {
  getSystemIdleTime(): number {
    return 0;
  }
}
refuseTheRest('powerMonitor', PowerMonitor.prototype);

export const powerMonitor = new PowerMonitor();
