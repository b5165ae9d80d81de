package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.platform.Acting;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class FindPeopleRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final FindPeople findPeople;

    FindPeopleRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database);
        findPeople = new FindPeople(rooms.entities, rooms.people, rooms.caller);
        add("rahima", "bpatc", "Rahima Khatun", "রহিমা খাতুন", "+8801712345678", "4711");
        add("joy", "bpatc", "Joy Barua", "জয় বড়ুয়া", null, null);
        add("rab", "bpatc", "Rab Mia", "র\u200Dযাব মিয়া", null, null);
        add("nipa", "nilg", "Nipa Khatun", "নিপা খাতুন", null, "99");
        rooms.administrator();
    }

    @Test
    void findsByNameInEitherLanguageByMailPhoneAndServiceId() {
        assertThat(emails("khat")).containsExactly("nipa", "rahima");
        assertThat(emails("KHATUN rahi")).containsExactly("rahima");
        assertThat(emails("খাতুন")).containsExactly("nipa", "rahima");
        assertThat(emails("nipa@sopan")).containsExactly("nipa");
        assertThat(emails("01712345678")).containsExactly("rahima");
        assertThat(emails("৪৭১১")).containsExactly("rahima");
        assertThat(emails("nobody")).isEmpty();
    }

    @Test
    void findsComposedAndDecomposedLettersAndDoesNotMindJoiners() {
        assertThat(emails("জ\u09DF")).containsExactly("joy");
        assertThat(emails("জ\u09AF\u09BC")).containsExactly("joy");
        database.update("update person set name_bn = 'জ\u09DF' where email = 'joy@sopan.example'");
        assertThat(emails("জ\u09AF\u09BC")).containsExactly("joy");
        assertThat(emails("রযাব")).containsExactly("rab");
        assertThat(emails("র\u200Cযাব")).containsExactly("rab");
    }

    @Test
    void takesSignsOfAPatternAsTheyAre() {
        assertThat(emails("%")).isEmpty();
        assertThat(emails("_")).isEmpty();
        assertThat(emails("!")).isEmpty();
        assertThat(emails("'")).isEmpty();
    }

    @Test
    void ordersByTheReadersLanguageAndPages() {
        assertThat(find("bpatc", null, null, Language.BN, 0, 50).items())
                .extracting(person -> person.nameIn(Language.EN))
                .containsExactly("Joy Barua", "Rab Mia", "Rahima Khatun");
        Page<Person> second = find(null, null, "invited", Language.EN, 1, 2);
        assertThat(second.total()).isEqualTo(5);
        assertThat(second.items())
                .extracting(person -> person.nameIn(Language.EN))
                .containsExactly("Nipa Khatun", "Rab Mia");
    }

    @Test
    void showsACoordinatorAndAViewerTheirOwnOnly() {
        rooms.coordinator("nilg");
        assertThat(emails("khatun")).containsExactly("nipa");
        assertThat(emails("4711")).isEmpty();
        assertThatThrownBy(() -> find("bpatc", null, null, Language.EN, 0, 50)).isInstanceOf(NotFound.class);
        Acting.viewer(rooms.caller, new PersonId(rooms.randomness.id()), Set.of("bpatc"));
        assertThat(emails("khatun")).containsExactly("rahima");
        Acting.learner(rooms.caller, new PersonId(rooms.randomness.id()));
        assertThat(emails("khatun")).isEmpty();
    }

    @Test
    void findsByStateAndShowsNobodyWhoIsClosed() {
        database.update("update person set password_hash = 'x' where email = 'joy@sopan.example'");
        database.update("update person set active = false where email = 'rab@sopan.example'");
        database.update("update person set erased_at = created_at, active = false where email = 'nipa@sopan.example'");
        assertThat(emails(null)).containsExactly("administrator", "joy", "rab", "rahima");
        assertThat(inState("active")).containsExactly("joy");
        assertThat(inState("deactivated")).containsExactly("rab");
        assertThat(inState("erased")).containsExactly("nipa");
        assertThat(inState("merged")).isEmpty();
        assertThatThrownBy(() -> inState("gone")).isInstanceOf(Invalid.class);
        rooms.coordinator("nilg");
        assertThat(inState("erased")).isEmpty();
    }

    private List<String> emails(@Nullable String words) {
        return names(find(null, words, null, Language.EN, 0, 50));
    }

    private List<String> inState(String state) {
        return names(find(null, null, state, Language.EN, 0, 50));
    }

    private static List<String> names(Page<Person> found) {
        assertThat(found.total()).isEqualTo(found.items().size());
        return found.items().stream()
                .map(person -> person.email().replace("@sopan.example", ""))
                .toList();
    }

    private Page<Person> find(
            @Nullable String institute,
            @Nullable String words,
            @Nullable String state,
            Language reader,
            int page,
            int size) {
        return database.in(() -> findPeople.find(new FindPeople.Wanted(institute, words, state), reader, page, size));
    }

    private void add(
            String email, String institute, String en, String bn, @Nullable String phone, @Nullable String serviceId) {
        database.run(() -> rooms.people.add(new Person(
                new PersonId(rooms.randomness.id()),
                email + "@sopan.example",
                new Person.Profile(LocalizedText.of(en, bn), null, null, phone, serviceId, Language.BN),
                institute,
                rooms.clock.instant())));
    }
}
