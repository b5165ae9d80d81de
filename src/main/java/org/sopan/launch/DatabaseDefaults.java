package org.sopan.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Without other settings: H2, in a file in the data folder, with a password made at the first start. */
final class DatabaseDefaults {
    private static final String OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=64;DB_CLOSE_ON_EXIT=FALSE";

    private DatabaseDefaults() {}

    static void handOn(DataFolder data, SettingSources sources) {
        Properties system = sources.system();
        if (sources.get("sopan.db.url") != null) {
            for (String name : new String[] {"sopan.db.class", "sopan.db.user", "sopan.db.password"}) {
                if (sources.get(name) == null) {
                    throw new Refusal(name + " is missing; with sopan.db.url all four sopan.db settings are needed");
                }
            }
            return;
        }
        system.setProperty("sopan.db.class", "org.h2.jdbcx.JdbcDataSource");
        system.setProperty(
                "sopan.db.url", "jdbc:h2:file:" + data.path().resolve("db").resolve("sopan") + OPTIONS);
        system.setProperty("sopan.db.user", "sopan");
        system.setProperty(
                "sopan.db.password", password(data.path().resolve("keys").resolve("database")));
    }

    private static String password(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                PrivateFile.write(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new Refusal(file + " cannot be used: " + e.getMessage());
        }
    }
}
