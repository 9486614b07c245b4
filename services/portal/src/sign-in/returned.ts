const channel = 'riggen.signed-in';

/** Tells the other tabs that somebody has signed in. */
export function tellOtherTabs(): void {
  const tabs = new BroadcastChannel(channel);
  tabs.postMessage('signed in');
  tabs.close();
}

/** Calls back when somebody signs in in another tab; answers how to stop. */
export function onSignedInElsewhere(then: () => void): () => void {
  const tabs = new BroadcastChannel(channel);
  tabs.onmessage = then;
  return () => tabs.close();
}
