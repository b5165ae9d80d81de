package org.sopan.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseFilesTest {

    @Test
    void readsTextsAndPassesOverTheRest(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("basics/media"));
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve("basics/course.yaml"), "title: কোর্স");
        Files.writeString(folder.resolve("basics/media/map.svg"), "<svg/>");
        Files.write(folder.resolve("basics/media/map.webp"), new byte[] {(byte) 0xFF, 0});
        Files.writeString(folder.resolve(".git/notes.md"), "hidden");
        Files.writeString(folder.resolve("LICENSE"), "text");
        assertThat(CourseFiles.in(folder).texts())
                .isEqualTo(Map.of("basics/course.yaml", "title: কোর্স", "basics/media/map.svg", "<svg/>"));
    }

    @Test
    void takesLineEndsOfAnotherSystemForNoDifference() {
        assertThat(new CourseFiles(Map.of("a.md", "\uFEFFa\r\nb")).hash())
                .isEqualTo(new CourseFiles(Map.of("a.md", "a\nb")).hash());
    }

    @Test
    void namesAReleaseByTheHashOfPathsAndContents() {
        CourseFiles files = new CourseFiles(Map.of("a.md", "text"));
        assertThat(files.hash()).matches("[0-9a-f]{64}").startsWith(files.release());
        assertThat(files.hash()).isNotEqualTo(new CourseFiles(Map.of("b.md", "text")).hash());
        assertThat(files.hash()).isNotEqualTo(new CourseFiles(Map.of("a.md", "texts")).hash());
        assertThat(new CourseFiles(Map.of("a", "bc")).hash()).isNotEqualTo(new CourseFiles(Map.of("ab", "c")).hash());
    }

    @Test
    void makesANewReleaseOfAnEditedLesson() {
        assertThat(release(Folder.good().replace(Folder.EN, "Opening", "Beginning")))
                .isNotEqualTo(release(Folder.good()));
    }

    @Test
    void makesANewReleaseOfAFactThatChanged() {
        assertThat(release(Folder.good().replace("facts.yaml", "\"5\"", "\"6\"")))
                .isNotEqualTo(release(Folder.good()));
    }

    @Test
    void makesANewReleaseOfATermThatChanged() {
        assertThat(release(Folder.good().replace("glossary.yaml", "Help", "Aid")))
                .isNotEqualTo(release(Folder.good()));
    }

    @Test
    void makesANewReleaseOfATrackThatChanged() {
        assertThat(release(Folder.good().replace("programme.yaml", "bpatc", "nilg")))
                .isNotEqualTo(release(Folder.good()));
    }

    @Test
    void makesANewReleaseOfAnAwardThatChanged() {
        assertThat(release(Folder.good().replace("programme.yaml", "kind: completion", "kind: participation")))
                .isNotEqualTo(release(Folder.good()));
    }

    @Test
    void keepsTheReleaseWhenOnlyOthersAreTouched() {
        Folder touched = Folder.good()
                .with("other/course.yaml", "title: another course")
                .replace("facts.yaml", "1,16,731", "1,20,000")
                .replace("glossary.yaml", "Income in", "Money in")
                .replace("programme.yaml", "[basics]", "[basics, other]")
                .replace("programme.yaml", "[m1-words]", "[m1-words, x1]   # grown");
        assertThat(release(touched)).isEqualTo(release(Folder.good()));
    }

    @Test
    void keepsTheReleaseWhileAModuleIsNotYetInTheCourse() {
        Folder drafted = Folder.good()
                .with("basics/m2-more/module.yaml", "title: [unfinished")
                .with("basics/m2-more/01-a.en.md", "A draft, {{fact:total}} and [a pension](term:pension)");
        assertThat(release(drafted)).isEqualTo(release(Folder.good()));
        assertThat(drafted.files().only("basics").paths()).noneMatch(path -> path.contains("m2-more"));
    }

    @Test
    void cutsTheSameContentOutOfARelease() {
        CourseFiles release = Folder.good().files().only("basics");
        assertThat(release.only("basics").texts()).isEqualTo(release.texts());
    }

    private static String release(Folder folder) {
        return folder.files().only("basics").release();
    }
}
