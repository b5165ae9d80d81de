/**
 * What this device keeps on disk for its people: answers of the server for a time without a line, and what waits to be
 * sent. A browser may refuse all this; then everything still works, but only while there is a line.
 */
const STORES = ['kept', 'copies', 'outgoing'];
let opening = null;

function open() {
  opening ??= new Promise((opened, refused) => {
    const request = indexedDB.open('sopan', 1);
    request.onupgradeneeded = () => STORES.forEach(name => request.result.createObjectStore(name));
    request.onerror = () => refused(request.error);
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      request.result.onclose = () => { opening = null; };
      opened(request.result);
    };
  }).catch(refusal => {
    opening = null;
    throw refusal;
  });
  return opening;
}

const answered = request => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

/** A store in one transaction; keys are lists that begin with the id of the person whose it is. */
function shelf(store) {
  const under = start => IDBKeyRange.bound(start, [...start, []]);
  return {
    get: key => answered(store.get(key)),
    put: (key, value) => answered(store.put(value, key)),
    remove: key => answered(store.delete(key)),
    removeUnder: (...start) => answered(store.delete(under(start))),
    keys: (...start) => answered(store.getAllKeys(start.length ? under(start) : null)),
    all: (...start) => answered(store.getAll(start.length ? under(start) : null)),
  };
}

/** Does something with stores in one transaction, and is over when all of it is on disk, or none. */
export async function work(stores, mode, act) {
  const transaction = (await open()).transaction(stores, mode, { durability: 'strict' });
  const over = new Promise((done, failed) => {
    transaction.oncomplete = done;
    transaction.onabort = () => failed(transaction.error ?? new DOMException('', 'AbortError'));
  });
  over.catch(() => {});
  let result;
  try {
    result = await act(...stores.map(name => shelf(transaction.objectStore(name))));
  } catch (failure) {
    if (transaction.error === null) transaction.abort();
    throw failure;
  }
  await over;
  return result;
}

/** Takes away what is kept for somebody; of what waits to be sent too, unless it is spared. */
export const forget = (person, spared = []) =>
  work(STORES, 'readwrite', (...all) => Promise.all(STORES.map((name, at) => spared.includes(name) || all[at].removeUnder(person))));

/** Takes away what is kept for anybody else; what they have not sent yet waits for them. */
export const forgetOthers = person => work(['kept', 'copies'], 'readwrite', (...all) => Promise.all(all.map(async each =>
  Promise.all((await each.keys()).filter(([whose]) => whose !== person).map(key => each.remove(key))))));
