package org.sopan.course;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.LocalizedText;

/** A module's questions; it has the module's id. No number of attempts means unlimited, no time limit none. */
public record Quiz(
        String id,
        LocalizedText title,
        int draw,
        int passPercent,
        @Nullable Integer attempts,
        @Nullable Integer timeLimitMinutes,
        List<Item> items) {

    public Quiz {
        items = List.copyOf(items);
    }

    public Optional<Item> item(String item) {
        return items.stream().filter(each -> each.id().equals(item)).findFirst();
    }

    public List<Item> items(Item.Use use) {
        return items.stream().filter(item -> item.use() == use).toList();
    }
}
