package org.sopan.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sopan.platform.Seeds;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.TestDatabase;

abstract class OrganizationsRules {
    private static final LocalDate RENAMED = LocalDate.of(2026, 1, 20);
    private final TestDatabase database;
    private final Organizations organizations;

    OrganizationsRules(TestDatabase database) {
        this.database = database;
        organizations = new Organizations(database.entities());
        database.empty();
    }

    @Test
    void knowsTheNameOfTheDayAndTheFormerOnes() {
        seed(Map.of(
                "id",
                "women",
                "type",
                "ministry",
                "names",
                List.of(
                        Map.of("en", "Before", "bn", "আগে", "to", RENAMED.minusDays(1)),
                        Map.of("en", "After", "bn", "পরে", "from", RENAMED))));
        Organization read = organizations.find("women").orElseThrow();
        assertThat(read.nameOn(RENAMED.minusDays(1))).isEqualTo(LocalizedText.of("Before", "আগে"));
        assertThat(read.nameOn(RENAMED)).isEqualTo(LocalizedText.of("After", "পরে"));
        assertThat(read.formerNames(RENAMED)).containsExactly(LocalizedText.of("Before", "আগে"));
        assertThat(read.formerNames(RENAMED.minusDays(1))).isEmpty();
    }

    @Test
    void isSeededOnceAndLeavesWhatWasChangedSince() {
        Map<String, Object> first = Map.of("id", "x", "type", "institute", "names", List.of(Map.of("en", "Old")));
        seed(first);
        database.update("update organization_name set name_en = 'Renamed by hand'");
        seed(first);
        assertThat(organizations.institute("x").nameOn(RENAMED).en()).isEqualTo("Renamed by hand");
        assertThat(database.number("select count(*) from organization_name")).isEqualTo(1);
    }

    @Test
    void holdsTheNineInstitutesAndThe39InATree() {
        List<Seeds.Entry> seeds = Seeds.read("organizations.yaml").list("organizations");
        database.run(() -> organizations.seed(seeds));
        database.run(() -> organizations.seed(seeds));
        database.run(organizations::read);
        assertThat(organizations.list("institute"))
                .extracting(Organization::id)
                .containsExactlyInAnyOrder("bpatc", "nilg", "ipf", "cme", "niport", "bard", "biam", "bapard", "napd");
        assertThat(seeds.stream()
                        .filter(entry -> Boolean.TRUE.equals(entry.fields().get("seed39"))))
                .hasSize(39);
        assertThat(organizations.list(null)).hasSize(seeds.size()).allSatisfy(organization -> {
            assertThat(organization.nameOn(RENAMED).en()).isNotBlank();
            assertThat(organization.nameOn(RENAMED).bn()).isNotBlank();
            assertThat(organization.parent() == null
                            || organizations.find(organization.parent()).isPresent())
                    .isTrue();
        });
    }

    @Test
    void tellsInstitutesFromTheRest() {
        seed(Map.of("id", "m", "type", "ministry", "names", List.of(Map.of("en", "Ministry"))));
        assertThatThrownBy(() -> organizations.institute("m")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> organizations.institute("nowhere")).isInstanceOf(NotFound.class);
    }

    private void seed(Map<String, Object> entry) {
        database.run(() -> organizations.seed(List.of(new Seeds.Entry(entry))));
        database.run(organizations::read);
    }
}
