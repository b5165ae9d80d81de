package org.sopan.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sopan.document.Manuscript;
import org.sopan.document.PdfDocument;
import org.sopan.shared.Language;
import org.sopan.testing.Archive;

/** The papers of a real module's kit, as a trainer takes them away. */
class ArchivedKitTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Course COURSE = Objects.requireNonNull(new CourseReader(Folder.TODAY, ItemCheck.installed())
            .read(CourseFiles.in(Path.of("courses")))
            .courses()
            .get("foundations"));

    @ParameterizedTest
    @CsvSource({"session-plan, BN", "session-plan, EN", "handout, BN", "handout, EN", "slides, BN", "slides, EN"})
    void isFitForArchivesAndScreenReaders(String id, Language language) {
        Kit kit = COURSE.module("m1-ideas-rights-standards")
                .flatMap(module -> module.kit(id))
                .orElseThrow();
        Manuscript text = kit.text(language);
        byte[] pdf = kit.isSlides()
                ? PdfDocument.slides(text, DAY)
                : kit.isLeaf() ? PdfDocument.leaf(text, DAY) : PdfDocument.render(text, DAY);
        assertThat(Archive.complaints(pdf)).isEmpty();
    }
}
