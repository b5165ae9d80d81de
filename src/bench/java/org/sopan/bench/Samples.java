package org.sopan.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** How long each of the operations took, in milliseconds and in order, and from when to when they ran. */
record Samples(List<Long> sorted, long first, long last) {
    private static final CSVFormat WITH_NAMES =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    /** Those of this name from JMeter's journal; refuses when any request was not answered as expected. */
    static Samples read(Path journal, String name) throws IOException {
        List<Long> elapsed = new ArrayList<>();
        long first = Long.MAX_VALUE;
        long last = 0;
        try (CSVParser rows = CSVParser.parse(journal, StandardCharsets.UTF_8, WITH_NAMES)) {
            for (CSVRecord row : rows) {
                if (!Boolean.parseBoolean(row.get("success"))) {
                    throw new IOException(name + ": " + row.get("label") + " was answered " + row.get("responseCode"));
                }
                if (row.get("label").equals(name)) {
                    long began = Long.parseLong(row.get("timeStamp"));
                    long took = Long.parseLong(row.get("elapsed"));
                    elapsed.add(took);
                    first = Math.min(first, began);
                    last = Math.max(last, began + took);
                }
            }
        }
        return new Samples(elapsed.stream().sorted().toList(), first, last);
    }

    Figures figures(Operation operation, int connections, Duration cpu) {
        return new Figures(
                operation,
                connections,
                sorted.size() * 1000.0 / Math.max(1, last - first),
                percentile(50),
                percentile(95),
                percentile(99),
                cpu.toNanos() / 1e6 / sorted.size());
    }

    /** The smallest time that this percent of the operations did not exceed. */
    private long percentile(int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
