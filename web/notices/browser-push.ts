import type { SubscriptionInput } from '#core/notices/contact.ts';

export type PushState = 'insecure' | 'unable' | 'denied' | 'off' | 'on';

/** What is known of a browser, as plain values. */
export type BrowserFacts = {
  isSecure: boolean;
  hasWorkers: boolean;
  hasPush: boolean;
  permission: NotificationPermission | undefined;
  /** Whether it holds a subscription that was made for the person signed in. */
  isSubscribed: boolean;
};

/** Whether this browser is told by push and, if not, the first thing in the way. */
export function pushStateOf({
  isSecure,
  hasWorkers,
  hasPush,
  permission,
  isSubscribed,
}: BrowserFacts): PushState {
  // Without https a browser hides everything else, so it is asked first.
  if (!isSecure) return 'insecure';
  if (!hasWorkers || !hasPush || permission === undefined) return 'unable';
  if (permission === 'denied') return 'denied';
  return isSubscribed && permission === 'granted' ? 'on' : 'off';
}

const WORKER = '/push-worker.js';
/** For whom this browser was switched on: people of an office share machines. */
const KEPT_UNDER = 'parindex.push-for';

const facts = () => ({
  isSecure: window.isSecureContext,
  hasWorkers: 'serviceWorker' in navigator,
  hasPush: 'PushManager' in window,
  permission: 'Notification' in window ? Notification.permission : undefined,
});

async function findSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(WORKER);
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** How this browser stands for a person. Asks for nothing. */
export async function findPushState(userId: string): Promise<PushState> {
  const state = pushStateOf({ ...facts(), isSubscribed: true });
  if (state !== 'on') return state;
  const isTheirs = localStorage.getItem(KEPT_UNDER) === userId;
  return pushStateOf({ ...facts(), isSubscribed: isTheirs && (await findSubscription()) !== null });
}

/** A browser whose push service is out of reach tries on without end; so long it is waited for. */
const PATIENCE_MS = 20_000;

/**
 * Asks the person for permission, then the browser for an address to push to. "denied" and "default"
 * (closed without an answer) come from the person, "unreachable" when the push service is out of reach.
 */
export async function subscribeBrowser(
  pushKey: string,
): Promise<SubscriptionInput | 'denied' | 'default' | 'unreachable'> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') return permission;
  await navigator.serviceWorker.register(WORKER);
  const { pushManager } = await navigator.serviceWorker.ready;
  // One left over from another person or an older key would be told to them.
  await (await pushManager.getSubscription())?.unsubscribe();
  const asked = pushManager
    .subscribe({ userVisibleOnly: true, applicationServerKey: pushKey })
    .catch(() => undefined);
  const givenUp = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  const subscription = await Promise.race([asked, givenUp]);
  const { endpoint, keys } = subscription?.toJSON() ?? {};
  if (endpoint === undefined || keys === undefined) return 'unreachable';
  return { endpoint, keys: { p256dh: keys.p256dh ?? '', auth: keys.auth ?? '' } };
}

/** Notes for whom the browser is switched on. */
export function keepSubscriber(userId: string): void {
  localStorage.setItem(KEPT_UNDER, userId);
}

/** Ends what the browser holds; the address that ended, undefined where there was none. */
export async function unsubscribeBrowser(): Promise<string | undefined> {
  localStorage.removeItem(KEPT_UNDER);
  const subscription = await findSubscription();
  await subscription?.unsubscribe();
  return subscription?.endpoint;
}
