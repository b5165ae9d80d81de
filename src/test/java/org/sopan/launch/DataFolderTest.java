package org.sopan.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sopan.testing.TestDatabase;

class DataFolderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void isMadeForTheDemoAndKeepsItsPassword() {
        Path data = folder.resolve("new");
        String password = DataFolder.open(data, true).demoPassword();
        assertThat(password).hasSize(12);
        assertThat(DataFolder.open(data, true).demoPassword()).isEqualTo(password);
        assertThat(DataFolder.open(folder.resolve("another"), true).demoPassword())
                .isNotEqualTo(password);
    }

    @Test
    void isNotTheDemosWhenItHoldsAnythingElse() throws IOException {
        Files.writeString(folder.resolve("anything"), "");
        assertRefused(
                true, folder, "sopan.data=" + folder + " holds data that is not the demo's; the demo leaves it alone");
        assertThat(folder).isDirectoryNotContaining("glob:**demo.properties");
    }

    @Test
    void isNotUsedForRealOnceItIsTheDemos() {
        DataFolder.open(folder, true);
        assertRefused(false, folder, "sopan.data=" + folder + " belongs to the demo; name another folder");
    }

    @Test
    void isNoFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertRefused(false, file, "sopan.data=" + file + " cannot be used: " + file);
    }

    @Test
    void refusesAMarkWithoutAPassword() throws IOException {
        Files.writeString(folder.resolve("demo.properties"), "");
        DataFolder data = DataFolder.open(folder, true);
        assertThatThrownBy(data::demoPassword)
                .isInstanceOf(Refusal.class)
                .hasMessage(folder.resolve("demo.properties")
                        + " has no password; remove the demo's data folder to begin anew");
    }

    private static void assertRefused(boolean demo, Path data, String line) {
        assertThatThrownBy(() -> DataFolder.open(data, demo))
                .isInstanceOf(Refusal.class)
                .hasMessage(line);
    }

    @Nested
    class Database {
        private final Properties system = new Properties();

        @Test
        void isAFileInTheFolderWithAPasswordOfItsOwn() throws IOException {
            handOn();
            assertThat(system.getProperty("sopan.db.url"))
                    .isEqualTo("jdbc:h2:file:" + folder.resolve("db/sopan") + TestDatabase.H2_OPTIONS);
            String password = system.getProperty("sopan.db.password");
            assertThat(password).matches("[0-9a-f]{48}");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/database"))))
                    .isEqualTo("rw-------");
            system.clear();
            handOn();
            assertThat(system.getProperty("sopan.db.password")).isEqualTo(password);
        }

        @Test
        void isLeftToItsSettings() {
            system.setProperty("sopan.db.url", "jdbc:postgresql://localhost/sopan");
            system.setProperty("sopan.db.class", "org.postgresql.ds.PGSimpleDataSource");
            system.setProperty("sopan.db.user", "sopan");
            system.setProperty("sopan.db.password", "secret");
            handOn();
            assertThat(system.getProperty("sopan.db.url")).isEqualTo("jdbc:postgresql://localhost/sopan");
            assertThat(folder).isEmptyDirectory();
        }

        @Test
        void isRefusedWithHalfOfItsSettings() {
            for (String missing : new String[] {"sopan.db.class", "sopan.db.user", "sopan.db.password"}) {
                system.clear();
                for (String name : new String[] {"url", "class", "user", "password"}) {
                    system.setProperty("sopan.db." + name, "x");
                }
                system.remove(missing);
                assertThatThrownBy(this::handOn)
                        .isInstanceOf(Refusal.class)
                        .hasMessage(missing + " is missing; with sopan.db.url all four sopan.db settings are needed");
            }
        }

        private void handOn() {
            DatabaseDefaults.handOn(new DataFolder(folder), new SettingSources(Map.of(), system, new Properties()));
        }
    }
}
