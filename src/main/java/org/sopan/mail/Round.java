package org.sopan.mail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sopan.mail.Ready.Done;

/** The messages of one claim while they are sent: those that wait, and those that were handed out. */
final class Round {
    private final Deque<Ready> waiting;
    private final Set<UUID> away = new HashSet<>();
    private Claim claim;

    Round(Claim claim, List<Ready> ready) {
        this.claim = claim;
        this.waiting = new ArrayDeque<>(ready);
    }

    Claim claim() {
        return claim;
    }

    Collection<Ready> waiting() {
        return List.copyOf(waiting);
    }

    boolean isAnyWaiting() {
        return !waiting.isEmpty();
    }

    boolean isAnyAway() {
        return !away.isEmpty();
    }

    int away() {
        return away.size();
    }

    /** All of which nothing is written down yet; what is away may come back without having been begun. */
    Set<UUID> unmarked() {
        Set<UUID> unmarked = new HashSet<>(away);
        waiting.forEach(each -> unmarked.add(each.row().id()));
        return unmarked;
    }

    /** From now on this claim counts, and what it does not name is someone else's. */
    void renewed(Claim longer) {
        claim = longer;
        waiting.removeIf(each -> !longer.ids().contains(each.row().id()));
    }

    /** The next that waits. */
    Ready handOut() {
        Ready next = waiting.remove();
        away.add(next.row().id());
        return next;
    }

    /** Takes back what was not begun, and gives what became of the rest. */
    List<Done> takeBack(List<Carriers.Returned> returned) {
        List<Done> done = new ArrayList<>();
        for (Carriers.Returned each : returned) {
            away.remove(each.ready().row().id());
            Done known = each.done();
            if (known != null) {
                done.add(known);
            } else if (claim.ids().contains(each.ready().row().id())) {
                waiting.addFirst(each.ready());
            }
        }
        return done;
    }
}
