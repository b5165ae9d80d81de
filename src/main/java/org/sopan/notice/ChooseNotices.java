package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.shared.PersonId;

/**
 * A person wishes to be written to, or to be spared; signed in, or by the one click of a mail. The choice is one for every
 * kind of notice: reminders, nudges and the mail of announcements, also those that still wait. Whoever presses the button
 * of one does not wish to press that of the next.
 */
@ApplicationScoped
public class ChooseNotices {
    private final NoticeChoices choices;
    private final Notices notices;
    private final Caller caller;
    private final AuditTrail audit;

    @Inject
    public ChooseNotices(NoticeChoices choices, Notices notices, Caller caller, AuditTrail audit) {
        this.choices = choices;
        this.notices = notices;
        this.caller = caller;
        this.audit = audit;
    }

    @Transactional
    public boolean own() {
        return choices.of(caller.person());
    }

    @Transactional
    public void choose(boolean reminders) {
        set(caller.person(), reminders);
    }

    /** By the token of a mail; one that is not known changes nothing, and nobody learns which it was. */
    @Transactional
    public void stop(String token) {
        notices.readerOf(token).ifPresent(person -> set(person, false));
    }

    private void set(PersonId person, boolean reminders) {
        if (choices.choose(person, reminders)) {
            audit.record(
                    person,
                    reminders ? "reminders-switched-on" : "reminders-switched-off",
                    person.toString(),
                    Map.of());
        }
        if (!reminders) {
            notices.recall(person);
        }
    }
}
