package org.sopan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClientReleaseTest {
    private static final String LIBRARY = "/webjars/library/1.0/library.js";

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    ClientReleaseTest() {
        put("/index.html", "<script type=\"module\" src=\"app/main.js\"></script>");
        put("/app/main.js", "import './pages/home.js';");
        put("/app/pages/home.js", "export default 1;");
        put("/app/staff/people.js", "export default 2;");
        put("/app/words/bn.json", "{}");
        put("/app/worker.js", "addEventListener('install', () => HOME);");
        put(LIBRARY, "export const html = 1;");
    }

    @Test
    void isNamedByTheContentOfAllItsFiles() {
        String before = name();

        assertThat(name()).isEqualTo(before).matches("[0-9a-f]{16}");
        put("/app/pages/home.js", "export default 3;");
        assertThat(name()).isNotEqualTo(before);
    }

    @Test
    void thePageAsksForFilesOfItsOwnReleaseOnly() {
        ClientRelease release = ClientRelease.of(files);

        assertThat(text(release, "/")).contains("src=\"/app/" + release.name() + "/main.js\"");
        assertThat(release.find("/app/" + release.name() + "/main.js")).isPresent();
        assertThat(release.find("/app/0123456789abcdef/main.js")).isEmpty();
    }

    @Test
    void onlyWhatNamesItsContentIsNeverAskedForAgain() {
        ClientRelease release = ClientRelease.of(files);

        assertThat(caching(release, "/app/" + release.name() + "/main.js")).contains("immutable");
        assertThat(caching(release, LIBRARY)).contains("immutable");
        assertThat(caching(release, "/app/main.js")).isEqualTo("no-cache");
        assertThat(caching(release, "/")).isEqualTo("no-cache");
        assertThat(caching(release, "/sw.js")).isEqualTo("no-cache");
    }

    @Test
    void theWorkerIsToldWhatATrainerNeedsAndNoMore() {
        ClientRelease release = ClientRelease.of(files);

        assertThat(text(release, "/sw.js"))
                .startsWith("const HOME = '/app/" + release.name() + "/';")
                .contains("'main.js'", "'pages/home.js'", "'" + LIBRARY + "'", "addEventListener")
                .doesNotContain("staff", "words", "worker.js");
    }

    @Test
    void aFileIsPackedOnlyWhereThatSavesBytes() {
        put("/app/long.js", "export default 1;\n".repeat(99));
        ClientRelease release = ClientRelease.of(files);

        assertThat(release.find("/app/long.js").orElseThrow().isBetterPacked()).isTrue();
        assertThat(release.find(LIBRARY).orElseThrow().isBetterPacked()).isFalse();
    }

    private void put(String path, String content) {
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private String name() {
        return ClientRelease.of(files).name();
    }

    private static String text(ClientRelease release, String path) {
        return new String(release.find(path).orElseThrow().content(false), StandardCharsets.UTF_8);
    }

    private static String caching(ClientRelease release, String path) {
        return release.find(path).orElseThrow().caching();
    }
}
