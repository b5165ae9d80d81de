package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Cohort;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Wakes;
import org.sopan.shared.CleanText;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.LocalizedText;

/** Tells a cohort something: on its people's pages, and by mail if wished. A second click tells it no second time. */
@ApplicationScoped
public class Announce {
    private final Announcements announcements;
    private final Addressees addressees;
    private final Notices notices;
    private final CohortScope scope;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;
    private final Wakes wakes;

    @Inject
    public Announce(
            Announcements announcements,
            Addressees addressees,
            Notices notices,
            CohortScope scope,
            Caller caller,
            AuditTrail audit,
            Clock clock,
            Wakes wakes) {
        this.announcements = announcements;
        this.addressees = addressees;
        this.notices = notices;
        this.scope = scope;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
        this.wakes = wakes;
    }

    /**
     * What to announce.
     *
     * @param institute whose people it is for; null is everyone the caller may speak to
     * @param once names this announcement for its author, so that it can be sent again without harm
     */
    public record Message(
            LocalizedText title,
            LocalizedText body,
            boolean byMail,
            @Nullable String institute,
            @Nullable String once) {}

    /** The announcement, and whether this call made it. Its mail is queued after the answer. */
    public record Outcome(Announcement announcement, boolean isNew) {}

    @Transactional
    public Outcome announce(CohortId id, Message message) {
        Cohort cohort = scope.seen(id);
        String institute = scope.audience(cohort, message.institute());
        Announcements.Words words = new Announcements.Words(
                id,
                institute,
                required(CleanText.line(message.title(), "title"), "title"),
                required(paragraphs(message.body()), "body"),
                message.byMail());
        Announcements.Added added = announcements.add(
                caller.person(), message.once(), words, () -> addressees.number(id, institute), clock.instant());
        Announcement announcement = added.announcement();
        if (!added.isNew()) {
            return new Outcome(announcement, false);
        }
        Map<String, String> details = new HashMap<>(Map.of("cohort", id.toString()));
        details.put("institute", institute == null ? cohort.host() : institute);
        audit.record(caller.person(), "announced", announcement.id().toString(), details);
        if (message.byMail()) {
            wakes.afterCommit(MailAnnouncements.NAME);
        }
        return new Outcome(announcement, true);
    }

    /** Its author, or an administrator, takes it back; mail that still waits does not leave. */
    @Transactional
    public void withdraw(UUID id) {
        Announcement announcement =
                announcements.locked(id).orElseThrow(() -> new DomainException.NotFound("unknown-announcement"));
        if (!caller.is(announcement.author()) && !caller.isAdministrator()) {
            throw refusal(announcement);
        }
        if (announcement.withdraw(clock.instant())) {
            notices.recall(id);
            audit.record(
                    caller.person(),
                    "announcement-withdrawn",
                    id.toString(),
                    Map.of("cohort", announcement.cohort().toString()));
        }
    }

    private DomainException refusal(Announcement announcement) {
        String institute = announcement.institute();
        boolean known = scope.find(announcement.cohort())
                .filter(cohort -> institute == null || scope.covers(cohort, institute))
                .isPresent();
        return known
                ? new DomainException.Forbidden("not-the-author")
                : new DomainException.NotFound("unknown-announcement");
    }

    private static @Nullable LocalizedText paragraphs(LocalizedText typed) {
        String en = typed.en() == null ? "" : PlainText.of(typed.en());
        String bn = typed.bn() == null ? "" : PlainText.of(typed.bn());
        return en.isEmpty() && bn.isEmpty() ? null : new LocalizedText(en, bn);
    }

    private static LocalizedText required(@Nullable LocalizedText text, String field) {
        if (text == null) {
            throw DomainException.Invalid.refused("invalid-input", new FieldError(field, "missing"));
        }
        return text;
    }
}
