package org.sopan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sopan.course.AwardRule;
import org.sopan.course.Catalogue;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/** What a person can earn in each course, met or not, with the conditions and the certificate's serial. */
@ApplicationScoped
public class MyAwards {
    private final Standings standings;
    private final Catalogue catalogue;
    private final Awards awards;
    private final Instance<AwardSerials> serials;

    @Inject
    public MyAwards(Standings standings, Catalogue catalogue, Awards awards, @Any Instance<AwardSerials> serials) {
        this.standings = standings;
        this.catalogue = catalogue;
        this.awards = awards;
        this.serials = serials;
    }

    /** Knows the valid certificate of an award; {@code credential} supplies it. */
    public interface AwardSerials {
        Map<UUID, String> of(PersonId person);
    }

    /** An award as its earner sees it. */
    public record AwardState(
            String kind,
            LocalizedText title,
            @Nullable String course,
            boolean met,
            List<Standing.ConditionState> conditions,
            @Nullable String serial) {}

    public List<AwardState> of(PersonId person) {
        Map<String, Award> met = awards.of(person).stream()
                .collect(Collectors.toMap(
                        award -> award.kind() + "/" + award.enrolment(), award -> award, (first, second) -> first));
        Map<UUID, String> certificates = serials.get().of(person);
        List<AwardState> states = new ArrayList<>();
        for (Standing standing : standings.ofPerson(person)) {
            for (AwardRule rule : catalogue.awards(standing.course().id())) {
                Award award = met.get(rule.kind() + "/" + standing.enrolment().id());
                states.add(new AwardState(
                        rule.kind(),
                        rule.title(),
                        standing.course().id(),
                        award != null,
                        rule.asCourse() ? standing.conditions() : standing.conditions(rule.conditions()),
                        award == null ? null : certificates.get(award.id())));
            }
        }
        return states;
    }
}
