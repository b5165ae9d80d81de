package org.sopan.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void isRestoredIntoAnEmptyFolderForItsOwnerOnly() throws IOException {
        restore(zip("db/sopan.mv.db", "keys/database"));
        assertThat(data().resolve("db/sopan.mv.db")).hasContent("db/sopan.mv.db");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve("keys/database"))))
                .isEqualTo("rw-------");
    }

    @Test
    void isNotRestoredOverOtherData() throws IOException {
        Files.createDirectories(data());
        Files.writeString(data().resolve("anything"), "kept");
        Path zip = zip("anything");
        assertRefused(
                () -> restore(zip),
                "sopan.data=" + data() + " is not empty; a backup is restored into an empty folder");
        assertThat(data().resolve("anything")).hasContent("kept");
    }

    @Test
    void writesNothingOutsideTheDataFolder() throws IOException {
        for (String name : new String[] {
            "../escaped", "db/../../escaped", folder.resolve("escaped").toString()
        }) {
            Path zip = zip(name);
            assertRefused(() -> restore(zip), "the backup names a file outside the data folder: " + name);
            assertThat(folder.resolve("escaped")).doesNotExist();
        }
    }

    @Test
    void doesNotTakeANeighbourOfTheDataFolderForTheFolder() throws IOException {
        Path zip = zip("../data-of-another/escaped");
        assertRefused(
                () -> restore(zip), "the backup names a file outside the data folder: ../data-of-another/escaped");
    }

    @Test
    void namesABackupThatIsNotThere() {
        Path missing = folder.resolve("missing.zip");
        assertRefused(() -> restore(missing), missing + " cannot be read");
    }

    @Test
    void namesAFileThatIsNoBackup() throws IOException {
        Path text = Files.writeString(folder.resolve("text.zip"), "no zip");
        assertRefused(() -> restore(text), text + " is not a backup");
        assertThat(data()).as("nothing stands in the way of the next try").isEmptyDirectory();
    }

    @Test
    void saysThatABackupIsDamaged() throws IOException {
        Path whole = zip("db/sopan.mv.db");
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(bytes, 45));
        assertThatThrownBy(() -> restore(half))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(half + " is damaged, and what is now in " + data() + " is not whole");
    }

    @Test
    void asksForOneFile() {
        assertRefused(
                () -> Backup.restore(place(8080), new String[] {"restore"}),
                "usage: java -jar sopan.jar restore FILE.zip");
        assertRefused(
                () -> Backup.take(place(8080), new String[] {"backup", "a", "b"}),
                "usage: java -jar sopan.jar backup FILE.zip");
    }

    @Test
    void isNotTakenOverAnotherFile() throws IOException {
        Path there = Files.writeString(folder.resolve("there.zip"), "kept");
        assertRefused(() -> take(there, 8080), there + " exists already");
        assertThat(there).hasContent("kept");
    }

    @Test
    void isNotTakenWhereNoServerHasRun() {
        assertRefused(() -> take(folder.resolve("new.zip"), 8080), "no server has run on " + data());
    }

    @Test
    void isNotTakenWhileNoServerRuns() throws IOException {
        Files.createDirectories(data().resolve("keys"));
        Files.writeString(data().resolve("keys/operator"), "key");
        int port = freePort();
        assertRefused(() -> take(folder.resolve("new.zip"), port), "no server answers on 127.0.0.1:" + port);
        assertThat(folder).isDirectoryNotContaining("glob:**new.zip*");
    }

    private Path data() {
        return folder.resolve("data");
    }

    private LaunchSettings.Place place(int port) {
        return new LaunchSettings.Place("127.0.0.1", port, data());
    }

    private void restore(Path zip) throws IOException {
        Backup.restore(place(8080), new String[] {"restore", zip.toString()});
    }

    private void take(Path zip, int port) throws IOException, InterruptedException {
        Backup.take(place(port), new String[] {"backup", zip.toString()});
    }

    private Path zip(String... names) throws IOException {
        Path file = Files.createTempFile(folder, "backup", ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void assertRefused(ThrowingCallable act, String line) {
        assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessage(line);
    }
}
