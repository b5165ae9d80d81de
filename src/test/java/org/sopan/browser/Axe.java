package org.sopan.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The program that looks for what shuts people out of a page. */
final class Axe {
    /** Defines axe in a page. */
    static final String SCRIPT = read();

    /** Gives a line for each thing found: the rule, and the first places. */
    static final String RUN =
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(each =>
              `${each.id} at ${each.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')}`)""";

    private Axe() {}

    private static String read() {
        try (InputStream in = Axe.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
