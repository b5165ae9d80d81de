package org.sopan.document;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.sopan.document.Passage.Run;

/** Runs of words broken into lines of a given width. */
final class TextLines {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** Where an address that is too long for a line may be broken. */
    private static final Pattern BREAKABLE = Pattern.compile("(?<=[/.?&=_-])");

    private final double size;
    private final double width;
    private final List<Line> lines = new ArrayList<>();
    private final List<Piece> line = new ArrayList<>();
    private double used;

    /** Words of one look within a line, and the space that goes before them. */
    record Piece(Typeface typeface, String words, boolean spaced) {}

    /** What stands on one line: neighbours of one look are one. */
    record Line(List<ShapedText> texts, double width) {}

    private TextLines(double size, double width) {
        this.size = size;
        this.width = width;
    }

    /**
     * The lines at this size of type; width in points.
     *
     * @throws org.sopan.shared.DomainException.Invalid {@code unprintable-character}
     */
    static List<Line> of(List<Run> runs, boolean strong, double size, double width) {
        TextLines lines = new TextLines(size, width);
        words(runs, strong).forEach(lines::add);
        lines.end();
        return lines.lines;
    }

    /** How wide the words are on one line. */
    static double natural(List<Run> runs, boolean strong, double size) {
        return of(runs, strong, size, Double.MAX_VALUE).stream()
                .mapToDouble(Line::width)
                .max()
                .orElse(0);
    }

    /** How wide the widest word is. */
    static double widestWord(List<Run> runs, boolean strong, double size) {
        return words(runs, strong).stream()
                .mapToDouble(word -> word.stream()
                        .mapToDouble(piece -> points(piece.typeface(), piece.words(), size))
                        .sum())
                .max()
                .orElse(0);
    }

    /** The words in order, each of one piece or more: a comma may be set otherwise than the word it follows. */
    private static List<List<Piece>> words(List<Run> runs, boolean strong) {
        List<List<Piece>> words = new ArrayList<>();
        boolean open = false;
        for (Run run : runs) {
            Typeface typeface = strong || run.strong() ? Typeface.SEMIBOLD : Typeface.REGULAR;
            String text = SPACES.matcher(Printable.instead(run.words())).replaceAll(" ");
            String[] parts = text.split(" ", -1);
            for (int i = 0; i < parts.length; i++) {
                boolean glued = i == 0 && open;
                if (!parts[i].isEmpty()) {
                    if (!glued) {
                        words.add(new ArrayList<>());
                    }
                    words.get(words.size() - 1).add(new Piece(typeface, parts[i], !glued));
                    open = true;
                }
                if (i < parts.length - 1) {
                    open = false;
                }
            }
        }
        return words;
    }

    private void add(List<Piece> word) {
        double wide = 0;
        for (Piece piece : word) {
            wide += points(piece.typeface(), piece.words(), size);
        }
        double space = line.isEmpty() ? 0 : points(word.get(0).typeface(), " ", size);
        if (wide > width) {
            breakUp(word);
        } else {
            if (used + space + wide > width) {
                end();
                space = 0;
            }
            used += space + wide;
            line.addAll(word);
        }
    }

    /** A word wider than the line: an address is broken at its joints, anything else between its letters. */
    private void breakUp(List<Piece> word) {
        for (Piece piece : word) {
            boolean spaced = piece.spaced() && !line.isEmpty();
            for (String part : BREAKABLE.split(piece.words())) {
                for (String bit : points(piece.typeface(), part, size) > width ? letters(part) : List.of(part)) {
                    double wide = points(piece.typeface(), (spaced ? " " : "") + bit, size);
                    if (used + wide > width && !line.isEmpty()) {
                        end();
                    }
                    used += wide;
                    line.add(new Piece(piece.typeface(), bit, spaced));
                    spaced = false;
                }
            }
        }
    }

    private static List<String> letters(String word) {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(word);
        List<String> parts = new ArrayList<>();
        int from = letters.first();
        for (int to = letters.next(); to != BreakIterator.DONE; from = to, to = letters.next()) {
            parts.add(word.substring(from, to));
        }
        return parts;
    }

    private void end() {
        if (line.isEmpty()) {
            return;
        }
        List<ShapedText> texts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        Typeface typeface = line.get(0).typeface();
        for (int i = 0; i < line.size(); i++) {
            Piece piece = line.get(i);
            String space = i > 0 && piece.spaced() ? " " : "";
            if (piece.typeface() != typeface) {
                texts.add(ShapedText.shape(typeface, words + space));
                words.setLength(0);
                typeface = piece.typeface();
                words.append(piece.words());
            } else {
                words.append(space).append(piece.words());
            }
        }
        texts.add(ShapedText.shape(typeface, words.toString()));
        lines.add(new Line(
                List.copyOf(texts),
                texts.stream()
                        .mapToDouble(text -> text.advance() / Typeface.UNITS_PER_EM * size)
                        .sum()));
        line.clear();
        used = 0;
    }

    private static double points(Typeface typeface, String words, double size) {
        return ShapedText.shape(typeface, words).advance() / Typeface.UNITS_PER_EM * size;
    }
}
