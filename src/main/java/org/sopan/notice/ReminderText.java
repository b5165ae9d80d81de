package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.sopan.course.Catalogue;
import org.sopan.organization.Organizations;
import org.sopan.platform.Dates;
import org.sopan.platform.Settings;
import org.sopan.platform.Words;
import org.sopan.shared.BanglaDigits;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/** What a reminder says: each course with what is owed of it, and the page where one goes on. */
@ApplicationScoped
public class ReminderText {
    private final Catalogue catalogue;
    private final Organizations organizations;
    private final String url;

    @Inject
    public ReminderText(Catalogue catalogue, Organizations organizations, Settings settings) {
        this.catalogue = catalogue;
        this.organizations = organizations;
        this.url = settings.url().toString();
    }

    Map<String, String> of(Decision decision, LocalDate today) {
        Recipient recipient = decision.recipient();
        Language language = recipient.to().language();
        List<String> paragraphs = new ArrayList<>();
        for (Situation situation : situations(decision)) {
            paragraphs.add(titleOf(situation.course()).in(language) + ": "
                    + sentences(situation, decision.owed(), today, language));
            if (recipient.hasSignedUp()) {
                paragraphs.add(url + "/#/enrolments/" + situation.id());
            }
        }
        if (!recipient.hasSignedUp()) {
            paragraphs.add(words(language, "reminder.first-time"));
            paragraphs.add(url + "/#/forgot");
        }
        return Map.of(
                "items", String.join("\n\n", paragraphs),
                "institute",
                        instituteOf(decision.owed().get(0).situation().institute(), today)
                                .in(language));
    }

    LocalizedText instituteOf(String id, LocalDate today) {
        return organizations
                .find(id)
                .map(institute -> institute.nameOn(today))
                .orElseGet(() -> new LocalizedText(id, null));
    }

    private LocalizedText titleOf(String course) {
        return catalogue.has(course) ? catalogue.live(course).title() : new LocalizedText(course, null);
    }

    private static Iterable<Situation> situations(Decision decision) {
        LinkedHashSet<Situation> situations = new LinkedHashSet<>();
        decision.owed().forEach(owed -> situations.add(owed.situation()));
        return situations;
    }

    private static String sentences(
            Situation situation, List<Situation.Owed> owed, LocalDate today, Language language) {
        List<String> sentences = new ArrayList<>();
        for (Situation.Owed each : owed) {
            LocalDate since = situation.lastActivity();
            if (each.situation().equals(situation) && each.rule() == Rule.STALLED && since != null) {
                sentences.add(words(language, "reminder.stalled").replace("{date}", Dates.day(since, language)));
            } else if (each.situation().equals(situation) && each.rule() == Rule.NOT_STARTED) {
                sentences.add(words(language, "reminder.not-started")
                        .replace("{date}", Dates.day(situation.enrolled(), language)));
            }
        }
        LocalDate due = situation.due();
        if (due != null && !due.isBefore(today)) {
            sentences.add(dueSentence(due, today, language));
        }
        return String.join(" ", sentences);
    }

    private static String dueSentence(LocalDate due, LocalDate today, Language language) {
        long left = ChronoUnit.DAYS.between(today, due);
        String code = left == 0 ? "reminder.due-today" : left == 1 ? "reminder.due-tomorrow" : "reminder.due";
        return words(language, code)
                .replace("{date}", Dates.day(due, language))
                .replace("{days}", BanglaDigits.in(language, Long.toString(left)));
    }

    private static String words(Language language, String code) {
        return Words.of(language, code, code);
    }
}
