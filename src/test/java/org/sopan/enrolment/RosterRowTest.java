package org.sopan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RosterRowTest {
    @Test
    void leavesNoJoinerInAddressAndServiceIdButInNames() {
        RosterRow row = row(Map.of(
                "email", "Rahi\u200Dma@sopan.example\u200C",
                "service_id", "২০১৫\u200D-৪৭",
                "name_bn", "র\u200D্যাব খান"));
        assertThat(row.errors()).isEmpty();
        assertThat(row.address()).isEqualTo("rahima@sopan.example");
        assertThat(row.value(RosterColumn.email)).isEqualTo("Rahima@sopan.example");
        assertThat(row.serviceId()).isEqualTo("2015-47");
        assertThat(row.value(RosterColumn.name_bn)).isEqualTo("র\u200D্যাব খান");
    }

    @Test
    void takesACellOfNothingButJoinersForEmpty() {
        RosterRow row = row(Map.of("email", "a@sopan.example", "service_id", "\u200D", "name_en", "A"));
        assertThat(row.errors()).isEmpty();
        assertThat(row.serviceId()).isNull();
    }

    private static RosterRow row(Map<String, String> texts) {
        return RosterRow.of(2, new RosterCells(texts, List.of(), Map.of(), Map.of()), List.of());
    }
}
