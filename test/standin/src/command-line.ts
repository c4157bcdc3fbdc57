import { refuseTheRest } from './refuse';

/** The switches that the app was started with and those that it sets itself; they are passed on to Chromium. */
export class CommandLine {
  readonly #switches = new Map<string, string>();

  constructor(private readonly onChange: (switches: ReadonlyMap<string, string>) => void) {}

  appendSwitch(name: string, value = ''): void {
    this.#switches.set(name.replace(/^--/, ''), value);
    this.onChange(this.#switches);
  }

  hasSwitch(name: string): boolean {
    return this.#switches.has(name);
  }

  getSwitchValue(name: string): string {
    return this.#switches.get(name) ?? '';
  }
}
refuseTheRest('app.commandLine', CommandLine.prototype);
