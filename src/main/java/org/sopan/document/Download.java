package org.sopan.document;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A finished file on its way out, and which format was asked for. */
public final class Download {
    public static final String CSV = "text/csv";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Download() {}

    /** The format, or null for JSON; {@code ?format} counts more than Accept. */
    public static Exports.@Nullable Format format(@Nullable String asked, @Nullable String accept) {
        if (asked == null || asked.isBlank()) {
            String wished = accept == null ? "" : accept;
            return wished.startsWith(CSV) ? Exports.Format.CSV : wished.startsWith(XLSX) ? Exports.Format.XLSX : null;
        }
        return switch (asked.toLowerCase(Locale.ROOT)) {
            case "json" -> null;
            case "csv" -> Exports.Format.CSV;
            case "xlsx" -> Exports.Format.XLSX;
            default -> throw new WebApplicationException(Response.Status.NOT_ACCEPTABLE);
        };
    }

    /** Sends the file and removes it. */
    public static Response of(Path file, Exports.Format format, String name) {
        return of(file, format.mediaType(), name + "." + format.ending());
    }

    /** The same for files of another kind. */
    public static Response of(Path file, String mediaType, String name) {
        StreamingOutput content = out -> {
            try {
                Files.copy(file, out);
            } finally {
                Files.deleteIfExists(file);
            }
        };
        return Response.ok(content, MediaType.valueOf(mediaType))
                .header(HttpHeaders.CONTENT_LENGTH, size(file))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
