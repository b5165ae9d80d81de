package org.sopan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.sopan.shared.DomainException;

/** Writes all data as one ZIP file while the server runs: the database as of one moment, and the files beside it. */
@ApplicationScoped
public class TakeBackup {
    /** Made anew at each start, or only of the moment. */
    private static final Set<String> LEFT_OUT = Set.of("db", "run");

    private final DataSource source;
    private final Path data;

    @Inject
    public TakeBackup(DataSource source, Settings settings) {
        this.source = source;
        this.data = settings.data();
    }

    public void to(OutputStream out) {
        Path database = data.resolve("run").resolve("backup-" + System.nanoTime() + ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            Files.createDirectories(database.resolveSibling("."));
            backUpDatabase(database);
            copyDatabase(database, zip);
            try (Stream<Path> entries = Files.list(data)) {
                for (Path entry : (Iterable<Path>) entries.sorted()::iterator) {
                    if (!LEFT_OUT.contains(entry.getFileName().toString())) {
                        copy(entry, zip);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            database.toFile().delete();
        }
    }

    /** Refuses on PostgreSQL, which has its own tools. */
    public void mustBePossible() {
        try (Connection connection = source.getConnection()) {
            if (!"H2".equals(connection.getMetaData().getDatabaseProductName())) {
                throw new DomainException.Conflict("backup-postgresql");
            }
        } catch (SQLException e) {
            throw new DomainException.Unavailable("database-away", 5);
        }
    }

    private void backUpDatabase(Path file) {
        try (Connection connection = source.getConnection();
                PreparedStatement backup = connection.prepareStatement("BACKUP TO ?")) {
            backup.setString(1, file.toString());
            backup.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copyDatabase(Path database, ZipOutputStream zip) throws IOException {
        try (InputStream in = Files.newInputStream(database);
                ZipInputStream from = new ZipInputStream(in)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                zip.putNextEntry(new ZipEntry("db/" + Path.of(entry.getName()).getFileName()));
                from.transferTo(zip);
                zip.closeEntry();
            }
        }
    }

    private void copy(Path entry, ZipOutputStream zip) throws IOException {
        try (Stream<Path> files = Files.walk(entry)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                zip.putNextEntry(new ZipEntry(data.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }
}
