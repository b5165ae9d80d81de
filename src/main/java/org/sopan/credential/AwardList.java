package org.sopan.credential;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sopan.document.Listing;
import org.sopan.document.Manuscript;
import org.sopan.document.Passage;
import org.sopan.document.Passage.Run;
import org.sopan.platform.Dates;
import org.sopan.platform.Words;
import org.sopan.shared.BanglaDigits;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted;
import org.sopan.spi.certificate.AsPrinted.Memo;

/** Who is handed which certificate: by institute, then by name, under the memo that orders it. */
final class AwardList {
    private final List<RegisterRow> rows;
    private final @Nullable Memo memo;
    private final LocalDate today;

    AwardList(HoldCeremony.Ceremony ceremony, LocalDate today) {
        this.rows = ceremony.rows();
        this.memo = ceremony.memo() == null ? common(ceremony.rows()) : ceremony.memo();
        this.today = today;
    }

    /** The memo of all these certificates, where it is one. */
    private static @Nullable Memo common(List<RegisterRow> rows) {
        List<@Nullable Memo> memos = rows.stream()
                .<@Nullable Memo>map(row -> printed(row).memo())
                .distinct()
                .toList();
        return memos.size() == 1 ? memos.get(0) : null;
    }

    /** To be printed. */
    Manuscript manuscript(Language language) {
        List<Passage> passages = new ArrayList<>();
        if (memo != null) {
            passages.add(paragraph(memo(memo, language)));
        }
        List<Column> columns = new ArrayList<>(List.of(Column.PLACE, Column.NAME, Column.DESIGNATION));
        for (Column column : List.of(Column.AWARD, Column.ISSUED)) {
            String common = same(column, language);
            if (common == null) {
                columns.add(column);
            } else {
                passages.add(paragraph(word(language, "register." + column.word()) + ": " + common));
            }
        }
        columns.add(Column.SERIAL);
        passages.add(paragraph(words(language, "count", BanglaDigits.in(language, String.valueOf(rows.size()))) + " "
                + words(language, "made", Dates.day(today, language))));
        int place = 0;
        for (Map.Entry<String, List<RegisterRow>> institute : byInstitute().entrySet()) {
            List<RegisterRow> own = institute.getValue();
            passages.add(new Passage.Heading(
                    2, List.of(Run.plain(printed(own.get(0)).institute().in(language)))));
            List<List<List<Run>>> table = new ArrayList<>();
            table.add(cells(columns.stream()
                    .map(column -> word(language, "register." + column.word()))
                    .toList()));
            for (RegisterRow row : own) {
                int here = ++place;
                table.add(cells(columns.stream()
                        .map(column -> column.of(row, here, language))
                        .toList()));
            }
            passages.add(new Passage.Table(table));
        }
        return new Manuscript(word(language, "ceremony.title"), language, passages);
    }

    /** To be worked with: the names in both languages. */
    Listing sheet(Language language) {
        return new Listing(
                word(language, "ceremony.title"),
                language,
                List.of(
                        heading(language, "place", 8),
                        heading(language, "serial", 18),
                        heading(language, "name_bn", 28),
                        heading(language, "name_en", 28),
                        heading(language, "designation", 28),
                        heading(language, "institute", 28),
                        heading(language, "award", 28),
                        heading(language, "course", 28),
                        heading(language, "issued", 12),
                        heading(language, "memo", 20),
                        heading(language, "memo_date", 12)),
                taker -> {
                    int place = 0;
                    for (RegisterRow row : rows) {
                        taker.accept(line(row, ++place, language));
                    }
                });
    }

    private List<@Nullable Object> line(RegisterRow row, int place, Language language) {
        AsPrinted printed = printed(row);
        Memo own = printed.memo() == null ? memo : printed.memo();
        List<@Nullable Object> line = new ArrayList<>();
        line.add(place);
        line.add(row.serial());
        line.add(printed.name().bn());
        line.add(printed.name().en());
        line.add(in(printed.designation(), language));
        line.add(printed.institute().in(language));
        line.add(printed.award().in(language));
        line.add(in(about(printed), language));
        line.add(row.issuedOn());
        line.add(own == null ? null : own.number());
        line.add(own == null ? null : own.date());
        return line;
    }

    /** What all rows say there, so that it is said once; null where they differ. */
    private @Nullable String same(Column column, Language language) {
        List<String> said =
                rows.stream().map(row -> column.of(row, 0, language)).distinct().toList();
        return said.size() == 1 ? said.get(0) : null;
    }

    /** The columns of the printed list. */
    private enum Column {
        PLACE {
            @Override
            String of(RegisterRow row, int place, Language language) {
                return BanglaDigits.in(language, String.valueOf(place));
            }
        },
        NAME {
            @Override
            String of(RegisterRow row, int place, Language language) {
                return printed(row).name().in(language);
            }
        },
        DESIGNATION {
            @Override
            String of(RegisterRow row, int place, Language language) {
                LocalizedText designation = printed(row).designation();
                return designation == null ? "" : designation.in(language);
            }
        },
        AWARD {
            @Override
            String of(RegisterRow row, int place, Language language) {
                LocalizedText about = about(printed(row));
                return printed(row).award().in(language) + (about == null ? "" : ", " + about.in(language));
            }
        },
        ISSUED {
            @Override
            String of(RegisterRow row, int place, Language language) {
                return Dates.day(row.issuedOn(), language);
            }
        },
        SERIAL {
            @Override
            String of(RegisterRow row, int place, Language language) {
                return row.serial();
            }
        };

        abstract String of(RegisterRow row, int place, Language language);

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Map<String, List<RegisterRow>> byInstitute() {
        Map<String, List<RegisterRow>> byInstitute = new LinkedHashMap<>();
        rows.forEach(row -> byInstitute
                .computeIfAbsent(row.institute(), any -> new ArrayList<>())
                .add(row));
        return byInstitute;
    }

    private static AsPrinted printed(RegisterRow row) {
        return Objects.requireNonNull(row.printed(), row.serial());
    }

    private static @Nullable LocalizedText about(AsPrinted printed) {
        return printed.course() == null ? printed.programme() : printed.course();
    }

    private static String memo(Memo memo, Language language) {
        LocalDate date = memo.date();
        return date == null
                ? words(language, "memo-undated", memo.number())
                : words(language, "memo", memo.number(), Dates.day(date, language));
    }

    private static String words(Language language, String name, String... values) {
        return MessageFormat.format(word(language, "ceremony." + name), (Object[]) values);
    }

    private static Passage paragraph(String words) {
        return new Passage.Paragraph(List.of(Run.plain(words)));
    }

    private static List<List<Run>> cells(List<String> words) {
        return words.stream().map(each -> List.of(Run.plain(each))).toList();
    }

    private static Listing.Heading heading(Language language, String name, int width) {
        return new Listing.Heading(word(language, "register." + name), width);
    }

    private static @Nullable String in(@Nullable LocalizedText text, Language language) {
        return text == null ? null : text.in(language);
    }

    private static String word(Language language, String code) {
        return Words.of(language, code, "register.title");
    }
}
