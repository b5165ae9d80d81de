package org.sopan.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sopan.completion.MyAwards;
import org.sopan.completion.MyAwards.AwardState;
import org.sopan.completion.MyAwards.Paper;
import org.sopan.identity.Person;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.MovingClock;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

abstract class WhyNotYetRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final PaperWork paperWork;
    private final ChangeCertificate change;
    private final MyAwards awards;
    private final Person learner;
    private final EnrolmentId enrolment;

    WhyNotYetRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        paperWork = new TransactedPaperWork(rooms, study);
        change = study.changeCertificate;
        awards = study.myAwards(rooms);
        learner = rooms.learner("rahima", "nilg");
        enrolment = rooms.enrol(learner, "basics");
    }

    @Test
    void namesTheConditionsThatAreOpen() {
        study.read(enrolment, "one");
        AwardState state = award();
        assertThat(state.met()).isFalse();
        assertThat(state.conditions()).isNotEmpty().noneMatch(condition -> condition.met());
        assertThat(state.paper().state()).isEqualTo("none");
        assertThat(state.paper().reason()).isEqualTo("conditions-open");
        assertThat(state.paper().message()).isNotBlank();
    }

    @Test
    void saysThatItIsHeldForAName() {
        database.update("update person set name_en = null, name_bn = null");
        earn();
        Paper paper = award().paper();
        assertThat(paper.state()).isEqualTo("held");
        assertThat(paper.reason()).isEqualTo("name-missing");
        assertThat(paper.message()).contains("waits for a name");
        assertThat(paper.mail()).isNull();
    }

    @Test
    void saysThatItIsBeingMadeOrWhyItCannotBe() {
        earn();
        Paper paper = award().paper();
        assertThat(paper.state()).isEqualTo("rendering");
        assertThat(paper.reason()).isEqualTo("being-made");
        String serial = paperWork.due(0, 1).get(0);
        database.run(() -> paperWork.failed(serial, "text-does-not-fit"));
        assertThat(award().paper().reason()).isEqualTo("text-does-not-fit");
        assertThat(award().paper().message()).contains("too long");
        database.run(() -> paperWork.failed(serial, "paper-not-made"));
        assertThat(award().paper().message()).contains("tried again");
        store(serial);
        assertThat(award().paper().state()).isEqualTo("stored");
    }

    @Test
    void saysWhatBecameOfTheMail() {
        earn();
        store(paperWork.due(0, 1).get(0));
        assertThat(award().paper().reason()).isEqualTo("mail-queued");
        database.update("update outbox set state = 'failed', last_error = '550 no such user'");
        rooms.coordinator("nilg");
        MyAwards.PaperMail failed = staffAward().paper().mail();
        assertThat(failed).isEqualTo(new MyAwards.PaperMail("failed", MovingClock.BEGIN, "550 no such user"));
        assertThat(staffAward().paper().reason()).isEqualTo("mail-failed");
        assertThat(award().paper().mail())
                .as("what the mail server said is for staff")
                .isEqualTo(new MyAwards.PaperMail("failed", MovingClock.BEGIN, null));
        database.update("update outbox set failure = 'address'");
        assertThat(award().paper().reason())
                .as("the address can be put right by whoever reads this")
                .isEqualTo("mail-address");
        assertThat(award().paper().message()).contains("the address takes no mail");
        database.update("update outbox set state = 'sent', sent_at = created_at, last_error = null, failure = null");
        assertThat(award().paper().reason()).isNull();
        assertThat(award().paper().message()).isNull();
    }

    @Test
    void saysThatItWasRevokedOrIsTheReplacement() {
        earn();
        String serial = award().serial();
        assertThat(serial).isNotNull();
        database.run(() -> change.replace(serial, LocalizedText.of("Rahima", "রহিমা"), null, "name-correction", null));
        AwardState replaced = award();
        assertThat(replaced.serial()).isNotNull().isNotEqualTo(serial);
        assertThat(replaced.paper().state()).isEqualTo("rendering");
        database.run(() -> change.revoke(String.valueOf(replaced.serial()), "issued-in-error", "a secret"));
        assertThat(award().paper().state()).isEqualTo("revoked");
        assertThat(award().paper().message()).isEqualTo("Issued in error");
        assertThat(award().serial()).isNull();
    }

    @Test
    void isToldToThoseWhoLookAfterTheEnrolment() {
        Person other = rooms.learner("other", "bard");
        rooms.coordinator("nilg");
        assertThat(staffAward().kind()).isEqualTo("completion");
        assertThatThrownBy(() -> database.in(() -> awards.lookedAfter(other.id(), Language.EN)))
                .isInstanceOf(NotFound.class)
                .hasMessage("unknown-person");
        database.update("update person set organization = 'bard' where id = '" + learner.id() + "'");
        assertThat(staffAward()).as("the enrolment keeps its institute").isNotNull();
        rooms.coordinator("bard");
        assertThat(database.in(() -> awards.lookedAfter(learner.id(), Language.EN)))
                .isEmpty();
        rooms.coordinator("bpatc");
        assertThatThrownBy(() -> database.in(() -> awards.lookedAfter(learner.id(), Language.EN)))
                .isInstanceOf(NotFound.class);
    }

    private void earn() {
        study.read(enrolment, "one");
        study.read(enrolment, "two");
        study.take(enrolment, "m1-first", true);
    }

    private void store(String serial) {
        paperWork.store(Map.of(serial, "paper".getBytes(StandardCharsets.UTF_8)));
    }

    private AwardState award() {
        return completion(database.in(() -> awards.of(learner.id(), Language.EN)));
    }

    private AwardState staffAward() {
        return completion(database.in(() -> awards.lookedAfter(learner.id(), Language.EN)));
    }

    private static AwardState completion(List<AwardState> states) {
        return states.stream()
                .filter(state -> state.kind().equals("completion"))
                .findFirst()
                .orElseThrow();
    }
}
