package org.sopan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sopan.testing.FixedConfig;

class ClientsTest {
    private final Clients clients = clients("10.0.0.1, 10.0.0.2,127.0.0.1, ::1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "203.0.113.9 | - | 203.0.113.9",
                "203.0.113.9 | 198.51.100.7 | 203.0.113.9",
                "10.0.0.1 | 198.51.100.7 | 198.51.100.7",
                "10.0.0.1 | 1.2.3.4, 198.51.100.7 | 198.51.100.7",
                "10.0.0.1 | 198.51.100.7, 10.0.0.2 | 198.51.100.7",
                "10.0.0.1 | - | 10.0.0.1",
                "10.0.0.1 | 127.0.0.1, 198.51.100.7 | 198.51.100.7"
            })
    void believesTheHeaderOfNamedProxiesOnly(String remote, @Nullable String forwarded, String client) {
        assertThat(clients.address(request(remote, forwarded))).isEqualTo(client);
    }

    @Test
    void takesLoopbackForLocal() {
        assertThat(clients.isLocal(request("127.0.0.1", null))).isTrue();
        assertThat(clients.isLocal(request("0:0:0:0:0:0:0:1", null))).isTrue();
        assertThat(clients.isLocal(request("203.0.113.9", null))).isFalse();
    }

    @Test
    void takesNobodyForLocalBehindAProxyThatWasNotNamed() {
        Clients none = clients("");
        assertThat(none.isLocal(request("127.0.0.1", null))).isTrue();
        assertThat(none.isLocal(request("127.0.0.1", "198.51.100.7"))).isFalse();
        assertThat(none.isLocal(request("127.0.0.1", "127.0.0.1"))).isFalse();
    }

    @Test
    void seesThroughANamedProxyOnTheSameMachine() {
        assertThat(clients.isLocal(request("127.0.0.1", "198.51.100.7"))).isFalse();
        assertThat(clients.isLocal(request("::1", "127.0.0.1"))).isTrue();
        assertThat(clients.isLocal(request("203.0.113.9", "127.0.0.1"))).isFalse();
        assertThat(clients.isLocal(request("10.0.0.1", "localhost")))
                .as("a name is no address")
                .isFalse();
        assertThat(clients.isLocal(request("10.0.0.1", ""))).isFalse();
    }

    private static Clients clients(String proxies) {
        return new Clients(
                new Settings(FixedConfig.of(Map.of("sopan.url", "https://sopan.example", "sopan.proxies", proxies))));
    }

    private static HttpServletRequest request(String remote, @Nullable String forwarded) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> remote;
                    case "getHeader" -> "X-Forwarded-For".equals(arguments[0]) ? forwarded : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
