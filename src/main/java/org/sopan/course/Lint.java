package org.sopan.course;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.sopan.course.Fault.Severity;

/** The author's checker: {@code mvn -Plint} names every fault of the courses with file and line. */
public final class Lint {
    private Lint() {}

    /**
     * The folder, the date that decides which figures are too old, and {@code true} for a report of what there is. Ends
     * with 1 when there are errors.
     */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        boolean report = arguments.length > 2 && Boolean.parseBoolean(arguments[2]);
        if (!lint(folder, LocalDate.parse(arguments[1]), report, System.out)) {
            System.exit(1);
        }
    }

    /** Prints the faults, the report if it is wanted, and a summary; whether there is no error. */
    static boolean lint(Path folder, LocalDate today, boolean report, PrintStream out) {
        CourseReader.Examined examined = new CourseReader(today, ItemCheck.installed()).examine(CourseFiles.in(folder));
        Reading reading = examined.reading();
        for (Fault fault : reading.faults()) {
            out.printf(
                    "%s:%d: %s %s %s%n",
                    folder.resolve(fault.file()),
                    fault.line(),
                    fault.severity().name().toLowerCase(Locale.ROOT),
                    fault.code(),
                    fault.message());
        }
        if (report) {
            new LintReport(examined.folders(), examined.desk(), out).print();
            out.println();
        }
        long errors = reading.faults().stream()
                .filter(fault -> fault.severity() == Severity.ERROR)
                .count();
        out.printf(
                "%d courses, %d errors, %d warnings%n",
                reading.courses().size(), errors, reading.faults().size() - errors);
        return errors == 0;
    }
}
