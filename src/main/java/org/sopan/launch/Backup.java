package org.sopan.launch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Keeps all data in one ZIP file while the server runs, and brings it back into an empty data folder. The running
 * server writes the ZIP, since it alone may open its database; the key in the data folder shows that the caller may
 * read that folder anyway.
 */
final class Backup {
    private Backup() {}

    static void take(LaunchSettings.Place place, String[] arguments) throws IOException, InterruptedException {
        Path target = file(arguments);
        if (Files.exists(target)) {
            throw new Refusal(target + " exists already");
        }
        Path key = place.data().resolve("keys").resolve("operator");
        if (!Files.isReadable(key)) {
            throw new Refusal("no server has run on " + place.data());
        }
        String host = place.address().equals("0.0.0.0") ? "127.0.0.1" : place.address();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + place.port() + "/api/backup"))
                .timeout(Duration.ofMinutes(30))
                .header(
                        "Authorization",
                        "Operator "
                                + Files.readString(key, StandardCharsets.US_ASCII)
                                        .strip())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            HttpResponse<Path> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofFile(part));
            if (response.statusCode() != 200) {
                throw new Refusal("the server answered " + response.statusCode() + ": " + Files.readString(part));
            }
            Files.move(part, target);
        } catch (java.net.ConnectException e) {
            throw new Refusal("no server answers on " + host + ":" + place.port());
        } finally {
            Files.deleteIfExists(part);
        }
        System.out.println("backup written to " + target);
    }

    static void restore(LaunchSettings.Place place, String[] arguments) throws IOException {
        Path source = file(arguments);
        if (!Files.isReadable(source)) {
            throw new Refusal(source + " cannot be read");
        }
        Path data = place.data();
        Files.createDirectories(data);
        try (Stream<Path> entries = Files.list(data)) {
            if (entries.findAny().isPresent()) {
                throw new Refusal("sopan.data=" + data + " is not empty; a backup is restored into an empty folder");
            }
        }
        if (unpack(source, data) == 0) {
            throw new Refusal(source + " is not a backup");
        }
        System.out.println("restored into " + data);
    }

    private static int unpack(Path source, Path data) throws IOException {
        int entries = 0;
        try (InputStream in = Files.newInputStream(source);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                unpack(zip, entry, data);
                entries++;
            }
        } catch (ZipException | EOFException e) {
            throw new Refusal(source + " is damaged, and what is now in " + data + " is not whole: " + e.getMessage());
        }
        return entries;
    }

    private static void unpack(ZipInputStream zip, ZipEntry entry, Path data) throws IOException {
        Path target = data.resolve(entry.getName()).normalize();
        if (!target.startsWith(data)) {
            throw new Refusal("the backup names a file outside the data folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            return;
        }
        PrivateFile.create(target);
        try (OutputStream out = Files.newOutputStream(target)) {
            zip.transferTo(out);
        }
    }

    private static Path file(String[] arguments) {
        if (arguments.length != 2) {
            throw new Refusal("usage: java -jar sopan.jar " + arguments[0] + " FILE.zip");
        }
        return Path.of(arguments[1]).toAbsolutePath().normalize();
    }
}
