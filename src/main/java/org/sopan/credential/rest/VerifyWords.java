package org.sopan.credential.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sopan.platform.Dates;
import org.sopan.platform.Words;
import org.sopan.shared.Language;

/** The words of the page that checks a certificate: its own, and those that its script says. Put together once. */
final class VerifyWords {
    private static final List<String> OF_PAGE = List.of(
            "title",
            "lead",
            "label",
            "check",
            "not-found",
            "name",
            "award-label",
            "course-label",
            "institute-label",
            "issued-label",
            "serial-label",
            "reason-label",
            "changed-label",
            "superseded-label",
            "replaces-label",
            "programme-label",
            "specimen-note",
            "throttled",
            "home");
    private static final List<String> OF_SCRIPT = List.of(
            "agrees",
            "differs",
            "genuine",
            "forged",
            "unknown-key",
            "unreadable",
            "cannot-here",
            "not-checked",
            "no-list",
            "held",
            "was-revoked",
            "was-superseded",
            "offline",
            "kind-completion",
            "kind-participation",
            "kind-institute",
            "kind-certified-trainer");
    private static final Map<String, String> SHARED = Map.of(
            "name", "name",
            "award", "award-label",
            "course", "course-label",
            "institute", "institute-label",
            "issued", "issued-label",
            "serial", "serial-label",
            "specimen", "specimen-note");
    private static final Map<Language, Map<String, Object>> WORDS =
            Map.of(Language.BN, words(Language.BN), Language.EN, words(Language.EN));

    private VerifyWords() {}

    /** A page's words to add to. */
    static Map<String, Object> of(Language language) {
        return new HashMap<>(WORDS.getOrDefault(language, Map.of()));
    }

    static String word(Language language, String name) {
        return Words.of(language, "verify." + name, "verify.title");
    }

    private static Map<String, Object> words(Language language) {
        Map<String, Object> words = new HashMap<>();
        OF_PAGE.forEach(name -> words.put("w-" + name, word(language, name)));
        words.put("lang", language.code());
        words.put("otherLang", language.other().code());
        words.put("otherName", language == Language.BN ? "English" : "বাংলা");
        return Map.copyOf(words);
    }

    /** What the script says, as JSON. */
    static String ofScript(Language language) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        OF_SCRIPT.forEach(name -> json.add(name, word(language, "script." + name)));
        SHARED.forEach((name, ofPage) -> json.add(name, word(language, ofPage)));
        JsonArrayBuilder months = Json.createArrayBuilder();
        Dates.months(language).forEach(months::add);
        return json.add("months", months).build().toString();
    }
}
