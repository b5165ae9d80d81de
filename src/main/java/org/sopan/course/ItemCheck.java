package org.sopan.course;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.ServiceLoader;

/**
 * What a type of question demands beyond the structure that every item of the type has. Those who know the types
 * provide one; the command-line linter finds it as a Java service.
 */
public interface ItemCheck {

    /** What is wrong with the item, in words an author understands; empty when it is sound or the type is another's. */
    List<String> faults(String type, JsonObject definition);

    /** All checks that are installed as services, asked one after the other. */
    static ItemCheck installed() {
        List<ItemCheck> checks = ServiceLoader.load(ItemCheck.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return (type, definition) -> checks.stream()
                .flatMap(check -> check.faults(type, definition).stream())
                .toList();
    }
}
