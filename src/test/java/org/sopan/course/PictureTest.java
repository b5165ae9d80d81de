package org.sopan.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sopan.shared.Language;

class PictureTest {
    private static final String FILE = "basics/m1-words/media/map.svg";
    private static final String MAP =
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 120" role="img">
              <title lang="en">Map</title><title lang="bn">মানচিত্র</title>
              <!-- the way -->
              <defs><marker id="map-arrow" viewBox="0 0 8 8" refX="8" refY="4" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
              <g stroke="currentColor" fill="none"><path d="M10 60 H300" marker-end="url(#map-arrow)"/></g>
              <text lang="en" x="10" y="40" font-size="14" fill="currentColor">From &amp; to</text>
              <text lang="bn" x="10" y="40" font-size="14" fill="currentColor">এখান <tspan font-weight="700">থেকে</tspan></text>
            </svg>
            """;

    @Nested
    class InALesson {
        private final Folder folder = shown(MAP, "What the *map* shows, {{fact:clusters}} & more");
        private final Lesson lesson = folder.course().lesson("first").orElseThrow();

        @Test
        void hasNoFault() {
            assertThat(folder.faults()).isEmpty();
        }

        @Test
        void standsInThePageWithTheTextOfOneLanguage() {
            assertThat(lesson.html(Language.EN))
                    .contains("<figcaption>The map</figcaption>\n<p><svg viewBox=\"0 0 360 120\" role=\"img\"")
                    .contains(">From &amp; to</text>")
                    .contains("<path d=\"M10 60 H300\" marker-end=\"url(#map-arrow)\"></path>")
                    .doesNotContain("এখান", "মানচিত্র", "<img", "the way");
            assertThat(lesson.html(Language.BN))
                    .contains(">এখান <tspan font-weight=\"700\">থেকে</tspan></text>")
                    .doesNotContain("From &amp; to");
        }

        @Test
        void isToldToThoseWhoDoNotSeeItInTheLessonsWords() {
            assertThat(lesson.html(Language.EN))
                    .contains("aria-label=\"What the map shows, 5 clusters &amp; more\"")
                    .doesNotContain("<title");
            assertThat(lesson.html(Language.BN)).contains("৫টি ক্লাস্টার &amp; more\"");
        }

        @Test
        void belongsToTheRelease() {
            Folder redrawn = shown(MAP.replace("H300", "H310"), "What the *map* shows, {{fact:clusters}} & more");
            assertThat(redrawn.course().release()).isNotEqualTo(folder.course().release());
            Course stored = new CourseReader(Folder.TODAY, ItemCheck.installed())
                    .release(new CourseFiles(folder.files().only("basics").texts()))
                    .course();
            assertThat(stored).isEqualTo(folder.course());
        }
    }

    @Nested
    class IsRefused {
        @ParameterizedTest
        @CsvSource({
            "'<defs>', '<script>alert(1)</script><defs>', 4",
            "'<defs>', '<style>text{}</style><defs>', 4",
            "'<defs>', '<foreignObject/><defs>', 4",
            "'<defs>', '<image href=\"x.png\"/><defs>', 4",
            "'<defs>', '<a href=\"javascript:alert(1)\"/><defs>', 4",
            "'<defs>', '<use href=\"#map-arrow\"/><defs>', 4",
            "'<defs>', '<animate attributeName=\"x\"/><defs>', 4",
            "'<defs>', '<svg/><defs>', 4",
            "'<defs>', '<h:b xmlns:h=\"http://www.w3.org/1999/xhtml\"/><defs>', 4",
            "'M10 60 H300\"', 'M10 60\" onclick=\"alert(1)\"', 5",
            "'M10 60 H300\"', 'M10 60\" style=\"fill:url(x)\"', 5",
            "'M10 60 H300\"', 'M10 60\" class=\"x\"', 5",
            "'M10 60 H300\"', 'M10 60\" font-family=\"Arial\"', 5",
            "'M10 60 H300\"', 'M10 60\" fill=\"URL(https://example.org/a#b)\"', 5",
            "'url(#map-arrow)', 'url(#map-other)', 5",
            "'url(#map-arrow)', 'url(https://example.org/#map-arrow)', 5",
            "'lang=\"en\" x', 'lang=\"fr\" x', 6",
            "'id=\"map-arrow\"', 'id=\"arrow\"', 4",
        })
        void forWhatItIsMadeOf(String old, String changed, int line) {
            assertThat(faults(MAP.replace(old, changed))).contains("error picture " + line);
            assertThat(rendered(MAP.replace(old, changed))).doesNotContain("<svg");
        }

        @ParameterizedTest
        @CsvSource({
            "'0 0 360 120', '0 0 361 120', 1",
            "'viewBox=\"0 0 360 120\"', '', 1",
            "'font-size=\"14\" fill=\"currentColor\">From', 'font-size=\"12.9\" fill=\"currentColor\">From', 6",
            "'font-size=\"14\" fill=\"currentColor\">From', 'fill=\"currentColor\">From', 6",
            "'font-size=\"14\" fill=\"currentColor\">From', 'font-size=\"1em\" fill=\"currentColor\">From', 6",
            "'<tspan ', '<tspan font-size=\"9\" ', 7",
            "'<text lang=\"en\" ', '<text lang=\"en\" transform=\"scale(.5)\" ', 6",
            "'<text lang=\"bn\" ', '<text ', 1",
            "'<title lang=\"bn\">মানচিত্র</title>', '', 1",
        })
        void forWhatAPhoneDoesNotShow(String old, String changed, int line) {
            assertThat(faults(MAP.replace(old, changed))).containsExactly("error picture " + line);
        }

        @Test
        void whenItIsNotWellFormed() {
            assertThat(faults(MAP.replace("</defs>", ""))).containsExactly("error broken-picture 8");
            assertThat(faults("")).containsExactly("error broken-picture 1");
        }

        @Test
        void overFifteenKilobytes() {
            assertThat(faults(MAP.replace("the way", "w".repeat(15 * 1024)))).containsExactly("error too-long 1");
            assertThat(faults(MAP.replace("the way", "w".repeat(15 * 1024 - 7 - length(MAP)))))
                    .isEmpty();
        }

        @Test
        void withAnEntityThatReadsAFile(@TempDir Path folder) throws Exception {
            Path secret = Files.writeString(folder.resolve("secret"), "the secret");
            String entity = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                    + MAP.replace("From &amp; to", "&x;");
            assertThat(Picture.read(FILE, entity).isSound()).isFalse();
            assertThat(rendered(entity)).doesNotContain("the secret", "<svg");
        }

        @Test
        void withEntitiesThatGrow() {
            String bomb = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                    + MAP.replace("From &amp; to", "&b;");
            assertThat(Picture.read(FILE, bomb).isSound()).isFalse();
        }
    }

    @Test
    void warnsOfTextThatIsBlackOnADarkPage() {
        assertThat(faults(MAP.replace(" fill=\"currentColor\">From", ">From"))).containsExactly("warning picture 6");
        assertThat(faults(MAP.replace(" fill=\"currentColor\">From", ">From").replace("role=", "fill=\"#123\" role=")))
                .isEmpty();
    }

    @Test
    void warnsOfAPictureThatNoLessonShows() {
        Folder folder = Folder.good().with(FILE, MAP);
        assertThat(folder.faults()).containsExactly(FILE + ":1 unused-picture");
        assertThat(folder.read().hasErrors()).isFalse();
    }

    @Test
    void standsInBothLanguagesAtTheSamePlace() {
        Folder folder = shown(MAP, "It").with("basics/m1-words/media/plan.svg", MAP.replace("map-", "plan-"));
        assertThat(folder.replace(Folder.BN, "media/map.svg", "media/plan.svg").faults())
                .containsExactly(Folder.BN + ":" + folder.line(Folder.BN, "media/plan.svg") + " unequal-structure");
    }

    @Test
    void isNotForQuestions() {
        Folder folder = Folder.good().replace(Folder.QUIZ, "en: \"Which?\"", "en: \"![Which?](media/map.svg)\"");
        assertThat(folder.faults()).containsExactly(Folder.QUIZ + ":12 broken-picture");
    }

    /** Rules that came after a release went live do not take it away from its readers. */
    @Test
    void thatARuleNowRefusesLeavesItsReleaseReadable() {
        Folder folder = shown(MAP.replace("0 0 360", "0 0 999"), "A wide *map*");
        Course course = new CourseReader(Folder.TODAY, ItemCheck.installed())
                .release(folder.files().only("basics"))
                .course();
        assertThat(course.lesson("first").orElseThrow().html(Language.EN))
                .contains("<p>A wide map</p>")
                .doesNotContain("<svg");
    }

    @Test
    void countsApartFromTheWordsOfALesson() {
        String filling = "word ".repeat(11 * 1024);
        Folder folder = shown(MAP.replace("</g>", "<path d=\"" + "M1 1 ".repeat(2600) + "\"/></g>"), "It")
                .append("\n" + filling + "\n");
        assertThat(folder.faults()).isEmpty();
        for (int more = 1; more <= 12; more++) {
            folder.append("\n![Again](media/map.svg)\n");
        }
        assertThat(folder.read().faults())
                .extracting(fault -> fault.file() + " " + fault.code())
                .containsExactly(Folder.BN + " too-long", Folder.EN + " too-long");
    }

    private static Folder shown(String svg, String alternative) {
        return Folder.good()
                .with(FILE, svg)
                .append("\n::: figure #the-map The map\n![" + alternative + "](media/map.svg)\n:::\n");
    }

    private static List<String> faults(String svg) {
        return Picture.read(FILE, svg).faults().stream()
                .map(fault -> fault.severity().name().toLowerCase(java.util.Locale.ROOT) + " " + fault.code() + " "
                        + fault.line())
                .toList();
    }

    private static String rendered(String svg) {
        return Picture.read(FILE, svg).html(Language.EN, "It");
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
