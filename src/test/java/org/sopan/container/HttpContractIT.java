package org.sopan.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.util.Locale;
import java.util.TreeSet;
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
class HttpContractIT implements ProblemContract, AccessContract, CachingContract {
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
    void describesEveryEndpoint() {
        JsonObject paths = stranger()
                .with("Accept", "application/json")
                .get("/openapi")
                .json()
                .asJsonObject()
                .getJsonObject("paths");
        TreeSet<String> described = new TreeSet<>();
        paths.forEach((path, methods) -> methods.asJsonObject()
                .keySet()
                .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(described)
                .contains(
                        "POST /api/session",
                        "DELETE /api/session",
                        "POST /api/invitations",
                        "POST /api/password-resets",
                        "GET /api/me",
                        "GET /api/organizations",
                        "GET /api/courses",
                        "GET /api/courses/{course}",
                        "GET /api/courses/{course}/lessons/{lesson}",
                        "GET /api/me/enrolments",
                        "POST /api/enrolments",
                        "GET /api/enrolments/{id}",
                        "GET /api/me/awards",
                        "PUT /api/enrolments/{id}/lessons/{lesson}",
                        "POST /api/enrolments/{id}/quizzes/{quiz}/attempts",
                        "PUT /api/attempts/{id}/answers/{item}",
                        "POST /api/attempts/{id}/answers",
                        "POST /api/attempts/{id}/submission",
                        "GET /api/attempts/{id}",
                        "GET /api/me/certificates",
                        "GET /api/certificates/{serial}",
                        "GET /api/certificates/{serial}/pdf",
                        "POST /api/certificates/{serial}/revocation",
                        "POST /api/certificates/{serial}/replacement",
                        "POST /api/cohorts",
                        "GET /api/cohorts/{id}",
                        "POST /api/institutes/{id}/roster-plans",
                        "GET /api/institutes/{id}/roster-plans",
                        "GET /api/roster-plans/{id}",
                        "DELETE /api/roster-plans/{id}",
                        "PUT /api/roster-plans/{id}/decisions",
                        "GET /api/roster-plans/{id}/rows",
                        "GET /api/roster-plans/{id}/report",
                        "POST /api/roster-plans/{id}/application",
                        "GET /api/roster-plans/{id}/application",
                        "DELETE /api/roster-plans/{id}/application",
                        "GET /api/roster-template",
                        "GET /api/institutes/{id}/progress",
                        "GET /api/outbox",
                        "POST /api/outbox/{id}/retry");
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
