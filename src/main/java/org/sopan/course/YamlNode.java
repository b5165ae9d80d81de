package org.sopan.course;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.LocalizedText;

/** A place in a YAML file. What is missing is a place as well, empty, on the line of what should hold it. */
record YamlNode(String file, String pointer, JsonNode value, Map<String, Integer> lines) {

    /** The root of a file that is not there. */
    static YamlNode missing(String file) {
        return new YamlNode(file, "", MissingNode.getInstance(), Map.of());
    }

    YamlNode at(String name) {
        return new YamlNode(file, pointer + "/" + name, value.path(name), lines);
    }

    boolean has(String name) {
        return value.has(name);
    }

    List<YamlNode> items() {
        return !isList()
                ? List.of()
                : IntStream.range(0, value.size())
                        .mapToObj(i -> new YamlNode(file, pointer + "/" + i, value.path(i), lines))
                        .toList();
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        value.fieldNames().forEachRemaining(names::add);
        return names;
    }

    List<String> texts() {
        return items().stream().map(YamlNode::text).toList();
    }

    boolean isList() {
        return value.isArray();
    }

    boolean isText() {
        return value.isTextual();
    }

    /** A text for people: both languages, and nothing else. */
    boolean isLocalized() {
        return value.isObject()
                && !value.isEmpty()
                && names().stream()
                        .allMatch(name -> (name.equals("en") || name.equals("bn"))
                                && value.path(name).isTextual());
    }

    String text() {
        return value.asText("");
    }

    @Nullable
    String textOrNull() {
        return value.isTextual() ? value.textValue() : null;
    }

    int number() {
        return value.asInt();
    }

    boolean isTrue() {
        return value.asBoolean();
    }

    /** The text in both languages, or one word that stands for both. */
    LocalizedText localized() {
        return value.isValueNode()
                ? LocalizedText.of(text(), text())
                : new LocalizedText(at("en").textOrNull(), at("bn").textOrNull());
    }

    int line() {
        String known = pointer;
        while (!lines.containsKey(known) && !known.isEmpty()) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return lines.getOrDefault(known, 1);
    }

    /** The last line on which something of this place begins. */
    int lastLine() {
        return lines.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(pointer + "/"))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(line());
    }
}
