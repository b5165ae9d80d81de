package org.sopan.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
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
            strings = {"/", "/api/courses", "/api/nothing", "/api/me", "/verify/none", "/health/ready", "/nothing"})
    void putsSecurityHeadersOnEverything(String path) {
        Answer answer = stranger().get(path);

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe-eval");
    }
}
