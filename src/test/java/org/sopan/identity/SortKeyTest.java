package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SortKeyTest {
    @Test
    void followsTheBanglaAlphabet() {
        List<String> sorted = List.of("ক্ষমা", "আনোয়ার", "হাসান", "খালেদা", "কামাল", "অরুণ").stream()
                .sorted(Comparator.comparing(SortKey::of))
                .toList();
        assertThat(sorted).containsExactly("অরুণ", "আনোয়ার", "কামাল", "ক্ষমা", "খালেদা", "হাসান");
    }

    @Test
    void takesComposedAndDecomposedLettersForTheSame() {
        assertThat(SortKey.of("রা\u09DF")).isEqualTo(SortKey.of("রা\u09AF\u09BC"));
    }

    @Test
    void doesNotCountJoiners() {
        assertThat(SortKey.of("র\u200D্যাব")).isEqualTo(SortKey.of("র্যাব"));
    }

    @Test
    void sortsEnglishNamesWithoutRegardToCaseFirst() {
        List<String> sorted = List.of("kamal", "Jamal", "Lata", "Kamal").stream()
                .sorted(Comparator.comparing(SortKey::of))
                .toList();
        assertThat(sorted).containsExactly("Jamal", "kamal", "Kamal", "Lata");
    }
}
