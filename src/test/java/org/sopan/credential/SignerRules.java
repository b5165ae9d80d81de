package org.sopan.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sopan.platform.Settings;
import org.sopan.testing.FixedConfig;
import org.sopan.testing.MovingClock;
import org.sopan.testing.TestDatabase;

abstract class SignerRules {
    private final TestDatabase database;
    private final MovingClock clock = new MovingClock();
    private final PublishedKeys published;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    SignerRules(TestDatabase database) {
        this.database = database;
        database.empty();
        published = new PublishedKeys(database.entities(), clock);
    }

    @Test
    void makesItsKeyAtTheFirstStartAndFindsItAtEachFurther() {
        String kid = start("node").kid();
        assertThat(start("node").kid()).isEqualTo(kid);
        assertThat(kids()).containsExactly(kid);
    }

    @Test
    void publishesAKeyThatAPowerCutKeptFromBeingPublished() {
        String kid = new KeyFile(folder.resolve("node")).make().kid();
        assertThat(start("node").kid()).isEqualTo(kid);
        assertThat(kids()).containsExactly(kid);
    }

    @Test
    void doesNotStartWithoutTheKeyThatSigned() {
        String kid = start("lost").kid();
        Path missing = folder.resolve("empty/keys/signing.pem");
        assertThatThrownBy(() -> start("empty"))
                .hasMessage(missing + " is missing, and certificates were signed with the key " + kid
                        + ": bring it from the backup or from another node, or give it as sopan.signing.key");
        assertThat(missing).as("no other is made in its place").doesNotExist();
        assertThat(kids()).containsExactly(kid);
    }

    @Test
    void isTheSameOnANodeThatWasGivenTheKey() throws IOException {
        String kid = start("first").kid();
        String key = Files.readString(folder.resolve("first/keys/signing.pem"));
        assertThat(start("second", Map.of("sopan.signing.key", key)).kid()).isEqualTo(kid);
        assertThat(folder.resolve("second/keys/signing.pem")).doesNotExist();
        assertThat(kids()).containsExactly(kid);
    }

    @Test
    void refusesASettingThatHoldsNoKeyWithoutShowingIt() {
        assertThatThrownBy(() -> start("node", Map.of("sopan.signing.key", "a secret")))
                .hasMessage("sopan.signing.key holds no Ed25519 private key in PKCS #8");
        assertThat(kids()).isEmpty();
    }

    @Test
    void changesToANewKeyAndKeepsTheOldOnePublished() throws IOException {
        Signer before = start("node");
        clock.advance(Duration.ofDays(400));
        replaceKey("node");
        Signer after = start("node");
        assertThat(after.kid()).isNotEqualTo(before.kid());
        List<PublishedKey> keys = database.in(published::all);
        assertThat(keys).extracting(PublishedKey::kid).containsExactly(before.kid(), after.kid());
        assertThat(keys.get(0).x()).isEqualTo(before.publicKey().x());
        assertThat(keys.get(0).validUntil()).isEqualTo(clock.instant());
        assertThat(keys.get(1).validFrom()).isEqualTo(clock.instant());
        assertThat(keys.get(1).validUntil()).isNull();
    }

    @Test
    void doesNotStartWithAKeyThatWasReplaced() throws IOException {
        String old = start("first").kid();
        Path key = folder.resolve("first/keys/signing.pem");
        Path second = Files.createDirectories(folder.resolve("second/keys")).resolve("signing.pem");
        Files.copy(key, second);
        replaceKey("first");
        String now = start("first").kid();
        assertThatThrownBy(() -> start("second"))
                .hasMessage("the key " + old + " was replaced on 2026-11-22; this node needs the new one, " + now);
    }

    @Test
    void isNeverTwoThatSign() {
        start("node");
        assertThatThrownBy(() -> database.update("insert into signing_key (kid, public_key, valid_from, open_key)"
                        + " select 'other', public_key, valid_from, open_key from signing_key"))
                .isInstanceOf(IllegalStateException.class);
    }

    private void replaceKey(String node) throws IOException {
        Path key = folder.resolve(node).resolve("keys/signing.pem");
        Files.move(key, key.resolveSibling("signing-2026.pem"));
        Files.writeString(key, SigningKey.draw());
    }

    private Signer start(String node) {
        return start(node, Map.of());
    }

    private Signer start(String node, Map<String, String> set) {
        Map<String, String> all = new java.util.TreeMap<>(set);
        all.put("sopan.data", folder.resolve(node).toString());
        Signer signer = new Signer(new Settings(FixedConfig.of(all)), published);
        database.run(signer::open);
        return signer;
    }

    private List<String> kids() {
        return database.in(() -> published.all().stream().map(PublishedKey::kid).toList());
    }
}
