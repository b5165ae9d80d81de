package org.sopan.course;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The structure of each kind of YAML, as JSON Schemas that editors can use as well; compiled once. */
@SuppressWarnings("ImmutableEnumChecker") // compiled once, never changed
enum Schemas {
    PROGRAMME,
    GLOSSARY,
    FACTS,
    COURSE,
    MODULE,
    LESSON,
    QUIZ,
    TEST,
    KIT;

    private final JsonSchema schema;

    Schemas() {
        String name = "schema/" + name().toLowerCase(Locale.ROOT) + ".json";
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .build();
        try (InputStream in = Schemas.class.getResourceAsStream(name)) {
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in, config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        schema.initializeValidators();
    }

    void check(YamlNode root, Faults faults) {
        if (root.value().isMissingNode()) {
            return;
        }
        for (ValidationMessage message : schema.validate(root.value())) {
            String pointer = message.getInstanceLocation().toString();
            YamlNode place = new YamlNode(root.file(), pointer, root.value().at(pointer), root.lines());
            boolean unknown = message.getType().equals("additionalProperties");
            faults.error(
                    unknown ? place.at(String.valueOf(message.getProperty())) : place,
                    code(message),
                    words(message, pointer));
        }
    }

    private static String code(ValidationMessage message) {
        String property = String.valueOf(message.getProperty());
        return switch (message.getType()) {
            case "required" -> isLanguage(property) ? "missing-language" : "missing-" + property;
            case "additionalProperties" -> "unknown-field";
            default -> "schema";
        };
    }

    private static String words(ValidationMessage message, String pointer) {
        String place = pointer.isEmpty() ? "the file" : pointer;
        return message.getType().equals("required")
                ? place + " has no " + message.getProperty()
                : place + ": " + message.getError();
    }

    private static boolean isLanguage(String property) {
        return property.equals("en") || property.equals("bn");
    }
}
