import { refuseTheRest } from './refuse';
import { originOf } from './schemes';

/** The main frame of a page, as `event.senderFrame` and `webContents.mainFrame`. Sub-frames have no preload here. */
export class MainFrame {
  readonly parent = null;

  constructor(private readonly address: () => string) {}

  get url(): string {
    return this.address();
  }

  get origin(): string {
    return originOf(this.address());
  }
}
refuseTheRest('webFrameMain', MainFrame.prototype);
