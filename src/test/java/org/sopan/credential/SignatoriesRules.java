package org.sopan.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sopan.credential.SigningActs.between;
import static org.sopan.credential.SigningActs.of;
import static org.sopan.credential.SigningActs.signedWith;
import static org.sopan.credential.SigningActs.terms;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted;
import org.sopan.testing.AtOnce;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

abstract class SignatoriesRules {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private final TestDatabase database;
    private final Rooms rooms;
    private final SigningActs desk;

    SignatoriesRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        desk = new SigningActs(rooms);
        rooms.administrator();
    }

    @Test
    void theClosestTermsWinInEachPlace() {
        desk.add(terms("Everybody"));
        desk.add(of(terms("Second"), null, null, 2));
        assertThat(signing("nilg", "completion")).containsExactly("Everybody", "Second");
        desk.add(of(terms("Of the award"), null, "completion", 1));
        assertThat(signing("nilg", "completion")).containsExactly("Of the award", "Second");
        assertThat(signing("nilg", "certified-trainer")).containsExactly("Everybody", "Second");
        desk.add(of(terms("Of the institute"), "nilg", null, 1));
        assertThat(signing("nilg", "completion")).containsExactly("Of the institute", "Second");
        assertThat(signing("bard", "completion")).containsExactly("Of the award", "Second");
        desk.add(of(terms("Of both"), "nilg", "completion", 1));
        assertThat(signing("nilg", "completion")).containsExactly("Of both", "Second");
        assertThat(signing("nilg", "certified-trainer")).containsExactly("Of the institute", "Second");
    }

    @Test
    void theClosestTermsWinAlsoIfTheyCameFirst() {
        desk.add(of(terms("Of both"), "nilg", "completion", 1));
        desk.add(of(terms("Of the institute"), "nilg", null, 1));
        desk.add(of(terms("Of the award"), null, "completion", 1));
        desk.add(terms("Everybody"));
        assertThat(signing("nilg", "completion")).containsExactly("Of both");
        assertThat(signing("nilg", "certified-trainer")).containsExactly("Of the institute");
        assertThat(signing("bard", "completion")).containsExactly("Of the award");
        assertThat(signing("bard", "certified-trainer")).containsExactly("Everybody");
    }

    @Test
    void standFromLeftToRightWhateverCameFirst() {
        desk.add(of(terms("Right"), null, null, 3));
        desk.add(of(terms("Left"), null, null, 1));
        assertThat(signing("nilg", "completion")).containsExactly("Left", "Right");
    }

    @Test
    void signOnTheirDaysFirstAndLastIncluded() {
        desk.add(between(terms("November"), LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)));
        assertThat(on(LocalDate.of(2026, 10, 31))).isEmpty();
        assertThat(on(LocalDate.of(2026, 11, 1))).containsExactly("November");
        assertThat(on(LocalDate.of(2026, 11, 30))).containsExactly("November");
        assertThat(on(LocalDate.of(2026, 12, 1))).isEmpty();
    }

    @Test
    void twoForOnePlaceOnOneDayAreRefusedByName() {
        Signatory first = desk.add(terms("First"));
        Conflict refused = catchThrowableOfType(
                Conflict.class, () -> desk.add(between(terms("Second"), LocalDate.of(2027, 1, 1), null)));
        assertThat(refused).hasMessage("place-taken");
        assertThat(refused.details())
                .containsEntry("signatory", first.id().toString())
                .containsEntry("name", "First")
                .containsEntry("from", "2026-01-01");
        desk.add(between(terms("Before"), LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)));
        assertThat(database.number("select count(*) from signatory")).isEqualTo(2);
    }

    @Test
    void theSameAgainIsTheOneThatIsThere() {
        Signatory first = desk.add(terms("First"));
        assertThat(desk.add(terms("First")).id()).isEqualTo(first.id());
        assertThat(database.number("select count(*) from signatory")).isEqualTo(1);
        assertThat(database.number("select count(*) from audit_entry where action = 'signatory-added'"))
                .isEqualTo(1);
    }

    @Test
    void ofTwoAtOnceTheFirstGetsThePlace() {
        AtOnce.overlap(database, () -> desk.addSignatory.add(terms("First")), () -> assertThatThrownBy(
                        () -> desk.addSignatory.add(terms("Second")))
                .isInstanceOf(Conflict.class));
        assertThat(on(DAY)).containsExactly("First");
    }

    @Test
    void makeRoomForTheirSuccessorWhenTheyEnd() {
        Signatory first = desk.add(terms("First"));
        desk.end(first, DAY.minusDays(1));
        desk.add(between(terms("Successor"), DAY, null));
        assertThat(on(DAY.minusDays(1))).containsExactly("First");
        assertThat(on(DAY)).containsExactly("Successor");
    }

    @Test
    void endOnceAndNeverLater() {
        Signatory first = desk.add(terms("First"));
        desk.end(first, DAY);
        assertThat(desk.end(first, DAY).until()).isEqualTo(DAY);
        assertThatThrownBy(() -> desk.end(first, DAY.plusDays(1))).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> desk.end(first, DAY.minusDays(2))).isInstanceOf(Invalid.class);
        assertThat(database.number("select count(*) from audit_entry where action = 'signatory-ended'"))
                .isEqualTo(1);
    }

    @Test
    void neverSignIfTheyAreEndedBeforeTheyBegin() {
        Signatory mistaken = desk.add(between(terms("Mistaken"), DAY.plusDays(5), null));
        desk.end(mistaken, DAY);
        desk.add(between(terms("Right"), DAY.plusDays(1), null));
        assertThat(on(DAY.plusDays(6))).containsExactly("Right");
    }

    @Test
    void oneWhoCouldNotBePrintedIsRefusedBeforeAnyPaperIs() {
        Signatory.Terms unprintable = new Signatory.Terms(
                LocalizedText.of("李", "লি"),
                LocalizedText.of("Director", "পরিচালক"),
                "bard",
                null,
                null,
                1,
                null,
                DAY,
                null);
        assertThatThrownBy(() -> desk.add(unprintable))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.code()).isEqualTo("unprintable-character"));
        Signatory.Terms wordy = new Signatory.Terms(
                LocalizedText.of("Somebody", "কেউ"),
                LocalizedText.of("Director ".repeat(30), "পরিচালক ".repeat(30)),
                "bard",
                null,
                null,
                1,
                null,
                DAY,
                null);
        assertThatThrownBy(() -> desk.add(wordy))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.code()).isEqualTo("text-does-not-fit"));
    }

    @Test
    void whatIsNotThereIsRefusedByField() {
        assertThat(field(of(terms("x"), "nowhere", null, 1))).isEqualTo("institute");
        assertThat(field(signedWith(terms("x"), "no-picture"))).isEqualTo("signature");
        assertThat(field(between(terms("x"), DAY, DAY.minusDays(1)))).isEqualTo("until");
        assertThat(database.number("select count(*) from signatory")).isZero();
    }

    private @Nullable String field(Signatory.Terms terms) {
        Invalid refused = catchThrowableOfType(Invalid.class, () -> desk.add(terms));
        return refused.errors().get(0).field();
    }

    @Test
    void standOnTheCertificatesIssuedFromThenOnAndStay() {
        String signature = desk.keep(SigningActs.png(0x1B2F7A));
        Signatory first = desk.add(of(signedWith(terms("First"), signature), "nilg", "completion", 1));
        Study study = new Study(rooms);
        Certificate earned = earn(study, "rahima");
        assertThat(earned.asPrinted().signatories()).singleElement().satisfies(printed -> {
            assertThat(printed.name().en()).isEqualTo("First");
            assertThat(printed.organization().en()).isEqualTo("Rural Development Academy");
            assertThat(printed.signature()).isEqualTo(signature);
        });
        desk.end(first, DAY.minusDays(1));
        assertThat(earn(study, "karim").asPrinted().signatories()).isEmpty();
        assertThat(database.in(() -> study.certificates.printed(earned.serial()))
                        .asPrinted()
                        .signatories())
                .hasSize(1);
    }

    @Test
    void areThoseOfTodayOnAReplacement() {
        Study study = new Study(rooms);
        Certificate unsigned = earn(study, "rahima");
        desk.add(terms("First"));
        ChangeCertificate change = study.changeCertificate;
        Certificate replacement =
                database.in(() -> change.replace(unsigned.serial(), null, null, "name-correction", null));
        assertThat(replacement.asPrinted().signatories())
                .extracting(AsPrinted.Signatory::name)
                .extracting(LocalizedText::en)
                .containsExactly("First");
    }

    private Certificate earn(Study study, String name) {
        var learner = rooms.learner(name, "nilg");
        var enrolment = rooms.enrol(learner, "basics");
        study.read(enrolment, "one");
        study.read(enrolment, "two");
        study.take(enrolment, "m1-first", true);
        return database.in(() -> study.certificates.printedOf(learner.id())).get(0);
    }

    private List<@Nullable String> on(LocalDate day) {
        return names(day, "nilg", "completion");
    }

    private List<@Nullable String> signing(String institute, String kind) {
        return names(DAY, institute, kind);
    }

    private List<@Nullable String> names(LocalDate day, String institute, String kind) {
        return database.in(() -> desk.signatories.on(day, institute, kind).stream()
                .map(signatory -> signatory.terms().name().en())
                .toList());
    }
}
