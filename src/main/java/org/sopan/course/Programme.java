package org.sopan.course;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sopan.shared.LocalizedText;

/**
 * The courses in order, the modules each institute requires of its people, and what can be earned. Like a course it is
 * read in editions: what was met under one is met.
 *
 * @param awards in an edition that is live, only those over the whole programme; the courses bring their own
 */
public record Programme(
        String release,
        LocalizedText title,
        List<String> courses,
        Map<String, Set<String>> tracks,
        List<AwardRule> awards) {

    public Programme {
        courses = List.copyOf(courses);
        tracks = Map.copyOf(tracks);
        awards = List.copyOf(awards);
    }
}
