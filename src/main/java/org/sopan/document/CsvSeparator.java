package org.sopan.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands between the cells of a CSV file, as its first lines tell: the mark that most lines have equally often
 * outside of quotes.
 *
 * @param isDeclared whether the first line says it, as in {@code sep=;}
 */
record CsvSeparator(char character, boolean isDeclared) {
    private static final List<Character> USUAL = List.of(',', ';', '\t', '|');
    private static final int LINES = 30;

    static CsvSeparator of(String begin) {
        if (begin.matches("(?is)sep=[,;\\t|]\\r?\\n.*")) {
            return new CsvSeparator(begin.charAt(4), true);
        }
        char best = ',';
        int highest = 0;
        for (char each : USUAL) {
            int score = score(begin, each);
            if (score > highest) {
                highest = score;
                best = each;
            }
        }
        return new CsvSeparator(best, false);
    }

    private static int score(String begin, char separator) {
        Map<Integer, Integer> lines = new HashMap<>();
        boolean quoted = false;
        int count = 0;
        int seen = 0;
        for (int i = 0; i < begin.length() && seen < LINES; i++) {
            char c = begin.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == separator) {
                count++;
            } else if (!quoted && c == '\n') {
                lines.merge(count, 1, Integer::sum);
                count = 0;
                seen++;
            }
        }
        lines.merge(count, 1, Integer::sum);
        return lines.entrySet().stream()
                .filter(entry -> entry.getKey() > 0)
                .mapToInt(entry -> entry.getValue() * 1_000 + Math.min(entry.getKey(), 999))
                .max()
                .orElse(0);
    }
}
