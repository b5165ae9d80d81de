package org.sopan.course;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.course.Fault.Severity;

/**
 * What a reading of the files gave: the courses without an error of their own, in order, and every fault found. A faulty
 * programme, glossary or list of facts spoils all courses, and a faulty programme is absent.
 */
public record Reading(@Nullable Programme programme, Map<String, Course> courses, List<Fault> faults) {

    public Reading {
        courses = Collections.unmodifiableMap(new LinkedHashMap<>(courses));
        faults = List.copyOf(faults);
    }

    public boolean hasErrors() {
        return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
    }
}
