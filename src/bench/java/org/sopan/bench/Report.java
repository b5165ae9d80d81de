package org.sopan.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The tables, as they stand in docs/performance.md. */
final class Report {
    private Report() {}

    static String of(
            String jvm,
            List<Server> starts,
            Duration idleCpu,
            People.Enrolled enrolled,
            List<Figures> figures,
            Server.Memory memory) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "JDK %s, %d processors, `%s`",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                jvm);
        line(text, "");
        line(text, "| from nothing to ready | |");
        line(text, "|---|---|");
        line(
                text,
                "| seconds, median of %d | %.1f |",
                starts.size(),
                median(starts.stream().map(Server::untilReady).toList()));
        line(
                text,
                "| CPU seconds until then | %.1f |",
                median(starts.stream().map(Server::cpuUntilReady).toList()));
        line(text, "| resident after load, MB (most ever) | %d (%d) |", memory.now(), memory.most());
        line(text, "| CPU at rest, ms per second | %.1f |", milliseconds(idleCpu));
        line(
                text,
                "| %,d people planned, created, enrolled and invited: seconds, CPU seconds | %.1f, %.1f |",
                People.ON_THE_ROSTER,
                milliseconds(enrolled.took()) / 1000,
                milliseconds(enrolled.cpu()) / 1000);
        line(text, "");
        line(
                text,
                "| operation | connections | per second | p50 / p95 / p99 ms | CPU ms | peer's CPU ms | times less | aim |");
        line(text, "|---|---|---|---|---|---|---|---|");
        figures.forEach(each -> line(text, "%s", row(each)));
        return text.toString();
    }

    private static String row(Figures figures) {
        Operation operation = figures.operation();
        boolean compared = operation.peerCpu() > 0;
        return String.format(
                Locale.ROOT,
                "| %s | %d | %,.0f | %,d / %,d / %,d | %.2f | %s | %s | %s |",
                operation.name(),
                figures.connections(),
                figures.perSecond(),
                figures.median(),
                figures.perc95(),
                figures.perc99(),
                figures.cpu(),
                compared ? String.format(Locale.ROOT, "%,.0f", operation.peerCpu()) : "",
                compared ? String.format(Locale.ROOT, "%.0f", operation.peerCpu() / figures.cpu()) : "",
                operation.aim() > 0 ? Integer.toString(operation.aim()) : "");
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static double median(List<Duration> durations) {
        return milliseconds(durations.stream().sorted().toList().get(durations.size() / 2)) / 1000;
    }

    private static double milliseconds(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
