import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, MethodName } from './contract/contract';

/**
 * What the page sees of the outside: one named function a method of the contract, and the events. No general channel.
 * The compiler holds the table against the contract in both directions; the checks are made in the main process.
 */
const call =
  (method: MethodName) =>
  (request: unknown): Promise<never> =>
    ipcRenderer.invoke(method, request) as Promise<never>;

const bridge = {
  'app.info': call('app.info'),
  'app.zoom': call('app.zoom'),
  'room.status': call('room.status'),
  'room.create': call('room.create'),
  'room.loadSamples': call('room.loadSamples'),
  'room.importFiles': call('room.importFiles'),
  'room.leaseBlock': call('room.leaseBlock'),
  'room.institutions': call('room.institutions'),
  'room.today': call('room.today'),
  'cases.list': call('cases.list'),
  'cases.create': call('cases.create'),
  'cases.open': call('cases.open'),
  'cases.write': call('cases.write'),
  'cases.takeNumber': call('cases.takeNumber'),
  'cases.voidNumber': call('cases.voidNumber'),
  'checks.party': call('checks.party'),
  'checks.agreement': call('checks.agreement'),
  'checks.amount': call('checks.amount'),
  'checks.schedule': call('checks.schedule'),
  'documents.preview': call('documents.preview'),
  'documents.issue': call('documents.issue'),
  'documents.read': call('documents.read'),
  'documents.save': call('documents.save'),
  'documents.openInViewer': call('documents.openInViewer'),
  'documents.confirmPrinted': call('documents.confirmPrinted'),
  onCaseChanged: (listener: (caseId: string) => void) => {
    const heard = (_event: unknown, caseId: string): void => listener(caseId);
    ipcRenderer.on('case-changed', heard);
    return () => {
      ipcRenderer.removeListener('case-changed', heard);
    };
  },
} satisfies Bridge;

/** A name here that the contract lacks is an error, too: then no name fits. */
type Complete = [Exclude<keyof typeof bridge, keyof Bridge>] extends [never] ? string : never;
const expose = (name: Complete): void => contextBridge.exposeInMainWorld(name, bridge);

expose('mediationRoom');
