package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Cohort;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Settings;
import org.sopan.shared.CleanText;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/** Tells a cohort something: on its people's pages, and by mail if wished. A second click tells it no second time. */
@ApplicationScoped
public class Announce {
    private final Announcements announcements;
    private final Addressees addressees;
    private final Notices notices;
    private final CohortScope scope;
    private final People people;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;
    private final String url;

    @Inject
    public Announce(
            Announcements announcements,
            Addressees addressees,
            Notices notices,
            CohortScope scope,
            People people,
            Caller caller,
            AuditTrail audit,
            Clock clock,
            Settings settings) {
        this.announcements = announcements;
        this.addressees = addressees;
        this.notices = notices;
        this.scope = scope;
        this.people = people;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
        this.url = settings.url().toString();
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

    /** The announcement, whether this call made it, and how many mails it queued. */
    public record Outcome(Announcement announcement, boolean isNew, int queued) {}

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
        Announcements.Added added = announcements.add(caller.person(), message.once(), words, clock.instant());
        Announcement announcement = added.announcement();
        if (!added.isNew()) {
            return new Outcome(announcement, false, 0);
        }
        Map<String, String> details = new HashMap<>(Map.of("cohort", id.toString()));
        details.put("institute", institute == null ? cohort.host() : institute);
        audit.record(caller.person(), "announced", announcement.id().toString(), details);
        return new Outcome(announcement, true, message.byMail() ? mail(announcement, cohort) : 0);
    }

    /** Its author, or an administrator, takes it back; mail that still waits does not leave. */
    @Transactional
    public void withdraw(UUID id) {
        Announcement announcement =
                announcements.find(id).orElseThrow(() -> new DomainException.NotFound("unknown-announcement"));
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

    private int mail(Announcement announcement, Cohort cohort) {
        Person author = people.find(announcement.author()).orElseThrow();
        List<Draft> drafts = addressees.takingPartIn(cohort.id(), announcement.institute()).stream()
                .filter(candidate -> candidate.why() == null)
                .map(candidate -> draft(announcement, cohort, author, candidate.to()))
                .toList();
        return notices.post(drafts).size();
    }

    private Draft draft(Announcement announcement, Cohort cohort, Person author, Addressee to) {
        Language language = to.language();
        return new Draft(
                "announcement/" + announcement.id() + "/" + to.person(),
                Draft.Kind.ANNOUNCEMENT,
                to,
                language,
                Map.of(
                        "subject", announcement.title().in(language),
                        "body", announcement.body().in(language),
                        "cohort", cohort.title().in(language),
                        "author", author.nameIn(language),
                        "link", url + "/#/"),
                announcement.institute(),
                author.id(),
                announcement.id(),
                announcement.title().in(language),
                List.of());
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
