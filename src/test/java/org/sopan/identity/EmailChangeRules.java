package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.mail.Letter;
import org.sopan.platform.Acting;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Gone;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.DomainException.TooMany;
import org.sopan.shared.Language;
import org.sopan.testing.AtOnce;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class EmailChangeRules {
    private static final String OLD = "rahima@sopan.example";
    private static final String NEW = "rahima.new@sopan.example";
    private final TestDatabase database;
    private final Rooms rooms;
    private final Sessions sessions;
    private final AskForEmail ask;
    private final ChangeEmail changeEmail;
    private final Person learner;

    EmailChangeRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database);
        sessions = new Sessions(
                rooms.entities,
                rooms.people,
                rooms.organizations,
                rooms.clock,
                rooms.randomness,
                database::then,
                rooms.settings);
        PeopleInCare inCare = new PeopleInCare(rooms.people, rooms.caller);
        EmailChanges changes = new EmailChanges(rooms.entities);
        SignInThrottle throttle = new SignInThrottle(rooms.entities, rooms.clock) {
            @Override
            void failed(String email) {
                database.run(() -> super.failed(email));
            }
        };
        ask = new AskForEmail(
                inCare,
                rooms.people,
                changes,
                new PlainPasswords(),
                throttle,
                rooms.outbox,
                rooms.caller,
                rooms.audit,
                rooms.randomness,
                rooms.settings,
                rooms.clock);
        changeEmail = new ChangeEmail(
                changes,
                rooms.people,
                inCare,
                sessions,
                rooms.links,
                new Invite(rooms.links, rooms.outbox, rooms.organizations, rooms.people, rooms.enrolments),
                rooms.outbox,
                rooms.caller,
                rooms.audit,
                rooms.randomness,
                rooms.clock);
        learner = rooms.learner("rahima", "bpatc");
        database.run(() -> rooms.people.find(learner.id()).orElseThrow().changePassword("right"));
        Acting.learner(rooms.caller, learner.id());
    }

    /** Hashing takes long, and is not what is asked here. */
    private static final class PlainPasswords extends Passwords {
        @Override
        boolean verify(String password, @Nullable String hash) {
            return password.equals(hash);
        }
    }

    @Test
    void changesOnlyWhenBothHaveConfirmedInWhateverOrder() {
        ask(NEW);
        assertThat(confirm(token("email-change-new"))).isFalse();
        assertThat(email()).isEqualTo(OLD);
        assertThat(confirm(token("email-change-new"))).as("the same link again").isFalse();
        assertThat(confirm(token("email-change-old"))).isTrue();
        assertThat(email()).isEqualTo(NEW);
        assertThat(confirm(token("email-change-old"))).as("the same link again").isTrue();
        assertThat(addressesOf("email-changed")).containsExactlyInAnyOrder(OLD, NEW);
    }

    @Test
    void sendsEachLinkToItsAddressInTheFragment() {
        ask("  Rahima.NEW@sopan.example ");
        assertThat(addressesOf("email-change-old")).containsExactly(OLD);
        assertThat(addressesOf("email-change-new")).containsExactly(NEW);
        assertThat(database.number("select count(*) from outbox where content like"
                        + " '%https://sopan.example/#/email-change/%' and content like '%24 November 2026%'"))
                .isEqualTo(2);
        assertThat(database.number(
                        "select count(*) from email_change where old_hash = '" + token("email-change-old") + "'"))
                .as("only the hash is stored")
                .isZero();
    }

    @Test
    void tellsOnlyTheHolderOfAKnownAddress() {
        rooms.learner("other", "nilg");
        ask("other@sopan.example");
        assertThat(addressesOf("email-known")).containsExactly("other@sopan.example");
        assertThat(addressesOf("email-change-new")).isEmpty();
        assertThat(confirm(token("email-change-old")))
                .as("looks like any other")
                .isFalse();
        assertThat(email()).isEqualTo(OLD);
    }

    @Test
    void refusesAnAddressThatWasTakenMeanwhile() {
        ask(NEW);
        confirm(token("email-change-old"));
        rooms.learner("rahima.new", "nilg");
        String last = token("email-change-new");
        assertThatThrownBy(() -> confirm(last)).isInstanceOf(Conflict.class).hasMessage("email-taken");
        assertThat(email()).isEqualTo(OLD);
    }

    @Test
    void endsAfterTwoDaysAndWithANewRequest() {
        ask(NEW);
        String first = token("email-change-new");
        rooms.clock.advance(Duration.ofMinutes(2));
        ask("rahima.newer@sopan.example");
        assertThatThrownBy(() -> confirm(first)).isInstanceOf(Gone.class);
        database.update("delete from outbox where address = '" + NEW + "'");
        String second = token("email-change-new");
        rooms.clock.advance(Duration.ofHours(48));
        assertThatThrownBy(() -> confirm(second)).isInstanceOf(Gone.class);
        assertThatThrownBy(() -> confirm("forged")).isInstanceOf(Gone.class);
    }

    @Test
    void isAskedForOnceAMinuteWithThePasswordAndForAnotherAddress() {
        ask(NEW);
        assertThatThrownBy(() -> ask(NEW)).isInstanceOf(TooMany.class);
        assertThatThrownBy(() -> ask(OLD)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> ask("nowhere")).isInstanceOf(Invalid.class);
        for (int i = 0; i < 5; i++) {
            Invalid wrong = catchThrowableOfType(Invalid.class, () -> database.run(() -> ask.check("wrong")));
            assertThat(wrong.errors()).extracting(error -> error.code()).containsExactly("wrong-password");
        }
        assertThatThrownBy(() -> database.run(() -> ask.check("right")))
                .as("guessing is slowed as at signing in")
                .isInstanceOf(TooMany.class);
        rooms.clock.advance(Duration.ofMinutes(1));
        database.run(() -> ask.check("right"));
    }

    @Test
    void takesTheMailThatWaitsAlongAndEndsLinksSentBefore() {
        queue("certificate");
        queue("password-reset");
        String reset = database.in(() -> rooms.links.make(OneTimeLinks.Purpose.RESET, learner.id()))
                .address();
        ask(NEW);
        confirm(token("email-change-old"));
        confirm(token("email-change-new"));
        assertThat(addressesOf("certificate")).containsExactly(NEW);
        assertThat(database.number(
                        "select count(*) from outbox where template = 'password-reset' and state = 'suppressed'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> database.in(
                        () -> rooms.links.use(OneTimeLinks.Purpose.RESET, reset.substring(reset.lastIndexOf('/') + 1))))
                .isInstanceOf(Gone.class);
    }

    @Test
    void isDoneOnceWhenBothConfirmAtOnce() {
        ask(NEW);
        String old = token("email-change-old");
        String fresh = token("email-change-new");
        AtOnce.overlap(database, () -> changeEmail.confirm(old), () -> changeEmail.confirm(fresh));
        assertThat(email()).isEqualTo(NEW);
        assertThat(addressesOf("email-changed")).hasSize(2);
    }

    @Test
    void isNotConfirmedBySomeoneWhoWasDeactivated() {
        ask(NEW);
        database.update("update person set active = false");
        String token = token("email-change-old");
        assertThatThrownBy(() -> confirm(token)).isInstanceOf(Gone.class);
    }

    @Test
    void isReplacedByAnAdministratorWhoEndsAllSessions() {
        ask("pending@sopan.example");
        String pending = token("email-change-new");
        String session = database.in(() -> sessions.open(learner.id())).token();
        rooms.administrator();
        database.run(() -> changeEmail.replace(learner.id(), NEW, "left the ministry"));
        database.run(() -> changeEmail.replace(learner.id(), NEW, "left the ministry"));
        assertThat(email()).isEqualTo(NEW);
        assertThat(database.in(() -> sessions.identify(session))).isEmpty();
        assertThat(addressesOf("email-changed")).containsExactlyInAnyOrder(OLD, NEW);
        assertThat(database.number("select count(*) from audit_entry where action = 'email-replaced'"
                        + " and details like '%left the ministry%' and details like '%bpatc%'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> confirm(pending)).isInstanceOf(Gone.class);
        assertThat(database.in(() -> new EmailChanges(rooms.entities).former(List.of(learner.id()))))
                .containsExactly(OLD);
    }

    @Test
    void invitesAnewWhoeverHadNotSignedUp() {
        Person invited = rooms.learner("invited", "bpatc");
        rooms.learner("other", "nilg");
        rooms.administrator();
        database.run(() -> changeEmail.replace(invited.id(), NEW, "misspelt"));
        assertThat(addressesOf("invitation")).containsExactly(NEW);
        assertThatThrownBy(() -> database.run(() -> changeEmail.replace(invited.id(), "other@sopan.example", "x")))
                .isInstanceOf(Conflict.class);
        Acting.coordinator(rooms.caller, learner.id(), "nilg");
        assertThatThrownBy(() -> database.run(() -> changeEmail.replace(invited.id(), OLD, "x")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void showsTheInstituteTheStateOfItsMailButNotWhatAddressIsWished() {
        Person elsewhere = rooms.learner("elsewhere", "nilg");
        ask(NEW);
        rooms.clock.advance(Duration.ofMinutes(2));
        ask(elsewhere.email());
        assertThat(templates("bpatc")).containsExactly("email-change-old", "email-change-old");
        assertThat(templates("nilg")).as("of whom has the address").containsExactly("email-known");
        assertThat(database.number("select count(*) from outbox where template = 'email-change-new' and person = '"
                        + learner.id() + "'"))
                .isEqualTo(1);
        Acting.learner(rooms.caller, learner.id());
        rooms.clock.advance(Duration.ofMinutes(2));
        ask(NEW);
        for (String half : List.of("email-change-old", "email-change-new")) {
            confirm(latestToken(half));
        }
        assertThat(templates("bpatc")).contains("email-changed");
    }

    private String latestToken(String template) {
        Object content = database.in(() -> rooms.entities
                .createNativeQuery(
                        "select content from outbox where template = '" + template + "' order by created_at desc")
                .getResultList()
                .get(0));
        return String.valueOf(content).replaceAll(".*#/email-change/([^\"]+)\".*", "$1");
    }

    private List<String> templates(String institute) {
        Acting.coordinator(rooms.caller, learner.id(), institute);
        MailOfInstitute mail = new MailOfInstitute(rooms.entities, rooms.organizations, rooms.caller);
        return database.in(() -> mail.list(institute, null, null, 0, 50)).items().stream()
                .map(MailOfInstitute.Message::template)
                .toList();
    }

    private void ask(String address) {
        database.run(() -> ask.ask(address));
    }

    private boolean confirm(String token) {
        return database.in(() -> changeEmail.confirm(token));
    }

    private String email() {
        return database.in(() -> rooms.people.find(learner.id())).orElseThrow().email();
    }

    private String token(String template) {
        String content = one("content", template).get(0);
        return content.replaceAll(".*#/email-change/([^\"]+)\".*", "$1");
    }

    private List<String> addressesOf(String template) {
        return one("address", template);
    }

    @SuppressWarnings("unchecked")
    private List<String> one(String column, String template) {
        return database.in(() -> (List<String>) rooms.entities
                .createNativeQuery("select " + column + " from outbox where template = '" + template + "'")
                .getResultList());
    }

    private void queue(String template) {
        database.run(
                () -> rooms.outbox.queue(new Letter("once/" + template, template, OLD, Language.BN, Map.of(), null)));
    }
}
