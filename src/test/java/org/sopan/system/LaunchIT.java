package org.sopan.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator and a newcomer meet at the command line. */
class LaunchIT {
    private static final Duration REFUSAL = Duration.ofSeconds(60);
    private static final String URL = "https://tot.example";
    private static final String PASSWORD = "নদীর ধারে ৭টি বটগাছ";

    /** The one line, beside what the server tells of its start, in which a start says why it does not come about. */
    private static String refusal(Path folder, Map<String, String> settings, String command) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("sopan.port", Integer.toString(Workplace.freePort()));
        all.putIfAbsent("sopan.data", folder.resolve("data").toString());
        all.putIfAbsent("sopan.courses", Workplace.COURSES.toString());
        try (SopanProcess process = SopanProcess.run(folder, all, command)) {
            assertThat(process.exitCode(REFUSAL)).as(process.log()).isEqualTo(1);
            assertThat(process.outputLines()).noneMatch(line -> line.contains("@"));
            List<String> lines = process.log()
                    .lines()
                    .filter(line -> !line.matches("\\S+ INFO jakarta\\S+ .*"))
                    .toList();
            assertThat(lines).singleElement().asString().startsWith("Sopan does not start: ");
            return lines.get(0);
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Demo {
        @AutoClose
        private RunningServer server;

        @BeforeAll
        void begin() {
            server = RunningServer.demo(Workplace.folder("launch-demo"), Map.of());
        }

        @Test
        void namesItsThreePeopleBeforeItIsReady() {
            List<String> lines = server.saidBeforeReady();
            List<String> people = List.of("trainer", "coordinator", "administrator");
            for (int i = 0; i < people.size(); i++) {
                assertThat(lines.get(i)).matches(people.get(i) + " [^ ]+@[^ ]+ [^ ]+");
                String[] words = lines.get(i).split(" ");
                server.api().trySignIn(words[1], words[2]).expect(200);
            }
            assertThat(lines.subList(3, lines.size()))
                    .anyMatch(
                            line -> line.contains(server.data().resolve("mail").toString()));
            assertThat(lines).filteredOn(line -> line.contains("@")).hasSize(3);
        }

        @Test
        void listensOnItsHttpPortOnly() {
            assumeTrue(Sockets.canBeSeen());
            assertThat(Sockets.openOf(server.pid()))
                    .singleElement()
                    .satisfies(only -> assertThat(only.port()).isEqualTo(server.port()))
                    .satisfies(only -> assertThat(only.address()).endsWith("0100007F"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"/metrics", "/metrics/base", "/%6Detrics", "//metrics", "/metrics;a=b", "/x/../metrics"})
        void hidesMetricsFromWhomAnUnnamedProxySends(String path) {
            assertThat(server.api().get("/metrics").expect(200).text()).contains("memory_usedHeap");
            Answer answer = server.api().with("X-Forwarded-For", "127.0.0.1").get(path);
            assertThat(answer.status()).isBetween(400, 404);
            assertThat(answer.text()).doesNotContain("memory_usedHeap");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/health", "/health/ready", "/%68ealth", "//health/ready", "/health;a=b"})
        void hidesTheDetailsOfHealthFromWhomAnUnnamedProxySends(String path) {
            assertThat(server.api().get("/health/ready").expect(200).text()).contains("curriculum");
            assertThat(server.api()
                            .with("X-Forwarded-For", "127.0.0.1")
                            .get(path)
                            .text())
                    .doesNotContain("curriculum");
        }

        @Test
        void tellsWhomAnUnnamedProxySendsOnlyWhetherItIsReady() {
            Api outside = server.api().with("X-Forwarded-For", "203.0.113.7");
            assertThat(outside.get("/health/ready").expect(200).json()).hasToString("{\"status\":\"UP\"}");
        }

        @Test
        void showsAllToAnAdministratorFromAnywhere() {
            Api outside = server.as("administrator").with("X-Forwarded-For", "203.0.113.7");
            assertThat(outside.get("/metrics").expect(200).text()).contains("memory_usedHeap");
            assertThat(outside.get("/health").expect(200).text()).contains("curriculum");
            server.as("coordinator")
                    .with("X-Forwarded-For", "203.0.113.7")
                    .get("/metrics")
                    .expect(404);
        }

        @Test
        void aSecondServerOnItsPortSaysThatThePortIsTaken() {
            Map<String, String> settings = Map.of("sopan.port", Integer.toString(server.port()), "sopan.url", URL);
            assertThat(refusal(Workplace.folder("launch-taken"), settings, "start"))
                    .contains("port " + server.port(), "taken", "sopan.port");
        }

        @Test
        void aRealServerLeavesItsFolderAlone() {
            Map<String, String> settings = Map.of("sopan.data", server.data().toString(), "sopan.url", URL);
            assertThat(refusal(Workplace.folder("launch-demos-data"), settings, "start"))
                    .contains(server.data().toString(), "demo");
        }
    }

    @Nested
    class Refused {
        @Test
        void theDemoOverDataThatIsNotItsOwn() throws IOException {
            Path folder = Workplace.folder("launch-foreign");
            Path data = Files.createDirectories(folder.resolve("data"));
            Path foreign = Files.writeString(data.resolve("letters.txt"), "letters");
            assertThat(refusal(folder, Map.of(), "demo")).contains(data.toString(), "not the demo's");
            assertThat(data).isDirectoryNotContaining(file -> !file.equals(foreign));
        }

        @Test
        void theDemoOnAnAddressThatOthersReach() {
            Map<String, String> settings = Map.of("sopan.address", "0.0.0.0");
            assertThat(refusal(Workplace.folder("launch-address"), settings, "demo"))
                    .contains("sopan.address=0.0.0.0", "loopback");
        }

        @Test
        void aRealServerWithoutTheAddressThatPeopleOpen() {
            assertThat(refusal(Workplace.folder("launch-no-url"), Map.of(), "start"))
                    .contains("sopan.url is missing");
        }

        @Test
        void aPropertyThatIsNoSetting() {
            Map<String, String> settings = Map.of("sopan.url", URL, "sopan.foo", "1");
            assertThat(refusal(Workplace.folder("launch-unknown"), settings, "start"))
                    .contains("sopan.foo is not a setting");
        }

        @Test
        void aLineInTheFileThatIsNoSetting() throws IOException {
            Path folder = Workplace.folder("launch-unknown-in-file");
            Files.writeString(folder.resolve("sopan.properties"), "sopan.url=" + URL + "\nsopan.foo=1\n");
            assertThat(refusal(folder, Map.of(), "start")).contains("sopan.foo is not a setting");
        }

        @Test
        void aSettingThatTheApplicationCannotUse() {
            Map<String, String> settings = Map.of("sopan.url", URL, "sopan.session.hours", "twelve");
            assertThat(refusal(Workplace.folder("launch-wrong"), settings, "start"))
                    .contains("sopan.session.hours=twelve");
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class RealServer {
        private static final String EMAIL = "first.administrator@tot.example";

        @Test
        void letsInTheAdministratorOfItsSettingsAndEndsWhenAsked() throws IOException {
            Map<String, String> settings = Map.of(
                    "sopan.url", URL,
                    "sopan.proxies", "127.0.0.1",
                    "sopan.administrator.email", EMAIL,
                    "sopan.administrator.password", PASSWORD);
            try (RunningServer server = RunningServer.start(Workplace.folder("launch-real"), settings)) {
                isAdministrator(server.api().signIn(EMAIL, PASSWORD));
                server.api().trySignIn("administrator@sopan.example", PASSWORD).expect(401);
                assertThat(server.saidBeforeReady()).isEmpty();
                believesTheProxyItNames(server.api());
                endsWhenAsked(server);
            }
        }

        private void believesTheProxyItNames(Api api) {
            api.with("X-Forwarded-For", "203.0.113.7").get("/metrics").expect(404);
            api.with("X-Forwarded-For", "127.0.0.1, 203.0.113.7")
                    .get("/metrics")
                    .expect(404);
            api.with("X-Forwarded-For", "203.0.113.7, 127.0.0.1")
                    .get("/metrics")
                    .expect(404);
        }

        private void endsWhenAsked(RunningServer server) throws IOException {
            server.stop();
            assertThat(server.log()).doesNotContain("Exception", "SEVERE", PASSWORD);
            try (ServerSocket free = new ServerSocket(server.port(), 1, InetAddress.getLoopbackAddress())) {
                assertThat(free.isBound()).isTrue();
            }
        }

        @Test
        void namesALinkForTheFirstAdministratorInItsLog() {
            try (RunningServer server =
                    RunningServer.start(Workplace.folder("launch-link"), Map.of("sopan.url", URL))) {
                Matcher link = Pattern.compile("signs in as (\\S+);.* (https://\\S+)/#/invitation/(\\S+)")
                        .matcher(server.log());
                assertThat(link.find()).as(server.log()).isTrue();
                assertThat(link.group(2)).isEqualTo(URL);
                Map<String, String> chosen = Map.of("token", link.group(3), "password", PASSWORD);
                server.api().post("/api/invitations", chosen).expect(200);
                server.api().post("/api/invitations", chosen).problem(410, "link-not-valid");
                isAdministrator(server.api().signIn(link.group(1), PASSWORD));
            }
        }

        private void isAdministrator(Api api) {
            assertThat(api.get("/api/me")
                            .expect(200)
                            .json()
                            .getJsonArray("roles")
                            .getValuesAs(JsonObject.class))
                    .extracting(held -> held.getString("role"))
                    .containsExactly("administrator");
            assertThat(api.get("/api/organizations?type=institute")
                            .expect(200)
                            .array()
                            .getValuesAs(JsonObject.class))
                    .extracting(institute -> institute.getJsonString("id"))
                    .extracting(JsonString::getString)
                    .contains("bpatc", "nilg", "napd")
                    .hasSize(9);
        }
    }
}
