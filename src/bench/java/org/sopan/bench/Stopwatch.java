package org.sopan.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks the same again and again, one after the other, for a while; the whole answer is read. */
final class Stopwatch {
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(6);
    private static final int FEWEST = 3;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Server server;
    private final Cpu cpu;
    private final String token;

    Stopwatch(Server server, Cpu cpu, String token) {
        this.server = server;
        this.cpu = cpu;
        this.token = token;
    }

    /** Processor time of the server and its database so far. */
    interface Cpu {
        Duration used() throws IOException;
    }

    /**
     * What one operation took.
     *
     * @param times how often it was measured
     * @param median of the wall, milliseconds
     * @param perc95 of the wall, milliseconds
     * @param cpu of server and database together, milliseconds for each
     */
    record Took(int times, double median, double perc95, double cpu) {
        static Took of(List<Long> nanos, Duration cpu) {
            List<Long> sorted = nanos.stream().sorted().toList();
            return new Took(
                    sorted.size(),
                    sorted.get((sorted.size() - 1) / 2) / 1e6,
                    sorted.get((sorted.size() * 95 + 99) / 100 - 1) / 1e6,
                    cpu.toNanos() / 1e6 / sorted.size());
        }
    }

    /** At most so many times, fewer where each takes long. */
    Took time(String path, int most) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofMinutes(1))
                .build();
        repeat(request, most / 3, WARM_UP);
        Duration before = cpu.used();
        List<Long> took = repeat(request, most, LONGEST);
        return Took.of(took, cpu.used().minus(before));
    }

    private List<Long> repeat(HttpRequest request, int most, Duration longest)
            throws IOException, InterruptedException {
        List<Long> took = new ArrayList<>();
        long until = System.nanoTime() + longest.toNanos();
        while (took.size() < FEWEST || (took.size() < most && System.nanoTime() < until)) {
            long began = System.nanoTime();
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            took.add(System.nanoTime() - began);
            if (response.statusCode() != 200) {
                throw new IOException(request.uri() + ": " + response.statusCode() + " "
                        + new String(response.body(), StandardCharsets.UTF_8));
            }
        }
        return took;
    }
}
