package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.identity.ProfileChange.Text;
import org.sopan.platform.Acting;
import org.sopan.platform.Role;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Forbidden;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class ProfileRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final Printings printed = new Printings();
    private final PeopleInCare inCare;
    private final ChangeProfile changeProfile;
    private final Person learner;

    ProfileRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database);
        inCare = new PeopleInCare(rooms.people, rooms.caller);
        changeProfile = new ChangeProfile(inCare, rooms.people, printed, rooms.caller, rooms.audit);
        learner = rooms.learner("rahima", "bpatc");
        Acting.learner(rooms.caller, learner.id());
    }

    @Test
    void changesOneselfAndLeavesWhatIsNotNamed() {
        own(new ProfileChange(
                null, new Text("Deputy  Director", null), "Training", "০১৭১২-৩৪৫৬৭৮", null, "bn", "female"));
        own(new ProfileChange(null, new Text(null, "উপপরিচালক"), null, null, null, null, null));
        Person.Profile kept = read().profile();
        assertThat(kept.designation()).isEqualTo(LocalizedText.of("Deputy Director", "উপপরিচালক"));
        assertThat(kept.unit()).isEqualTo("Training");
        assertThat(kept.phone()).isEqualTo("+8801712345678");
        assertThat(kept.language()).isEqualTo(Language.BN);
        assertThat(kept.sex()).isEqualTo(Person.Sex.FEMALE);
        assertThat(kept.name()).isEqualTo(learner.name());
    }

    @Test
    void clearsWhatIsGivenEmptyButNeverTheLastName() {
        own(new ProfileChange(null, new Text("Director", null), "Training", "01712345678", null, null, "other"));
        own(new ProfileChange(new Text(null, " "), new Text("", null), "", "", null, null, ""));
        Person.Profile kept = read().profile();
        assertThat(kept.name()).isEqualTo(new LocalizedText("rahima", null));
        assertThat(kept.designation()).isNull();
        assertThat(kept.unit()).isNull();
        assertThat(kept.phone()).isNull();
        assertThat(kept.sex()).isNull();
        assertRefused("name", () -> own(name("", "")));
    }

    @Test
    void refusesWhatCannotBe() {
        assertRefused("phone", () -> own(new ProfileChange(null, null, null, "call me", null, null, null)));
        assertRefused("language", () -> own(new ProfileChange(null, null, null, null, null, "fr", null)));
        assertRefused("sex", () -> own(new ProfileChange(null, null, null, null, null, null, "x")));
        assertRefused("unit", () -> own(new ProfileChange(null, null, "u".repeat(301), null, null, null, null)));
        assertRefused("name", () -> own(name("n".repeat(301), null)));
    }

    @Test
    void changesANameUntilACertificateCarriesIt() {
        own(name("Rahima Khatun", null));
        assertThat(read().name()).isEqualTo(LocalizedText.of("Rahima Khatun", "নাম rahima"));
        printed.add(learner, "0000-0000-00000", LocalizedText.of("Rahima Khatun", "নাম rahima"), null, false);
        assertConflict("name-on-certificate", () -> own(name("Rahima Begum", null)));
        assertConflict("name-on-certificate", () -> own(name(null, "")));
        own(name("Rahima Khatun", "নাম rahima"));
        own(new ProfileChange(null, new Text("Director", null), null, null, null, null, null));
        assertThat(read().name()).isEqualTo(LocalizedText.of("Rahima Khatun", "নাম rahima"));
    }

    @Test
    void takesAMissingLanguageEvenWhenTheOtherIsPrinted() {
        database.update("update person set name_bn = null");
        printed.add(learner, "0000-0000-00000", new LocalizedText("rahima", null), null, true);
        own(name(null, "রহিমা"));
        assertThat(read().name()).isEqualTo(LocalizedText.of("rahima", "রহিমা"));
    }

    @Test
    void movesThePlaceInListsWithTheName() {
        String before = sortKey();
        own(name(null, "অনিতা"));
        assertThat(sortKey()).isNotEqualTo(before).isEqualTo(SortKey.of("অনিতা"));
    }

    @Test
    void letsACoordinatorChangeHerOwnPeopleByTheSameRule() {
        rooms.coordinator("bpatc");
        change(learner.id(), new ProfileChange(new Text("Rahima", null), null, null, null, "৪৭১১", null, null));
        assertThat(read().serviceId()).isEqualTo("4711");
        printed.add(learner, "0000-0000-00000", LocalizedText.of("Rahima", "নাম rahima"), null, true);
        assertConflict("name-on-certificate", () -> change(learner.id(), name("Someone", null)));
    }

    @Test
    void isNotKnownToACoordinatorElsewhereNorChangedByAViewer() {
        rooms.coordinator("nilg");
        assertThatThrownBy(() -> change(learner.id(), name("X", null))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> database.in(() -> inCare.read(learner.id()))).isInstanceOf(NotFound.class);
        Acting.viewer(rooms.caller, new PersonId(rooms.randomness.id()), Set.of("bpatc"));
        assertThat(database.in(() -> inCare.read(learner.id()))).isEqualTo(learner);
        assertThatThrownBy(() -> change(learner.id(), name("X", null))).isInstanceOf(NotFound.class);
    }

    @Test
    void leavesThoseWithAStaffRoleToAdministrators() {
        PersonId colleague = rooms.learner("colleague", "bpatc").id();
        database.run(() -> rooms.people.grant(colleague, Role.VIEWER, "bpatc"));
        rooms.coordinator("bpatc");
        assertThatThrownBy(() -> change(colleague, name("X", null))).isInstanceOf(Forbidden.class);
        rooms.administrator();
        change(colleague, name("X", null));
        assertThat(database.in(() -> rooms.people.find(colleague)).orElseThrow().nameIn(Language.EN))
                .isEqualTo("X");
    }

    @Test
    void refusesTheServiceIdOfAnother() {
        rooms.coordinator("bpatc");
        PersonId other = rooms.learner("other", "nilg").id();
        change(learner.id(), serviceId("4711"));
        change(learner.id(), serviceId("4711"));
        rooms.administrator();
        assertRefused("serviceId", () -> change(other, serviceId(" 4711")));
    }

    @Test
    void tellsTheTrailWhichFieldsButNotWhatTheySay() {
        own(new ProfileChange(null, null, "Library", "01712345678", null, null, null));
        own(new ProfileChange(null, null, "Library", "01712345678", null, null, null));
        assertThat(
                        database.number(
                                "select count(*) from audit_entry where action = 'profile-changed'"
                                        + " and details like '%unit phone%' and details like '%bpatc%' and details not like '%Library%'"))
                .isEqualTo(1);
        assertThat(database.number("select count(*) from audit_entry")).isEqualTo(1);
    }

    private static ProfileChange name(@Nullable String en, @Nullable String bn) {
        return new ProfileChange(new Text(en, bn), null, null, null, null, null, null);
    }

    private static ProfileChange serviceId(String id) {
        return new ProfileChange(null, null, null, null, id, null, null);
    }

    private Person own(ProfileChange change) {
        return database.in(() -> changeProfile.own(change));
    }

    private Person change(PersonId id, ProfileChange change) {
        return database.in(() -> changeProfile.of(id, change));
    }

    private Person read() {
        return database.in(() -> rooms.people.find(learner.id())).orElseThrow();
    }

    private String sortKey() {
        return database.in(() -> (String) rooms.entities
                .createNativeQuery("select sort_bn from person where email = 'rahima@sopan.example'")
                .getSingleResult());
    }

    private static void assertRefused(String field, ThrowingCallable act) {
        Invalid refused = catchThrowableOfType(Invalid.class, act);
        assertThat(refused.errors()).extracting(error -> error.field()).containsExactly(field);
    }

    private static void assertConflict(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Conflict.class).hasMessage(code);
    }
}
