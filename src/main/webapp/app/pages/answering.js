import { listen, send, entries, deafen, drop } from '../outgoing.js';

/**
 * The answers of one open attempt: what was given here, and of each whether it is being kept, is kept on this phone,
 * was sent, stands against a newer one from elsewhere ("stale"), or was refused. A response carries a number that counts
 * up, so that the server knows which is newer.
 */
export async function answering(attempt, redraw) {
  const base = `/attempts/${attempt.id}/answers/`;
  const path = ({ id }) => base + encodeURIComponent(id);
  const mine = {};
  const states = {};
  const replies = {};
  const left = new Map((await entries(base)).map(entry => [entry.path, entry]));

  const hear = item => (state, reply) => {
    states[item.id] = state;
    replies[item.id] = reply;
    redraw();
  };

  for (const item of attempt.items) {
    const [entry, there] = [left.get(path(item)), attempt.answers?.[item.id]];
    const isOverdue = entry && there?.seq > entry.body.seq && entry.state === 'waiting';
    mine[item.id] = entry && !isOverdue ? entry.body : there;
    states[item.id] = entry ? (entry.state === 'waiting' ? 'kept' : entry.state) : there ? 'sent' : null;
    replies[item.id] = entry?.reply;
    listen(path(item), hear(item));
  }

  return {
    response: item => mine[item.id]?.response,
    state: item => states[item.id],
    reply: item => replies[item.id],
    given: () => attempt.items.filter(item => mine[item.id]?.response).length,
    /** Items in some state. */
    in: (...wanted) => attempt.items.filter(item => wanted.includes(states[item.id])),
    /** Who answers while a dispute is shown has seen the other answer, and decides by that. */
    answer(item, response) {
      const above = states[item.id] === 'stale' ? replies[item.id].seq : 0;
      mine[item.id] = { response, seq: Math.max(mine[item.id]?.seq ?? 0, above) + 1 };
      return send(path(item), mine[item.id]);
    },
    /** In a dispute the answer from elsewhere stands. */
    async takeOther(item) {
      const { response, seq } = replies[item.id];
      mine[item.id] = { response, seq };
      await drop(path(item), 'stale');
      hear(item)('sent');
    },
    takeMine(item) {
      return this.answer(item, mine[item.id].response);
    },
    async forgetRefused() {
      for (const item of this.in('refused', 'stale')) await drop(path(item), 'refused', 'stale');
    },
    end: () => deafen(`/attempts/${attempt.id}/`),
  };
}
