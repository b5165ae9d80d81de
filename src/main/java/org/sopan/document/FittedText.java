package org.sopan.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.spi.certificate.TextBox;

/** Words broken into lines that fit a box, at the largest size of type, up to the wanted one, at which they do. */
record FittedText(double size, List<ShapedText> lines) {
    /** Smaller type is hard to read on paper. */
    private static final double SMALLEST = 6;

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final double STEP = 0.5;
    private static final double MILLIMETRES_PER_POINT = 25.4 / 72;

    FittedText {
        lines = List.copyOf(lines);
    }

    static FittedText in(TextBox box, String words) {
        Typeface typeface = Typeface.of(box.weight());
        List<ShapedText> shaped = new ArrayList<>();
        for (String word : SPACES.split(words.strip(), -1)) {
            shaped.add(ShapedText.shape(typeface, word));
        }
        double space = ShapedText.shape(typeface, " ").advance();
        for (double size = box.size(); size >= SMALLEST; size -= STEP) {
            double width = box.width() / (MILLIMETRES_PER_POINT * size) * Typeface.UNITS_PER_EM;
            List<String> lines = balanced(shaped, space, width, box.lines());
            if (lines != null) {
                return new FittedText(
                        size,
                        lines.stream()
                                .map(line -> ShapedText.shape(typeface, line))
                                .toList());
            }
        }
        throw Invalid.refused("text-does-not-fit", new FieldError("text", "text-does-not-fit", words));
    }

    /** Narrows the measure as long as it costs no further line, so that no word is left alone on the last one. */
    private static @Nullable List<String> balanced(List<ShapedText> words, double space, double width, int most) {
        List<String> lines = broken(words, space, width, most);
        List<String> best = lines;
        for (double narrower = width * 0.95; lines != null; narrower *= 0.95) {
            best = lines;
            lines = broken(words, space, narrower, best.size());
        }
        return best;
    }

    private static @Nullable List<String> broken(List<ShapedText> words, double space, double width, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double used = 0;
        for (ShapedText word : words) {
            if (word.advance() > width) {
                return null;
            }
            if (!line.isEmpty() && used + space + word.advance() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            used = line.isEmpty() ? word.advance() : used + space + word.advance();
            line.append(line.isEmpty() ? "" : " ").append(word.text());
        }
        lines.add(line.toString());
        return lines.size() > most ? null : lines;
    }
}
