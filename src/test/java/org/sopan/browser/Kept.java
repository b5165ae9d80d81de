package org.sopan.browser;

import com.microsoft.playwright.Page;

/** Everything that a browser keeps for a site: databases, caches with their contents, and the two storages. */
final class Kept {
    private static final String ALL =
            """
            async () => {
              const answered = request => new Promise((done, failed) => {
                request.onsuccess = () => done(request.result);
                request.onerror = () => failed(request.error);
              });
              const found = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
              for (const { name } of await indexedDB.databases()) {
                const database = await answered(indexedDB.open(name));
                for (const store of database.objectStoreNames) {
                  const shelf = database.transaction(store).objectStore(store);
                  found.push(JSON.stringify([await answered(shelf.getAllKeys()), await answered(shelf.getAll())]));
                }
                database.close();
              }
              for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                  const { pathname } = new URL(request.url);
                  const isOurs = pathname === '/' || pathname.startsWith('/app/') || pathname.startsWith('/webjars/');
                  found.push(isOurs ? pathname.replace(/.*\\//, '') : `${request.url} ${await (await cache.match(request)).text()}`);
                }
              }
              return found.join('\\n');
            }""";

    private Kept() {}

    /** As text, but for the files of the client itself, which are everybody's. */
    static String on(Page page) {
        return (String) page.evaluate(ALL);
    }
}
