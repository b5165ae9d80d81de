package org.sopan.course;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sopan.shared.LocalizedText;

/** The courses in order, the modules each institute requires of its people, and what can be earned. */
public record Programme(
        LocalizedText title, List<String> courses, Map<String, Set<String>> tracks, List<AwardRule> awards) {

    public Programme {
        courses = List.copyOf(courses);
        tracks = Map.copyOf(tracks);
        awards = List.copyOf(awards);
    }
}
