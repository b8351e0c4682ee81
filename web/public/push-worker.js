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

async function open(address) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pages.find((each) => new URL(each.url).href === address) ?? pages[0];
  if (!page) return self.clients.openWindow(address);
  await page.focus();
  // Only a page the worker controls lets itself be led elsewhere.
  return page.navigate(address).catch(() => self.clients.openWindow(address));
}
