package org.sopan.course;

import java.util.Comparator;

/** Something in the curriculum's files that is wrong, and where. The file is relative to the folder, lines are from 1. */
public record Fault(String file, int line, Severity severity, String code, String message)
        implements Comparable<Fault> {
    private static final Comparator<Fault> ORDER =
            Comparator.comparing(Fault::file).thenComparing(Fault::line).thenComparing(Fault::code);

    /** An error keeps a release from going live; a warning does not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    @Override
    public int compareTo(Fault other) {
        return ORDER.thenComparing(Fault::message)
                .thenComparing(Fault::severity)
                .compare(this, other);
    }
}
