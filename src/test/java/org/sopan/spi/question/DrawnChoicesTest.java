package org.sopan.spi.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawnChoicesTest {
    @Test
    void drawsEveryOrderEquallyOften() {
        Random random = new Random(1);
        Map<List<String>, Integer> times = new HashMap<>();
        for (int i = 0; i < 6000; i++) {
            DrawnChoices drawn = DrawnChoices.of(DrawnChoices.draw(List.of("a", "b", "c"), random));
            times.merge(drawn.ids().stream().map(drawn::authorsId).toList(), 1, Integer::sum);
        }
        assertThat(times).hasSize(6);
        assertThat(times.values()).allSatisfy(number -> assertThat(number).isBetween(900, 1100));
    }

    @Test
    void givesEachChoiceAnIdOfItsOwnThatIsNewInEachAttempt() {
        List<String> authors =
                IntStream.range(0, 2000).mapToObj(Integer::toString).toList();
        Random random = new Random(2);
        DrawnChoices first = DrawnChoices.of(DrawnChoices.draw(authors, random));
        assertThat(first.ids()).hasSize(2000).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z2-9]{4}"));
        assertThat(authors)
                .allSatisfy(id -> assertThat(first.authorsId(first.idOf(id))).isEqualTo(id));
        DrawnChoices second = DrawnChoices.of(DrawnChoices.draw(authors, random));
        assertThat(second.idOf("0")).isNotEqualTo(first.idOf("0"));
    }

    @Test
    void knowsNoOtherIds() {
        DrawnChoices drawn = DrawnChoices.of(DrawnChoices.draw(List.of("a", "b"), new Random(3)));
        assertThat(drawn.authorsId("a")).isNull();
    }
}
