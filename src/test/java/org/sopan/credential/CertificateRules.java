package org.sopan.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.completion.AwardMet;
import org.sopan.course.CourseFiles;
import org.sopan.credential.Certificate.Status;
import org.sopan.enrolment.Enrolment;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.platform.PlugIns;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.DomainException.Unavailable;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

abstract class CertificateRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final Papers papers;
    private final PaperWork paperWork;
    private final ChangeCertificate change;
    private final Person learner;
    private final EnrolmentId enrolment;

    CertificateRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        papers = new Papers(rooms.entities);
        paperWork = new TransactedPaperWork(rooms, study);
        change = study.changeCertificate;
        learner = rooms.learner("rahima", "nilg");
        enrolment = rooms.enrol(learner, "basics");
    }

    @Test
    void isRegisteredAndMailedInTheTransactionOfTheLastAct() {
        Certificate certificate = earn();
        assertThat(certificate.status()).isEqualTo(Status.VALID);
        assertThat(certificate.number()).isEqualTo(1);
        assertThat(certificate.institute()).isEqualTo("nilg");
        assertThat(certificate.hasPaper()).isFalse();
        assertThat(Serial.read(certificate.serial())).contains(certificate.serial());
        assertThat(database.number("select count(*) from outbox where template = 'certificate' and not released"
                        + " and attachment_key = '" + certificate.serial() + "'"))
                .isEqualTo(1);
        assertThat(rooms.woken).contains(RenderPapers.NAME);
    }

    @Test
    void isGoneWithTheLastActThatIsRolledBack() {
        rooms.events.observedBy(new Object() {
            @SuppressWarnings("unused")
            void fail(@Observes AwardMet event) {
                throw new IllegalStateException("the last act failed");
            }
        });
        assertThatThrownBy(this::act).hasMessage("the last act failed");
        assertThat(database.number("select count(*) from award")).isZero();
        assertThat(database.number("select count(*) from certificate")).isZero();
        assertThat(database.number("select count(*) from outbox")).isZero();
        assertThat(rooms.enrolment(enrolment).state()).isEqualTo(Enrolment.State.ACTIVE);
        assertThat(database.number("select count(*) from attempt where state = 'OPEN'"))
                .as("the submission is undone too")
                .isEqualTo(1);
    }

    @Test
    void printsWhatWasTrueOnTheDayInDhaka() {
        rooms.clock.set(Instant.parse("2026-11-22T18:30:00Z"));
        AsPrinted printed = earn().asPrinted();
        assertThat(printed.issuedOn()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(printed.name()).isEqualTo(LocalizedText.of("rahima", "নাম rahima"));
        assertThat(printed.institute().en()).isEqualTo("Local Government Institute");
        assertThat(printed.award().en()).isEqualTo("Certificate of Completion");
        assertThat(printed.minutes()).as("the required module only").isEqualTo(20);
        assertThat(printed.language()).isEqualTo(Language.EN);
        assertThat(printed.verifyUrl()).isEqualTo("https://sopan.example/verify/" + printed.serial());
        assertThat(printed.specimen()).isFalse();
    }

    @Test
    void saysItInOneLanguageWhereTheCourseWantsIt() {
        Map<String, String> texts = new TreeMap<>(CourseFiles.in(Rooms.COURSES).texts());
        texts.computeIfPresent(
                "basics/course.yaml",
                (path, text) -> text.replace("{design: official}", "{design: official, languages: bn}"));
        rooms.publish("basics", new CourseFiles(texts));
        Certificate certificate = earn();
        assertThat(certificate.asPrinted().name()).isEqualTo(new LocalizedText(null, "নাম rahima"));
        assertThat(certificate.asPrinted().language()).isEqualTo(Language.BN);
        rooms.administrator();
        assertThat(replace(certificate.serial(), LocalizedText.of("Rahima Khatun", "রহিমা খাতুন"))
                        .asPrinted()
                        .name())
                .isEqualTo(new LocalizedText(null, "রহিমা খাতুন"));
    }

    @Test
    void neverChangesWhatIsPrinted() {
        Certificate certificate = earn();
        AsPrinted before = certificate.asPrinted();
        rename("Somebody Else");
        database.update("update organization_name set name_en = 'Renamed'");
        assertThat(read(certificate.serial()).asPrinted()).isEqualTo(before);
    }

    @Test
    void isHeldWhileTheNameIsMissingWithoutFailingTheAct() {
        database.update("update person set name_en = null, name_bn = null");
        act();
        assertThat(rooms.enrolment(enrolment).state()).isEqualTo(Enrolment.State.COMPLETED);
        assertThat(database.number("select count(*) from outbox")).isZero();
        assertThat(database.in(() -> study.certificates.printedOf(learner.id())))
                .isEmpty();
        String serial = paperWork.due(0, 10).get(0);
        assertThatThrownBy(() -> read(serial)).isInstanceOf(NotFound.class);
        assertThat(order(serial)).isNull();
        rename("Rahima Khatun");
        assertThat(java.util.Objects.requireNonNull(order(serial)).data().name().en())
                .isEqualTo("Rahima Khatun");
        assertThat(read(serial).isHeld()).isFalse();
        assertThat(database.number("select count(*) from outbox where template = 'certificate'"))
                .isEqualTo(1);
    }

    @Test
    void isStoredOnceThenTheMailGoes() {
        String serial = earn().serial();
        store(serial, "first");
        store(serial, "second");
        assertThat(paperWork.due(0, 10)).isEmpty();
        assertThat(database.in(() -> papers.find(serial)))
                .hasValueSatisfying(
                        pdf -> assertThat(pdf).asString(StandardCharsets.UTF_8).isEqualTo("first"));
        assertThat(read(serial).hasPaper()).isTrue();
        assertThat(database.number("select count(*) from outbox where released"))
                .isEqualTo(1);
    }

    @Test
    void isDrawnByTheJobAndReadByThoseItConcerns() {
        String serial = earn().serial();
        ReadPaper readPaper = new ReadPaper(study.certificates, papers, rooms.caller);
        assertThatThrownBy(() -> database.in(() -> readPaper.read(serial))).isInstanceOf(Unavailable.class);
        new RenderPapers(paperWork, new PlugIns()).run();
        byte[] pdf = database.in(() -> readPaper.read(serial));
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        rooms.coordinator("nilg");
        assertThat(database.in(() -> readPaper.read(serial))).isEqualTo(pdf);
        rooms.coordinator("bard");
        assertThatThrownBy(() -> database.in(() -> readPaper.read(serial))).isInstanceOf(NotFound.class);
        Acting.learner(rooms.caller, rooms.learner("other", "nilg").id());
        assertThatThrownBy(() -> database.in(() -> readPaper.read(serial))).isInstanceOf(NotFound.class);
    }

    @Test
    void isFoundHoweverItsSerialIsTyped() {
        String serial = earn().serial();
        assertThat(read(" " + serial.toLowerCase(Locale.ROOT).replace("-", "") + " ")
                        .serial())
                .isEqualTo(serial);
        assertThatThrownBy(() -> read("0000-0000-00000")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> read("x")).isInstanceOf(NotFound.class);
    }

    @Test
    void isRevokedOnceAndNotIssuedAgainByALaterAct() {
        String serial = earn().serial();
        rooms.administrator();
        Certificate revoked = revoke(serial, "issued-in-error");
        rooms.clock.advance(Duration.ofHours(1));
        Certificate again = revoke(serial, "holder-request");
        assertThat(again.reason()).isEqualTo("issued-in-error");
        assertThat(again.changedAt()).isEqualTo(revoked.changedAt());
        assertThat(database.number("select count(*) from audit_entry where action = 'certificate-revoked'"))
                .isEqualTo(1);
        Acting.learner(rooms.caller, learner.id());
        study.take(enrolment, "m1-first", true);
        assertThat(database.number("select count(*) from certificate")).isEqualTo(1);
        assertThat(database.in(() -> study.certificates.of(learner.id()))).isEmpty();
    }

    @Test
    void isSupersededByItsReplacement() {
        Certificate old = earn();
        rooms.administrator();
        Certificate replacement = replace(old.serial(), LocalizedText.of("Rahima Khatun", "রহিমা খাতুন"));
        assertThat(replacement.number()).isEqualTo(2);
        assertThat(replacement.asPrinted().name().en()).isEqualTo("Rahima Khatun");
        assertThat(replacement.asPrinted().institute())
                .isEqualTo(old.asPrinted().institute());
        Certificate superseded = read(old.serial());
        assertThat(superseded.status()).isEqualTo(Status.SUPERSEDED);
        assertThat(superseded.supersededBy()).isEqualTo(replacement.serial());
        assertThat(superseded.asPrinted()).isEqualTo(old.asPrinted());
        assertThat(database.in(() -> study.certificates.of(learner.id())).values())
                .containsExactly(replacement.serial());
        assertThat(replacement.replaces()).isEqualTo(old.serial());
        assertThat(mails("template = 'certificate-replaced' and state = 'queued' and attachment_key = '"
                        + replacement.serial() + "' and content like '%" + old.serial() + "%'"))
                .isEqualTo(1);
        assertThat(mails("template = 'certificate' and state = 'suppressed'"))
                .as("the mail that would still have brought the old one")
                .isEqualTo(1);
    }

    @Test
    void isReplacedOnlyWhileItIsTheValidOne() {
        String old = earn().serial();
        rooms.administrator();
        String replacement = replace(old, null).serial();
        for (Runnable act : List.<Runnable>of(() -> replace(old, null), () -> revoke(old, "correction"))) {
            Conflict refused = catchThrowableOfType(Conflict.class, act::run);
            assertThat(refused).hasMessage("certificate-not-valid");
            assertThat(refused.details()).containsEntry("supersededBy", replacement);
        }
        revoke(replacement, "issued-in-error");
        assertThatThrownBy(() -> replace(replacement, null)).isInstanceOf(Conflict.class);
        assertThat(database.number("select count(*) from certificate")).isEqualTo(2);
        assertThat(database.number("select count(*) from certificate where valid_key is not null"))
                .isZero();
    }

    @Test
    void isToldOfItsRevocationOnceAndInNeutralWords() {
        String serial = earn().serial();
        rooms.administrator();
        revoke(serial, "misconduct-established");
        revoke(serial, "misconduct-established");
        assertThat(mails("template = 'certificate-revoked' and state = 'queued' and content like '%after an inquiry%'"))
                .isEqualTo(1);
        assertThat(mails("content like '%noted inside%'")).isZero();
        assertThat(mails("template = 'certificate' and state = 'suppressed'"))
                .as("the mail that had not left yet")
                .isEqualTo(1);
    }

    @Test
    void keepsTheMailThatHasLeftAlready() {
        String serial = earn().serial();
        database.update("update outbox set state = 'sent'");
        rooms.administrator();
        revoke(serial, "issued-in-error");
        assertThat(mails("template = 'certificate' and state = 'sent'")).isEqualTo(1);
    }

    @Test
    void takesReasonsFromAListAndKeepsOtherWordsInside() {
        String serial = earn().serial();
        rooms.administrator();
        Invalid refused = catchThrowableOfType(Invalid.class, () -> revoke(serial, "made-up-code"));
        assertThat(refused).hasMessage("unknown-reason");
        assertThat(refused.errors().get(0).message()).contains("issued-in-error", "conditions-not-met");
        assertThat(read(serial).status()).isEqualTo(Status.VALID);
        Certificate revoked = revoke(serial, "Mr X of that office told us so");
        assertThat(revoked.reason()).isEqualTo("other");
        assertThat(Reasons.inPublic(revoked).en()).isEqualTo("Withdrawn by the issuing authority");
        assertThat(database.number("select count(*) from certificate where note like 'Mr X%noted inside'"))
                .isEqualTo(1);
    }

    @Test
    void isNotLostWhenTheDiskIsFullAndFollowsOnceThereIsRoom() {
        String serial = earn().serial();
        new RenderPapers(new FullDisk(), new PlugIns()).run();
        assertThat(rooms.enrolment(enrolment).state()).isEqualTo(Enrolment.State.COMPLETED);
        assertThat(read(serial).hasPaper()).isFalse();
        assertThat(stuck(Duration.ZERO).number())
                .as("a moment later nothing is wrong yet")
                .isZero();
        assertThat(stuck(Duration.ofMinutes(11)))
                .isEqualTo(new Certificates.Stuck(1, rooms.clock.instant(), Map.of("being-made", 1L)));
        new RenderPapers(new TransactedPaperWork(rooms, study), new PlugIns()).run();
        assertThat(read(serial).hasPaper()).isTrue();
        assertThat(stuck(Duration.ofMinutes(11)).number()).isZero();
    }

    @Test
    void isTriedAgainWhenItsDesignFailsAndHoldsUpNoOther() {
        String broken = earn().serial();
        database.update("update certificate set design = 'lost'");
        String sound = earnedByAnother();
        RenderPapers job = new RenderPapers(new TransactedPaperWork(rooms, study), new PlugIns());
        job.run();
        assertThat(read(sound).hasPaper()).isTrue();
        assertThat(read(broken).paperTrouble()).isEqualTo("paper-not-made");
        assertThat(stuck(Duration.ZERO))
                .isEqualTo(new Certificates.Stuck(1, rooms.clock.instant(), Map.of("paper-not-made", 1L)));
        database.update("update certificate set design = 'official'");
        job.run();
        assertThat(read(broken).hasPaper()).isTrue();
        assertThat(stuck(Duration.ZERO).number()).isZero();
    }

    @Test
    void allowsOneValidCertificateOfAnAwardWhoeverIssues() {
        String serial = earn().serial();
        assertThatThrownBy(() -> copy(serial, "number + 1", "valid_key")).hasMessageContaining("certificate");
        assertThatThrownBy(() -> copy(serial, "number", "null")).hasMessageContaining("certificate");
        copy(serial, "number + 1", "null");
    }

    /** A second row of the same award, written past the application. */
    private void copy(String serial, String number, String validKey) {
        database.update("insert into certificate (serial, award, number, valid_key, person, institute, status, design,"
                + " paper_stored, issued_on, issued_at, version) select 'copy', award, " + number + ", " + validKey
                + ", person, institute, status, design, paper_stored, issued_on, issued_at, version"
                + " from certificate where serial = '" + serial + "'");
    }

    private String earnedByAnother() {
        Person other = rooms.learner("karim", "nilg");
        EnrolmentId second = rooms.enrol(other, "basics");
        study.read(second, "one");
        study.read(second, "two");
        study.take(second, "m1-first", true);
        return database.in(() -> study.certificates.printedOf(other.id()))
                .get(0)
                .serial();
    }

    private Certificates.Stuck stuck(Duration later) {
        return database.in(
                () -> study.certificates.stuck(rooms.clock.instant().plus(later).minus(Duration.ofMinutes(10))));
    }

    private long mails(String where) {
        return database.number("select count(*) from outbox where " + where);
    }

    private void act() {
        study.read(enrolment, "one");
        study.read(enrolment, "two");
        study.take(enrolment, "m1-first", true);
    }

    private Certificate earn() {
        act();
        return database.in(() -> study.certificates.printedOf(learner.id())).get(0);
    }

    private void rename(String name) {
        database.run(() -> rooms.people
                .find(learner.id())
                .orElseThrow()
                .revise(new Person.Profile(new LocalizedText(name, null), null, null, null, null, null)));
    }

    private Certificate read(String typed) {
        return database.in(() -> study.certificates.printed(typed));
    }

    private PaperWork.@Nullable Order order(String serial) {
        return paperWork.order(serial);
    }

    private void store(String serial, String pdf) {
        paperWork.store(Map.of(serial, pdf.getBytes(StandardCharsets.UTF_8)));
    }

    private Certificate revoke(String serial, String reason) {
        return database.in(() -> change.revoke(serial, reason, "noted inside"));
    }

    private Certificate replace(String serial, @Nullable LocalizedText name) {
        return database.in(() -> change.replace(serial, name, null, "name-correction", null));
    }

    /** The database of a full disk: whatever is written is refused. */
    private final class FullDisk extends TransactedPaperWork {
        FullDisk() {
            super(rooms, study);
        }

        @Override
        void failed(String serial, String because) {
            throw new PersistenceException("no space left on device");
        }

        @Override
        void store(Map<String, byte[]> drawn) {
            throw new PersistenceException("no space left on device");
        }
    }
}
