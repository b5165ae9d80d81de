package org.sopan.course;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Set;
import org.sopan.shared.Language;

/**
 * What an item's type works with: the author's fields but for those every item has, texts for people rendered. Units
 * and accepted answers stay plain, since they are compared and not read.
 */
record ItemDefinition(Markdown markdown) {
    private static final Set<String> COMMON = Set.of("id", "use", "type", "outcome", "level", "points");
    private static final Set<String> PLAIN = Set.of("unit", "accept");

    JsonObject of(YamlNode item) {
        JsonObjectBuilder definition = Json.createObjectBuilder();
        item.names().stream()
                .filter(name -> !COMMON.contains(name))
                .forEach(name -> definition.add(name, value(item.at(name), !PLAIN.contains(name))));
        return definition.build();
    }

    private JsonValue value(YamlNode node, boolean prose) {
        if (node.isLocalized() && prose) {
            JsonObjectBuilder rendered = Json.createObjectBuilder();
            for (Language language : Language.values()) {
                if (node.has(language.code())) {
                    String text = node.at(language.code()).text();
                    rendered.add(language.code(), markdown.text(Markdown.parse(text), language));
                }
            }
            return rendered.build();
        }
        if (node.value().isObject()) {
            JsonObjectBuilder object = Json.createObjectBuilder();
            node.names().forEach(name -> object.add(name, value(node.at(name), prose && !PLAIN.contains(name))));
            return object.build();
        }
        if (node.isList()) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            node.items().forEach(element -> array.add(value(element, prose)));
            return array.build();
        }
        return scalar(node);
    }

    private static JsonValue scalar(YamlNode node) {
        if (node.value().isBoolean()) {
            return node.isTrue() ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (node.value().isInt()) {
            return Json.createValue(node.number());
        }
        return node.isText() ? Json.createValue(node.text()) : JsonValue.NULL;
    }
}
