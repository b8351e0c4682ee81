// Shows what the server pushes, and opens the page it names. Caches nothing.

self.addEventListener('push', (event) => {
  const { title, path } = event.data.json();
  event.waitUntil(
    self.registration.showNotification(title, {
      body: 'Bấm để mở.',
      icon: '/icon.svg',
      lang: 'vi',
      data: { path },
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const url = new URL(event.notification.data.path, self.location.origin);
  if (url.origin !== self.location.origin) return;
  event.waitUntil(open(url.href));
});

// Another open page is left alone: somebody may be in the middle of writing on it.
async function open(address) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pages.find(({ url }) => url === address);
  return page ? page.focus() : self.clients.openWindow(address);
}
