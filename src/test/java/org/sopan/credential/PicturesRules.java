package org.sopan.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sopan.credential.SigningActs.png;
import static org.sopan.credential.SigningActs.signedWith;
import static org.sopan.credential.SigningActs.terms;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.testing.AtOnce;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class PicturesRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final SigningActs desk;

    PicturesRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database);
        desk = new SigningActs(rooms);
        rooms.administrator();
    }

    @Test
    void areStoredOnceHoweverOftenTheyAreBrought() {
        String key = desk.keep(png(0x0B4F3E));
        assertThat(desk.keep(png(0x0B4F3E))).isEqualTo(key).matches("[0-9a-f]{64}");
        assertThat(desk.keep(png(0xFFFFFF))).isNotEqualTo(key);
        assertThat(database.number("select count(*) from picture")).isEqualTo(2);
        assertThat(database.in(() -> new Pictures(rooms.entities).find(key)).orElseThrow())
                .satisfies(picture -> assertThat(picture.width()).isEqualTo(40));
    }

    @Test
    void goOnlyIfNobodyEverUsedThem() {
        String unused = desk.keep(png(1));
        desk.forget(unused);
        desk.forget(unused);
        assertThatThrownBy(() -> database.in(() -> new ReadPicture(desk.pictures).png(unused)))
                .isInstanceOf(NotFound.class);
        String emblem = desk.keep(png(2));
        desk.fill("emblem", null, emblem);
        desk.fill("emblem", null, null);
        assertThatThrownBy(() -> desk.forget(emblem)).isInstanceOf(Conflict.class);
        String signature = desk.keep(png(3));
        desk.add(signedWith(terms("First"), signature));
        assertThatThrownBy(() -> desk.forget(signature)).isInstanceOf(Conflict.class);
        assertThat(database.number("select count(*) from picture")).isEqualTo(2);
    }

    @Test
    void anInstitutesOwnLogoComesBeforeEverybodys() {
        String emblem = desk.keep(png(1));
        String logo = desk.keep(png(2));
        String own = desk.keep(png(3));
        desk.fill("emblem", null, emblem);
        desk.fill("logo", null, logo);
        desk.fill("logo", "nilg", own);
        assertThat(slots("nilg")).isEqualTo(Map.of("emblem", emblem, "logo", own));
        assertThat(slots("bard")).isEqualTo(Map.of("emblem", emblem, "logo", logo));
        desk.fill("logo", "nilg", null);
        assertThat(slots("nilg")).isEqualTo(Map.of("emblem", emblem, "logo", logo));
    }

    @Test
    void fillASlotInPlaceOfAnEarlierOneWhichIsRemembered() {
        String first = desk.keep(png(1));
        String second = desk.keep(png(2));
        desk.fill("emblem", null, first);
        desk.fill("emblem", null, second);
        desk.fill("emblem", null, second);
        assertThat(slots("nilg")).isEqualTo(Map.of("emblem", second));
        assertThat(database.number("select count(*) from picture_slot")).isEqualTo(2);
        assertThat(database.number("select count(*) from audit_entry where action = 'slot-filled'"))
                .isEqualTo(2);
    }

    @Test
    void twoAtOnceFillASlotOneAfterTheOther() {
        String first = desk.keep(png(1));
        String second = desk.keep(png(2));
        AtOnce.overlap(
                database,
                () -> desk.fillSlot.fill("logo", null, first),
                () -> desk.fillSlot.fill("logo", null, second));
        assertThat(slots("nilg")).isEqualTo(Map.of("logo", second));
        assertThat(database.number("select count(*) from picture_slot")).isEqualTo(2);
    }

    @Test
    void standOnlyInSlotsThatThereAre() {
        String emblem = desk.keep(png(1));
        assertThatThrownBy(() -> desk.fill("footer", null, emblem)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.fill("emblem", "nilg", emblem)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.fill("logo", "nowhere", emblem)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.fill("logo", null, "no-picture")).isInstanceOf(Invalid.class);
        assertThat(database.number("select count(*) from picture_slot")).isZero();
    }

    private Map<String, String> slots(String institute) {
        return database.in(() -> desk.slots.of(institute));
    }
}
