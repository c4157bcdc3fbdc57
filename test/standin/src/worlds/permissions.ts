/** Asks the app's permission handler before the page gets at a device; Chromium's own prompts never appear. */
export type AskPermission = (permission: string, details: Readonly<Record<string, unknown>>) => Promise<boolean>;

function guardMedia(ask: AskPermission): void {
  const media = navigator.mediaDevices as MediaDevices | undefined;
  if (!media) return;
  const original = media.getUserMedia.bind(media);
  media.getUserMedia = async (constraints) => {
    const mediaTypes = [...(constraints?.audio ? ['audio'] : []), ...(constraints?.video ? ['video'] : [])];
    if (!(await ask('media', { mediaTypes }))) throw new DOMException('Permission denied', 'NotAllowedError');
    return original(constraints);
  };
}

function guardNotifications(ask: AskPermission): void {
  if (typeof Notification === 'undefined') return;
  const original = Notification.requestPermission.bind(Notification);
  Notification.requestPermission = async () => ((await ask('notifications', {})) ? original() : 'denied');
}

function guardPosition(ask: AskPermission): void {
  const geolocation = navigator.geolocation as Geolocation | undefined;
  if (!geolocation) return;
  const original = geolocation.getCurrentPosition.bind(geolocation);
  const denied = {
    code: 1,
    message: 'User denied Geolocation',
    PERMISSION_DENIED: 1,
    POSITION_UNAVAILABLE: 2,
    TIMEOUT: 3,
  } as const;
  geolocation.getCurrentPosition = (found, failed, options) => {
    void ask('geolocation', {}).then((granted) => (granted ? original(found, failed, options) : failed?.(denied)));
  };
}

/** Puts the questions in front of the page's devices. */
export function guardPermissions(ask: AskPermission): void {
  guardMedia(ask);
  guardNotifications(ask);
  guardPosition(ask);
}
