package org.sopan.browser;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A demo of its own for one test class, and the Chromium that all of them share, since it is slow to start. */
final class Site implements BeforeAllCallback, AfterAllCallback {
    private final boolean limited;
    private @Nullable DemoServer server;
    private @Nullable Chromium chromium;

    Site() {
        this(false);
    }

    private Site(boolean limited) {
        this.limited = limited;
    }

    /** One in which the first module's quiz has limits. */
    static Site withALimitedQuiz() {
        return new Site(true);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        Chromium.require();
        server = DemoServer.start(context.getRequiredTestClass().getSimpleName(), limited);
        chromium = Browsers.of(context);
        server.awaitReady();
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        if (server != null) {
            server.close();
        }
    }

    Path courses() {
        return requireNonNull(server).courses();
    }

    Letters letters() {
        return requireNonNull(server).letters();
    }

    Visitor visitor() {
        return new Visitor(requireNonNull(chromium).phone(true), requireNonNull(server));
    }

    /** A line to the server that a test may cut. */
    Line line() {
        return new Line(URI.create(requireNonNull(server).address()).getPort());
    }

    Visitor visitor(Line line) {
        return new Visitor(
                requireNonNull(chromium).phone(true), requireNonNull(server).at(line.address()));
    }

    /** A line of its own to the server. */
    Wire wire() throws IOException {
        return Wire.to(requireNonNull(server).address());
    }

    Visitor visitorBy(Wire wire) {
        return new Visitor(requireNonNull(chromium).phone(true), requireNonNull(server), wire.address());
    }

    Visitor visitorWithoutJavaScript() {
        return new Visitor(requireNonNull(chromium).phone(false), requireNonNull(server));
    }
}
