package org.sopan.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sopan.container.Visitor.Answer;

/** Being spared by the token of a mail that really went: opening its address changes nothing, one click does. */
interface OneClickContract extends DemoPeople {
    Pattern ADDRESS = Pattern.compile("List-Unsubscribe:\\s*<https://sopan\\.example(/api/unsubscribe/[\\w-]+)>");

    @Test
    default void opensNoMoreThanAPageForWhateverReadsTheAddressAndSparesForOneClick() {
        String address = addressInTheMailTo(OTHER_LEARNER);
        Visitor scanner = stranger().with("User-Agent", "scanner");
        for (String method : List.of("GET", "HEAD", "GET")) {
            Answer opened = scanner.send(method, address, "");
            assertThat(opened.status()).isEqualTo(303);
            assertThat(opened.header("Location"))
                    .isEqualTo("https://sopan.example" + address.replace("/api/unsubscribe", "/#/reminders"));
        }
        assertThat(wishesReminders()).as("after it was opened").isTrue();

        Visitor mailProgram = stranger().with("Content-Type", "application/x-www-form-urlencoded");
        for (int click = 1; click <= 2; click++) {
            Answer clicked = mailProgram.post(address, "List-Unsubscribe=One-Click");
            assertThat(clicked.status()).isEqualTo(202);
            assertThat(clicked.text()).isEmpty();
            assertThat(wishesReminders()).as("after click %s", click).isFalse();
        }
        assertThat(nudge(OTHER_LEARNER)).contains("\"unsubscribed\"");
        person(OTHER_LEARNER).put("/api/me/notices", "{\"reminders\":true}");
        assertThat(wishesReminders()).isTrue();
    }

    private boolean wishesReminders() {
        return person(OTHER_LEARNER)
                .get("/api/me/notices")
                .json()
                .asJsonObject()
                .getBoolean("reminders");
    }

    private String nudge(String name) {
        String body = "{\"people\":[\"%s\"],\"subject\":\"Hello\",\"body\":\"Please begin\"}".formatted(idOf(name));
        Answer answer = person(COORDINATOR).post("/api/institutes/bpatc/nudges", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.text();
    }

    /** As its header has it, without the host. */
    private String addressInTheMailTo(String name) {
        assertThat(nudge(name)).contains("\"queued\":1");
        Patience.until(() -> address(name).isPresent());
        return address(name).orElseThrow();
    }

    private static Optional<String> address(String name) {
        try (Stream<Path> files = Files.exists(Ground.MAIL) ? Files.list(Ground.MAIL) : Stream.empty()) {
            return files.filter(file -> file.toString().matches(".*-nudge-.*\\.eml"))
                    .map(OneClickContract::read)
                    .filter(mail -> mail.contains(name + "@sopan.example"))
                    .flatMap(mail -> ADDRESS.matcher(mail).results())
                    .map((MatchResult found) -> found.group(1))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path mail) {
        try {
            return Files.readString(mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
