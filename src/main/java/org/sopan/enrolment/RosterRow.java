package org.sopan.enrolment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.Person;
import org.sopan.shared.CleanText;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/**
 * One row of a roster as it is understood: Bijoy made Unicode where that was confirmed, names under the language they are
 * written in, numbers in Latin digits; and what is wrong with it by itself, nobody else being looked at.
 *
 * @param row its number in the sheet
 */
public record RosterRow(int row, Map<RosterColumn, String> values, List<CellError> errors) {
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,;<>\"]{1,64}@[^@\\s,;<>\"]+\\.[^@\\s,;<>\".]{2,}");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]");

    private static final Map<RosterColumn, Function<String, Optional<String>>> READERS = Map.of(
            RosterColumn.email,
                    text -> Optional.of(CleanText.key(text))
                            .filter(address -> ADDRESS.matcher(address).matches()),
            RosterColumn.name_en, RosterRow::name,
            RosterColumn.name_bn, RosterRow::name,
            RosterColumn.phone, RosterNumbers::phone,
            RosterColumn.service_id, RosterNumbers::serviceId,
            RosterColumn.sex, RosterNumbers::sex,
            RosterColumn.language, RosterNumbers::language);

    /** A cell that keeps its row out of the plan. */
    public record CellError(int row, String column, String code) {}

    static RosterRow of(int row, RosterCells cells, List<ColumnNote> notes) {
        Map<RosterColumn, String> values = new EnumMap<>(RosterColumn.class);
        List<CellError> errors = new ArrayList<>();
        Map<String, ColumnNote> bijoy = new HashMap<>();
        notes.stream()
                .filter(note -> Boolean.TRUE.equals(note.bijoy()) && note.concerns(cells))
                .forEach(note -> bijoy.put(note.column(), note));
        for (RosterColumn column : RosterColumn.values()) {
            String text = cells.text(column);
            String fault = cells.faults().get(column.name());
            String read = bijoy.containsKey(column.name()) ? cells.unicode(column) : text;
            if (fault != null) {
                errors.add(new CellError(row, column.name(), fault));
            } else if (read != null && read.length() > CleanText.LONGEST) {
                errors.add(new CellError(row, column.name(), "too-long"));
            } else if (read != null && !CleanText.key(read).isEmpty()) {
                values.put(column, read);
            }
        }
        byScript(values, RosterColumn.name_en, RosterColumn.name_bn);
        byScript(values, RosterColumn.designation_en, RosterColumn.designation_bn);
        read(row, values, errors);
        return new RosterRow(row, Map.copyOf(values), List.copyOf(errors));
    }

    /** A heading such as "Name" says little about the language below it. */
    private static void byScript(Map<RosterColumn, String> values, RosterColumn english, RosterColumn bangla) {
        String en = values.get(english);
        String bn = values.get(bangla);
        if (en != null && bn == null && Roster.hasBangla(en)) {
            values.remove(english);
            values.put(bangla, en);
        } else if (bn != null
                && en == null
                && !Roster.hasBangla(bn)
                && LATIN.matcher(bn).find()) {
            values.remove(bangla);
            values.put(english, bn);
        }
    }

    private static void read(int row, Map<RosterColumn, String> values, List<CellError> errors) {
        for (RosterColumn column : RosterColumn.values()) {
            String text = values.get(column);
            if (text != null && READERS.containsKey(column)) {
                Objects.requireNonNull(READERS.get(column))
                        .apply(text)
                        .ifPresentOrElse(read -> values.put(column, read), () -> {
                            values.remove(column);
                            errors.add(new CellError(row, column.name(), RosterNumbers.fault(column, text)));
                        });
            } else if (text == null && isMissing(column, values) && isNotNamed(errors, column)) {
                errors.add(new CellError(row, column.name(), "missing"));
            }
        }
    }

    private static boolean isMissing(RosterColumn column, Map<RosterColumn, String> values) {
        return column == RosterColumn.email
                || (column == RosterColumn.name_bn && !values.containsKey(RosterColumn.name_en));
    }

    private static boolean isNotNamed(List<CellError> errors, RosterColumn column) {
        return errors.stream()
                .noneMatch(error -> error.column().equals(column.name())
                        || (column == RosterColumn.name_bn && error.column().equals(RosterColumn.name_en.name())));
    }

    private static Optional<String> name(String text) {
        return Optional.of(text).filter(name -> name.codePoints().anyMatch(Character::isLetter));
    }

    public @Nullable String value(RosterColumn column) {
        return values.get(column);
    }

    String address() {
        String email = value(RosterColumn.email);
        return email == null ? "" : Person.normalized(email);
    }

    @Nullable
    String serviceId() {
        return value(RosterColumn.service_id);
    }

    @Nullable
    String phone() {
        return value(RosterColumn.phone);
    }

    Person.Profile profile() {
        String language = value(RosterColumn.language);
        String sex = value(RosterColumn.sex);
        return new Person.Profile(
                text(value(RosterColumn.name_en), value(RosterColumn.name_bn)),
                text(value(RosterColumn.designation_en), value(RosterColumn.designation_bn)),
                value(RosterColumn.unit),
                phone(),
                serviceId(),
                language == null ? null : Language.ofTag(language).orElse(null),
                sex == null ? null : Person.Sex.valueOf(sex.toUpperCase(java.util.Locale.ROOT)));
    }

    private static @Nullable LocalizedText text(@Nullable String en, @Nullable String bn) {
        return en == null && bn == null ? null : new LocalizedText(en, bn);
    }
}
