package org.sopan.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sopan.container.Visitor.Answer;

/** What the contract promises every client, asked from outside one server. */
@ArquillianTest
class HttpContractIT implements ProblemContract, AccessContract, ScopeContract, OneClickContract, CachingContract {
    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL address;

    @Deployment(testable = false)
    static WebArchive deployed() {
        return Ground.prepare();
    }

    @Override
    public URI server() {
        return URI.create("http://127.0.0.1:" + address.getPort() + "/");
    }

    @Test
    void becomesReady() {
        Answer health = stranger().get("/health/ready");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().asJsonObject().getString("status")).isEqualTo("UP");
    }

    @Test
    void tellsStrangersFromElsewhereTheHealthAlone() {
        Visitor elsewhere = stranger().with("X-Forwarded-For", "203.0.113.7");

        assertThat(stranger().get("/health").text()).contains("checks");
        assertThat(elsewhere.get("/health").text()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(elsewhere.get("/metrics").status()).isEqualTo(404);
    }

    @Test
    void answersTheDescriptionFromMemory() {
        Answer description = stranger().get("/openapi");

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.header("Content-Type")).startsWith("application/json");
        assertThat(description.text()).contains("\"openapi\"", "/api/session");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sw.js",
                "/app/sopan.svg",
                "/api/courses",
                "/api/nothing",
                "/api/me",
                "/verify/none",
                "/health/ready",
                "/nothing"
            })
    void putsSecurityHeadersOnEverything(String path) {
        Answer answer = stranger().get(path);

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'")
                .doesNotContain("unsafe-eval")
                .doesNotContain(path.startsWith("/verify") ? "script-src" : "unsafe-inline");
    }

    @Test
    void sendsTheClientPackedUnderTheNameOfItsRelease() {
        Visitor browser = stranger().with("Accept-Encoding", "gzip, br");
        String page = stranger().get("/").text();
        Matcher script =
                Pattern.compile("src=\"(/app/[0-9a-f]{16}/main\\.js)\"").matcher(page);
        assertThat(script.find()).as(page).isTrue();

        Answer module = browser.get(script.group(1));
        assertThat(module.status()).isEqualTo(200);
        assertThat(module.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(module.header("Content-Type")).startsWith("text/javascript");
        assertThat(module.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(module.header("Vary")).contains("Accept-Encoding");
        assertThat(module.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(stranger().get("/app/0123456789abcdef/main.js").status()).isEqualTo(404);
        assertThat(stranger().get("/app/../WEB-INF/beans.xml").status()).isGreaterThanOrEqualTo(400);

        Answer worker = stranger().get("/sw.js");
        assertThat(worker.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(stranger()
                        .with("If-None-Match", worker.header("ETag"))
                        .get("/sw.js")
                        .status())
                .isEqualTo(304);
        assertThat(stranger().get("/manifest.webmanifest").header("Content-Type"))
                .startsWith("application/manifest+json");
    }
}
