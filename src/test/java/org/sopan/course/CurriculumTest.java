package org.sopan.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.sopan.course.Fault.Severity;
import org.sopan.shared.Language;

/** The curriculum in this repository. */
class CurriculumTest {
    private static final CourseFiles FILES = CourseFiles.in(Path.of("courses"));
    private static final CourseReader READER = new CourseReader(Folder.TODAY, ItemCheck.installed());

    private final Reading reading = READER.read(FILES);

    @Test
    void hasNoErrors() {
        assertThat(reading.faults())
                .filteredOn(fault -> fault.severity() == Severity.ERROR)
                .isEmpty();
        assertThat(reading.courses()).containsKey("foundations");
    }

    @Test
    void speaksBothLanguagesInEveryLesson() {
        for (Course course : reading.courses().values()) {
            assertThat(course.lessons()).isNotEmpty().allSatisfy(lesson -> {
                assertThat(lesson.html().exactly(Language.EN)).isNotBlank();
                assertThat(lesson.html().exactly(Language.BN)).isNotBlank();
            });
        }
    }

    @Test
    void canBeReadBackFromItsReleases() {
        for (Course course : reading.courses().values()) {
            assertThat(READER.release(FILES.only(course.id())).course()).isEqualTo(course);
        }
    }
}
