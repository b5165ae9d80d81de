package org.sopan.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether someone is reminded on a day.
 *
 * @param owed what the rules would say, also when something else holds it back
 * @param why what holds it back, or null when the reminder goes
 */
record Decision(Recipient recipient, List<Situation.Owed> owed, @Nullable String why) {
    boolean isToSend() {
        return why == null;
    }
}
