package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Cohort;
import org.sopan.enrolment.Enrolments;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.platform.Settings;
import org.sopan.shared.Language;

/**
 * The short transactions in which an announcement's mail is queued: some people in each, and with them behind whom the
 * next ones stand. A crash between two leaves nobody out; the row is held meanwhile, so that two nodes mail nobody twice.
 */
@ApplicationScoped
public class AnnouncementRounds {
    static final int CHUNK = 500;
    private final EntityManager entities;
    private final Announcements announcements;
    private final Addressees addressees;
    private final Notices notices;
    private final Enrolments enrolments;
    private final People people;
    private final String url;

    @Inject
    public AnnouncementRounds(
            EntityManager entities,
            Announcements announcements,
            Addressees addressees,
            Notices notices,
            Enrolments enrolments,
            People people,
            Settings settings) {
        this.entities = entities;
        this.announcements = announcements;
        this.addressees = addressees;
        this.notices = notices;
        this.enrolments = enrolments;
        this.people = people;
        this.url = settings.url().toString();
    }

    /** Queues mail to the next people of the earliest announcement that nobody else is at; false when none is left. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean mailNext() {
        List<?> due = entities.createNativeQuery("select cast(id as varchar), cast(mail_after as varchar)"
                        + " from announcement where mail_after is not null"
                        + " order by published_at, id limit 1 for update skip locked")
                .getResultList();
        if (due.isEmpty()) {
            return false;
        }
        Object[] row = (Object[]) due.get(0);
        Announcement announcement =
                announcements.find(UUID.fromString((String) row[0])).orElseThrow();
        announcements.mailAfter(
                announcement.id(),
                announcement.withdrawnAt() == null ? mail(announcement, UUID.fromString((String) row[1])) : null);
        return true;
    }

    /** The last of those it was queued for, or null when these were the last of all. */
    private @Nullable UUID mail(Announcement announcement, UUID after) {
        Cohort cohort = enrolments.cohort(announcement.cohort()).orElseThrow();
        Person author = people.find(announcement.author()).orElseThrow();
        List<Addressees.Candidate> next = addressees.takingPartIn(cohort.id(), announcement.institute(), after, CHUNK);
        notices.post(next.stream()
                .filter(candidate -> candidate.why() == null)
                .map(candidate -> draft(announcement, cohort, author, candidate.to()))
                .toList());
        return next.size() < CHUNK ? null : next.get(CHUNK - 1).record().value();
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
}
