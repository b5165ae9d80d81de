package org.sopan.identity.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.ErasePerson;
import org.sopan.platform.PersonalData.Holding;
import org.sopan.platform.Words;
import org.sopan.shared.Language;

/** What an erasure does with everything that is held of a person, in the reader's language. */
public record ErasureView(String id, String email, String state, @Nullable Instant erasedAt, List<Item> items) {

    /** Columns of a table: {@code goes}, {@code stays} or {@code pseudonymised}, and why. */
    public record Item(
            String room, String table, List<String> fields, String what, String fate, String fateWords, String why) {}

    static ErasureView of(ErasePerson.Seen seen, Language language) {
        List<Item> items = new ArrayList<>();
        seen.rooms().forEach((room, holdings) -> holdings.forEach(holding -> items.add(item(room, holding, language))));
        return new ErasureView(
                seen.person().id().toString(),
                seen.person().email(),
                seen.person().state().word(),
                seen.person().erasedAt(),
                items);
    }

    private static Item item(String room, Holding holding, Language language) {
        return new Item(
                room,
                holding.table(),
                holding.fields(),
                words(
                        language,
                        "erasure.what." + holding.table() + "."
                                + holding.fields().get(0)),
                holding.fate().word(),
                words(language, "erasure.fate." + holding.fate().word()),
                words(language, "erasure.why." + holding.why()));
    }

    private static String words(Language language, String key) {
        return Words.of(language, key, key);
    }
}
