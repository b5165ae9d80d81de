package org.sopan.enrolment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.sopan.document.BijoyText;
import org.sopan.document.RowTaker;
import org.sopan.document.SheetCell;
import org.sopan.document.SheetCell.Run;
import org.sopan.document.SheetRow;
import org.sopan.shared.CleanText;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/**
 * A staff list as a coordinator keeps it: titles above the headings, headings in any order, other columns passed over.
 * The first sheet that has the headings is the list.
 */
final class Roster implements RowTaker {
    static final int MOST_ROWS = 50_000;

    /** The address of the template's example, which is no one's. */
    static final String EXAMPLE = "namuna@sopan.example";

    private static final int ABOVE_HEADINGS = 20;
    private final Map<RosterColumn, Integer> columns = new EnumMap<>(RosterColumn.class);
    private final Map<RosterColumn, BijoyNote> notes = new EnumMap<>(RosterColumn.class);
    private final BiConsumer<Integer, RosterCells> rows;
    private int sheet = -1;
    private int above;
    private int count;

    /** @param rows hears of each row that is not empty, with its number in the sheet */
    Roster(BiConsumer<Integer, RosterCells> rows) {
        this.rows = rows;
    }

    @Override
    public Wish take(SheetRow row) {
        if (!columns.isEmpty()) {
            return row.sheet() == sheet ? data(row) : Wish.ENOUGH;
        }
        if (row.sheet() != sheet) {
            sheet = row.sheet();
            above = 0;
        }
        if (row.isEmpty()) {
            return Wish.MORE;
        }
        columns.putAll(headings(row));
        return columns.isEmpty() && ++above >= ABOVE_HEADINGS ? Wish.NEXT_SHEET : Wish.MORE;
    }

    /** Refuses what had no headings, or nothing below them. */
    void end() {
        if (columns.isEmpty()) {
            throw Invalid.refused("roster-without-columns", new FieldError("email", "missing"));
        }
        if (count == 0) {
            throw Invalid.refused("roster-without-rows", new FieldError("file", "missing"));
        }
    }

    /** The columns that seem to be in Bijoy, to be confirmed. */
    List<ColumnNote> notes() {
        List<ColumnNote> asked = new ArrayList<>();
        notes.forEach((column, note) -> {
            if (note.isLikely()) {
                asked.add(note.asColumn(column));
            }
        });
        return asked;
    }

    private static Map<RosterColumn, Integer> headings(SheetRow row) {
        Map<RosterColumn, Integer> found = new EnumMap<>(RosterColumn.class);
        for (int i = 0; i < row.cells().size(); i++) {
            int place = i;
            RosterColumn.of(row.cells().get(i).text()).ifPresent(column -> found.putIfAbsent(column, place));
        }
        boolean named = found.containsKey(RosterColumn.name_en) || found.containsKey(RosterColumn.name_bn);
        return named && found.containsKey(RosterColumn.email) ? found : Map.of();
    }

    private Wish data(SheetRow row) {
        Map<String, String> texts = new HashMap<>();
        Map<String, String> faults = new HashMap<>();
        List<String> bijoy = new ArrayList<>();
        Map<String, String> inParts = new HashMap<>();
        columns.forEach((column, place) -> {
            SheetCell cell = place < row.cells().size() ? row.cells().get(place) : null;
            String text = cell == null ? "" : cut(CleanText.line(cell.text()));
            if (cell != null && !text.isEmpty()) {
                texts.put(column.name(), text);
                note(column, cell, text, bijoy, inParts);
            }
            if (cell != null && cell.fault() != null) {
                faults.put(column.name(), cell.fault());
            }
        });
        boolean example = EXAMPLE.equals(texts.get(RosterColumn.email.name()));
        if (!example && !(texts.isEmpty() && faults.isEmpty())) {
            if (++count > MOST_ROWS) {
                throw Invalid.refused("roster-too-long", new FieldError("file", "size"));
            }
            rows.accept(row.number(), new RosterCells(texts, bijoy, faults, inParts));
        }
        return Wish.MORE;
    }

    private void note(
            RosterColumn column, SheetCell cell, String text, List<String> bijoy, Map<String, String> inParts) {
        if (!column.isProse()) {
            return;
        }
        BijoyNote note = notes.computeIfAbsent(column, any -> new BijoyNote());
        List<Run> runs = cell.runs().isEmpty() ? List.of(new Run(text, cell.font())) : cell.runs();
        if (runs.stream().noneMatch(Roster::isBijoy)) {
            note.take(text);
            return;
        }
        bijoy.add(column.name());
        String read = cut(CleanText.line(runs.stream()
                .map(run -> isBijoy(run) ? BijoyText.toUnicode(run.text()) : run.text())
                .collect(Collectors.joining())));
        if (runs.size() > 1) {
            inParts.put(column.name(), read);
        }
        note.take(text, read);
    }

    private static boolean isBijoy(Run run) {
        return BijoyText.isFont(run.font()) && !hasBangla(run.text());
    }

    static boolean hasBangla(String text) {
        return text.codePoints().anyMatch(c -> c >= 0x0980 && c <= 0x09FF);
    }

    /** One character more than a field can hold tells as well that it is too long. */
    private static String cut(String text) {
        return text.length() > CleanText.LONGEST ? text.substring(0, CleanText.LONGEST + 1) : text;
    }
}
