package org.sopan.course;

import java.util.List;
import java.util.TreeSet;
import org.sopan.course.Fault.Severity;

/** Faults as they are found; reading goes on after each. */
final class Faults {
    private final TreeSet<Fault> found = new TreeSet<>();

    void add(Fault fault) {
        found.add(fault);
    }

    void error(String file, int line, String code, String message) {
        found.add(new Fault(file, line, Severity.ERROR, code, message));
    }

    void error(YamlNode at, String code, String message) {
        error(at.file(), at.line(), code, message);
    }

    void warning(String file, int line, String code, String message) {
        found.add(new Fault(file, line, Severity.WARNING, code, message));
    }

    void warning(YamlNode at, String code, String message) {
        warning(at.file(), at.line(), code, message);
    }

    /** Whether a file whose path begins like this has an error. */
    boolean spoil(String path) {
        return found.stream()
                .anyMatch(fault ->
                        fault.severity() == Severity.ERROR && fault.file().startsWith(path));
    }

    /** Whether there is an error at this place or anywhere in it. */
    boolean spoil(YamlNode place) {
        int from = place.line();
        int to = place.lastLine();
        return found.stream()
                .anyMatch(fault -> fault.severity() == Severity.ERROR
                        && fault.file().equals(place.file())
                        && fault.line() >= from
                        && fault.line() <= to);
    }

    List<Fault> sorted() {
        return List.copyOf(found);
    }
}
