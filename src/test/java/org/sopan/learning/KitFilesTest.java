package org.sopan.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sopan.course.Course;
import org.sopan.course.CourseFiles;
import org.sopan.course.Kit;
import org.sopan.learning.KitFiles.Copy;
import org.sopan.platform.Settings;
import org.sopan.shared.Language;
import org.sopan.testing.FixedConfig;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

class KitFilesTest {
    private static final byte[] KEPT = "kept".getBytes(StandardCharsets.UTF_8);
    private final Rooms rooms = new Rooms(TestDatabase.h2()).withCourses();

    @TempDir
    private Path data;

    private KitFiles files;

    @BeforeEach
    void open() {
        files = new KitFiles(
                new Settings(FixedConfig.of(Map.of("sopan.data", data.toString()))), rooms.catalogue, rooms.clock);
    }

    @Test
    void areWhatTheirEndingSays() {
        assertThat(KitFiles.copies(course(), "m1-first", kit("slides")))
                .extracting(Copy::name)
                .containsExactlyInAnyOrder(
                        "m1-first-slides.bn.pdf",
                        "m1-first-slides.en.pdf",
                        "m1-first-slides.bn.pptx",
                        "m1-first-slides.en.pptx");
        assertThat(files.read(copy("slides", Kit.Format.PDF))).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(files.read(copy("slides", Kit.Format.PPTX))).startsWith('P', 'K');
        assertThat(files.read(copy("session-plan", Kit.Format.DOCX))).startsWith('P', 'K');
    }

    @Test
    void areMadeOnceAndKept() throws IOException {
        Copy copy = copy("session-plan", Kit.Format.PDF);
        assertThat(files.size(copy)).isEmpty();
        byte[] made = files.read(copy);
        assertThat(files.size(copy)).contains((long) made.length);
        assertThat(kept()).hasSize(1);
        Files.write(kept().iterator().next(), KEPT);
        assertThat(files.read(copy)).as("not made again").isEqualTo(KEPT);
    }

    @Test
    void areMadeOnceForManyWhoAskTogether() throws IOException {
        Copy copy = copy("slides", Kit.Format.PDF);
        Set<Integer> sizes = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> files.read(copy).length)
                .collect(Collectors.toSet());
        assertThat(sizes).hasSize(1);
        assertThat(kept()).as("and no half file is left").hasSize(1);
    }

    @Test
    void ofAnotherReleaseAreOthersAndTheOldOnesGo() throws IOException {
        Copy before = copy("session-plan", Kit.Format.PDF);
        files.read(before);
        Set<Path> old = kept();
        Map<String, String> texts = new TreeMap<>(CourseFiles.in(Rooms.COURSES).texts());
        texts.computeIfPresent(
                "basics/m1-first/kit/session-plan.en.md", (path, text) -> text.replace("Which is which?", "Which?"));
        rooms.publish("basics", new CourseFiles(texts));

        Copy after = copy("session-plan", Kit.Format.PDF);
        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(files.size(after)).isEmpty();
        files.read(after);
        assertThat(kept()).hasSize(1).doesNotContainAnyElementsOf(old);
    }

    /** The folder is no data: an operator may empty it while nobody looks. */
    @Test
    void areMadeAgainWhenTheFolderIsGone() throws IOException {
        Copy copy = copy("session-plan", Kit.Format.DOCX);
        files.read(copy);
        for (Path file : kept()) {
            Files.delete(file);
        }
        assertThat(files.size(copy)).isEmpty();
        assertThat(files.read(copy)).startsWith('P', 'K');
    }

    @Test
    void areMadeAFewAtATimeBeforeAnyoneAsks() throws IOException {
        MakeKits job = new MakeKits(rooms.catalogue, files);
        job.run();
        assertThat(kept()).hasSize(4);
        job.run();
        job.run();
        assertThat(kept()).as("two kits in two languages as two files").hasSize(8);
    }

    @Test
    void areRefusedToOthersWhileOneHoldsThePress() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> files.read(copy("slides", Kit.Format.PDF))).hasMessage("kits-busy");
        assertThat(Thread.interrupted()).isTrue();
    }

    private Course course() {
        return rooms.catalogue.live("basics");
    }

    private Kit kit(String id) {
        return course().module("m1-first").orElseThrow().kit(id).orElseThrow();
    }

    private Copy copy(String kit, Kit.Format format) {
        return new Copy(course(), "m1-first", kit(kit), format, Language.EN);
    }

    private Set<Path> kept() throws IOException {
        Path folder = data.resolve("run/kits");
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).collect(Collectors.toSet());
        }
    }
}
