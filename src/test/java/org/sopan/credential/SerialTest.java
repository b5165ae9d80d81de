package org.sopan.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SerialTest {
    private static final String DRAWN = Serial.draw(new Random(1)::nextInt);

    /** The example of the Global Release Identifier standard, whose check character is ISO 7064 MOD 37,36. */
    @Test
    void checksAsIso7064Does() {
        assertThat(Serial.check("A12425GABC1234002")).isEqualTo('M');
    }

    @Test
    void hasTwelveDigitsAndACheckCharacterThatCannotBeMisread() {
        Random random = new Random(7);
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            String serial = Serial.draw(random::nextInt);
            assertThat(serial).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}");
            assertThat(Serial.read(serial)).contains(serial);
            drawn.add(serial);
        }
        assertThat(drawn).hasSize(2_000);
    }

    @Test
    void readsWhatPeopleType() {
        Stream<UnaryOperator<String>> spellings = Stream.of(
                serial -> serial.toLowerCase(Locale.ROOT),
                serial -> serial.replace("-", ""),
                serial -> "  " + serial.replace("-", " - ") + "\n");
        assertThat(spellings.map(spelling -> Serial.read(spelling.apply(DRAWN))))
                .allSatisfy(read -> assertThat(read).contains(DRAWN));
    }

    @Test
    void readsLettersThatLookLikeDigits() {
        String serial = withOnesAndNoughts();
        for (String one : new String[] {"I", "L", "i", "l"}) {
            for (String nought : new String[] {"O", "o"}) {
                assertThat(Serial.read(serial.replace("1", one).replace("0", nought)))
                        .contains(serial);
            }
        }
    }

    @Test
    void noticesEveryWrongCharacter() {
        String plain = DRAWN.replace("-", "");
        for (int i = 0; i < plain.length(); i++) {
            for (char other : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray()) {
                if (other != plain.charAt(i)) {
                    assertThat(Serial.read(plain.substring(0, i) + other + plain.substring(i + 1)))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void noticesNeighboursThatChangedPlaces() {
        String plain = DRAWN.replace("-", "");
        for (int i = 0; i + 1 < plain.length(); i++) {
            if (plain.charAt(i) != plain.charAt(i + 1)) {
                String swapped = plain.substring(0, i) + plain.charAt(i + 1) + plain.charAt(i) + plain.substring(i + 2);
                assertThat(Serial.read(swapped)).isEmpty();
            }
        }
    }

    @Test
    void refusesWhatCannotBeOne() {
        for (String typed : new String[] {"", "-", DRAWN + "0", DRAWN.substring(1), "U" + DRAWN.substring(1), "সনদ"}) {
            assertThat(Serial.read(typed)).as(typed).isEmpty();
        }
    }

    private static String withOnesAndNoughts() {
        Random random = new Random(3);
        while (true) {
            String serial = Serial.draw(random::nextInt);
            if (serial.contains("1") && serial.contains("0")) {
                return serial;
            }
        }
    }
}
