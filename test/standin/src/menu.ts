import type * as Electron from 'electron';
import { app } from './app';
import { asElectron, Imitation } from './imitation';
import { frontWindow } from './open-windows';
import { refuseTheRest } from './refuse';

type Template = Parameters<(typeof Electron.Menu)['buildFromTemplate']>[0];
type MenuOptions = Electron.MenuItemConstructorOptions;
interface Role {
  readonly label: string;
  act(window: Electron.BrowserWindow | undefined): void;
}

/** Runs one of Chromium's editing commands in the page of the window in front. */
const edit = (label: string, command: string): Role => ({
  label,
  act: (window) => void window?.webContents.executeJavaScript(`document.execCommand('${command}')`, true),
});

/** What the roles do when a test, or nobody else, clicks them; the others do nothing. */
const roles: Readonly<Record<string, Role>> = {
  quit: { label: 'Quit', act: () => app.quit() },
  close: { label: 'Close Window', act: (window) => window?.close() },
  minimize: { label: 'Minimize', act: (window) => window?.minimize() },
  reload: { label: 'Reload', act: (window) => window?.webContents.reload() },
  togglefullscreen: { label: 'Toggle Full Screen', act: (window) => window?.setFullScreen(!window.isFullScreen()) },
  undo: edit('Undo', 'undo'),
  redo: edit('Redo', 'redo'),
  cut: edit('Cut', 'cut'),
  copy: edit('Copy', 'copy'),
  paste: edit('Paste', 'paste'),
  selectall: edit('Select All', 'selectAll'),
};

export class MenuItem {
  readonly id: string;
  readonly type: Electron.MenuItem['type'];
  readonly accelerator: Electron.MenuItem['accelerator'];
  readonly submenu: Electron.MenuItem['submenu'] | undefined;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  click: () => void;
  readonly #role: string | undefined;

  constructor(options: MenuOptions) {
    const role = options.role?.toLowerCase();
    const { submenu } = options;
    this.id = options.id ?? '';
    this.#role = role;
    this.type = options.type ?? (submenu ? 'submenu' : 'normal');
    this.accelerator = options.accelerator ?? null;
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : submenu;
    this.label = options.label ?? (role === undefined ? '' : (roles[role]?.label ?? role));
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.click = () => this.#click(options.click);
  }

  #click(handler: MenuOptions['click']): void {
    if (!this.enabled) return;
    if (this.type === 'checkbox') this.checked = !this.checked;
    const front = frontWindow();
    const window = front === undefined ? undefined : asElectron<Electron.BrowserWindow>(front);
    if (handler) handler(asElectron<Electron.MenuItem>(this), window, {});
    else if (this.#role !== undefined) roles[this.#role]?.act(window);
  }
}
refuseTheRest('MenuItem', MenuItem.prototype);

/** The application menu is kept and not drawn: keyboard shortcuts belong to the page, tests click items by their id. */
export class Menu extends Imitation<'menu-will-show' | 'menu-will-close'> {
  static #application: Electron.Menu | null = null;
  items: Electron.MenuItem[] = [];

  static buildFromTemplate(template: Template): Electron.Menu {
    const menu = new Menu();
    menu.items = template.map((item) =>
      asElectron<Electron.MenuItem>(item instanceof MenuItem ? item : new MenuItem(item as MenuOptions)),
    );
    return asElectron<Electron.Menu>(menu);
  }

  static setApplicationMenu(menu: Electron.Menu | null): void {
    Menu.#application = menu;
  }

  static getApplicationMenu(): Electron.Menu | null {
    return Menu.#application;
  }

  getMenuItemById(id: string): ReturnType<Electron.Menu['getMenuItemById']> {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}
refuseTheRest('Menu', Menu.prototype);
refuseTheRest('Menu', Menu);
