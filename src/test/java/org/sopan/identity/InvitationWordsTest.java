package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sopan.enrolment.Cohort;
import org.sopan.mail.MailText;
import org.sopan.mail.Templates;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

/** An invitation tells a learner that she was enrolled, and one of the staff what she is to do. */
class InvitationWordsTest {
    private static final Map<Language, String> ENROLLED =
            Map.of(Language.EN, "has enrolled you", Language.BN, "নিবন্ধিত করেছে");
    private static final Map<Role, List<String>> SAID = Map.of(
            Role.COORDINATOR, List.of("coordinator of Local Government Institute", "সমন্বয়কের দায়িত্ব"),
            Role.VIEWER, List.of("people of Local Government Institute are getting on", "দেখতে পারবেন"),
            Role.FACILITATOR, List.of("facilitator of a cohort of Local Government Institute", "সহায়কের দায়িত্ব"),
            Role.ADMINISTRATOR, List.of("administrator of Sopan", "প্রশাসকের দায়িত্ব"));
    private final Rooms rooms = new Rooms(TestDatabase.h2());
    private final Invite invite =
            new Invite(rooms.links, rooms.outbox, rooms.organizations, rooms.people, rooms.enrolments);
    private final Person person = rooms.learner("rahima", "bpatc");

    @Test
    void tellsALearnerThatSheWasEnrolled() {
        rooms.database.run(() -> invite.send(person, "roster"));
        for (Language language : Language.values()) {
            MailText mail = mail(language);
            assertThat(mail.text()).contains(Objects.requireNonNull(ENROLLED.get(language)));
            assertThat(mail.subject()).doesNotContain("role", "দায়িত্ব");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LEARNER")
    void tellsOneOfTheStaffHerRoleAndNotThatSheWasEnrolled(Role role) {
        rooms.database.run(() -> invite.send(person, hold(role), "role"));
        expectWordsOf(role);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LEARNER")
    void tellsTheSameWhenInvitedAgain(Role role) {
        rooms.database.run(() -> {
            hold(role);
            invite.again(person, "again");
        });
        expectWordsOf(role);
    }

    private void expectWordsOf(Role role) {
        List<String> said = Objects.requireNonNull(SAID.get(role), "no words for " + role);
        MailText english = mail(Language.EN);
        MailText bangla = mail(Language.BN);
        assertThat(english.text()).contains(said.get(0)).doesNotContain("enrolled you");
        assertThat(bangla.text()).contains(said.get(1)).doesNotContain("নিবন্ধিত করেছে");
        assertThat(english.subject()).isEqualTo("Invitation to Sopan: your new role");
        assertThat(bangla.subject()).isEqualTo("সোপানে আমন্ত্রণ: আপনার নতুন দায়িত্ব");
        assertThat(english.text()).contains("whoever gave you the role");
    }

    private RoleHeld hold(Role role) {
        CohortId cohort = role == Role.FACILITATOR ? cohort() : null;
        String organization = role == Role.COORDINATOR || role == Role.VIEWER ? "nilg" : null;
        return rooms.roles.hold(person.id(), role, organization, cohort).role();
    }

    private CohortId cohort() {
        Cohort cohort = new Cohort(
                new CohortId(rooms.randomness.id()),
                "nilg",
                "basics",
                new LocalizedText("First", "প্রথম"),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2027, 6, 30),
                Map.of(),
                null,
                rooms.clock.instant());
        rooms.entities.persist(cohort);
        return cohort.id();
    }

    /** The one mail there is, as it would read in this language. */
    private MailText mail(Language language) {
        String content = rooms.database.in(() -> (String)
                rooms.entities.createNativeQuery("select content from outbox").getSingleResult());
        try (JsonReader reader = Json.createReader(new StringReader(String.valueOf(content)))) {
            Map<String, String> data = reader.readObject().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> ((JsonString) entry.getValue()).getString()));
            return new Templates().render("invitation", language, data);
        }
    }
}
