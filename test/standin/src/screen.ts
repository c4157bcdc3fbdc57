import type * as Electron from 'electron';
import { asElectron, Imitation } from './imitation';
import { refuseTheRest } from './refuse';

/** STANDIN_DISPLAYS lists displays from left to right, such as `1920x1080,1280x1024`; a party's display is the second. */
function readDisplays(): Electron.Display[] {
  let x = 0;
  return (process.env['STANDIN_DISPLAYS'] ?? '1920x1080').split(',').map((size, index) => {
    const [width = 0, height = 0] = size.split('x').map(Number);
    const bounds = { x, y: 0, width, height };
    x += width;
    return asElectron<Electron.Display>({
      id: index + 1,
      label: `Display ${index + 1}`,
      bounds,
      workArea: bounds,
      size: { width, height },
      workAreaSize: { width, height },
      scaleFactor: 1,
      rotation: 0,
      internal: index === 0,
    });
  });
}

class Screen extends Imitation<'display-added' | 'display-removed' | 'display-metrics-changed'> {
  getAllDisplays(): Electron.Display[] {
    return readDisplays();
  }

  getPrimaryDisplay(): Electron.Display {
    const [first] = readDisplays();
    if (!first) throw new Error('stand-in: STANDIN_DISPLAYS names no display');
    return first;
  }
}
refuseTheRest('screen', Screen.prototype);

export const screen = new Screen();
