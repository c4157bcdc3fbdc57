import { fire, Imitation } from './imitation';
import { refuseTheRest } from './refuse';

type ThemeSource = 'system' | 'light' | 'dark';

/** The system's own theme counts as light; Chromium's pages keep their colours. */
class NativeTheme extends Imitation<'updated'> {
  #source: ThemeSource = 'system';

  get themeSource(): ThemeSource {
    return this.#source;
  }

  set themeSource(source: ThemeSource) {
    this.#source = source;
    fire(this, 'updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}
refuseTheRest('nativeTheme', NativeTheme.prototype);

export const nativeTheme = new NativeTheme();
