package org.sopan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.UriInfo;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.sopan.shared.Language;
import org.sopan.shared.PersonId;

class RequestLogTest {
    private long now;

    @Test
    void countsMillisecondsFromTheRequestsArrivalAndNotFromWhenTheIdWasMade() {
        RequestId id = new RequestId(() -> now);
        now = 7_000_000;
        new RequestContext(new RequestLanguage(), id).filter(request("/api/me", Map.of()));
        now = 19_500_000;
        JsonObject line = logged(id, request("/api/me", Map.of()));
        assertThat(line.getJsonNumber("ms").doubleValue()).isEqualTo(12.5);
        assertThat(line.getString("id")).isEqualTo(id.value());
        assertThat(line.getInt("status")).isEqualTo(200);
    }

    @Test
    void writesNoTokenOfThePath() {
        JsonObject line = logged(new RequestId(), request("/api/unsubscribe/secret", Map.of("token", "secret")));
        assertThat(line.getString("path")).isEqualTo("/api/unsubscribe/-");
    }

    private static JsonObject logged(RequestId id, ContainerRequestContext request) {
        List<String> lines = new ArrayList<>();
        Handler keeping = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger("org.sopan.request");
        log.addHandler(keeping);
        try {
            new RequestLog(id, caller()).filter(request, response());
        } finally {
            log.removeHandler(keeping);
        }
        return Json.createReader(new StringReader(lines.get(0))).readObject();
    }

    private static Caller caller() {
        return Caller.of(
                new Identified(new PersonId(UUID.randomUUID()), Language.BN, Set.of(), Set.of(), Set.of(), Set.of()));
    }

    private static ContainerRequestContext request(String path, Map<String, String> parameters) {
        UriInfo address = answering(
                UriInfo.class,
                Map.of(
                        "getRequestUri", URI.create("http://127.0.0.1" + path),
                        "getPathParameters", new MultivaluedHashMap<>(parameters),
                        "getQueryParameters", new MultivaluedHashMap<>()));
        return answering(ContainerRequestContext.class, Map.of("getUriInfo", address, "getMethod", "GET"));
    }

    private static ContainerResponseContext response() {
        return answering(
                ContainerResponseContext.class, Map.of("getHeaders", new MultivaluedHashMap<>(), "getStatus", 200));
    }

    /** Answers these calls, and null to all others. */
    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }
}
