package org.sopan.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/**
 * The facts and terms that all lessons may refer to. Ids are known even where their entry is faulty; of a file that
 * cannot be read at all they are null, and nobody is blamed for naming one.
 */
record SharedTexts(
        Map<String, Fact> facts,
        @Nullable Set<String> factIds,
        Map<String, Term> terms,
        @Nullable Set<String> termIds) {

    /** A word of the programme: its form in both languages, short forms, and a sentence of meaning. */
    record Term(List<LocalizedText> forms, LocalizedText definition) {}

    static SharedTexts read(CourseFiles files, LocalDate today, Faults faults) {
        YamlNode facts = parse(files, "facts.yaml", Schemas.FACTS, faults).at("facts");
        YamlNode glossary =
                parse(files, "glossary.yaml", Schemas.GLOSSARY, faults).at("terms");
        Set<String> factIds = ids(facts, faults);
        Set<String> termIds = ids(glossary, faults);
        Map<String, Fact> readFacts = new HashMap<>();
        if (!faults.spoil(facts.file())) {
            for (YamlNode node : facts.items()) {
                Fact fact = Fact.of(node);
                readFacts.put(node.at("id").text(), fact);
                checkAge(node, fact.asOf(), today, faults);
            }
        }
        Map<String, Term> terms = new HashMap<>();
        if (!faults.spoil(glossary.file())) {
            glossary.items().forEach(node -> terms.put(node.at("id").text(), term(node)));
        }
        return new SharedTexts(readFacts, factIds, terms, termIds);
    }

    /** Figures grow old: one that nobody checked for a year is reported. */
    static void checkAge(YamlNode holder, LocalDate asOf, LocalDate today, Faults faults) {
        if (asOf.isBefore(today.minusYears(1))) {
            faults.warning(holder.at("asOf"), "stale", "last checked on " + asOf + ", more than a year ago");
        }
    }

    static YamlNode parse(CourseFiles files, String path, Schemas schema, Faults faults) {
        String text = files.text(path);
        if (text == null) {
            faults.error(path, 1, "missing-file", "the file is missing");
            return YamlNode.missing(path);
        }
        YamlNode root = YamlText.parse(path, text, faults);
        schema.check(root, faults);
        return root;
    }

    boolean lacksFact(String id) {
        return factIds != null && !factIds.contains(id);
    }

    boolean lacksTerm(String id) {
        return termIds != null && !termIds.contains(id);
    }

    @Nullable
    Fact fact(String id) {
        return facts.get(id);
    }

    /** What stands in place of a reference; its id where the fact is not known. */
    String words(FactReference reference, Language language) {
        Fact fact = fact(reference.id());
        return fact == null ? reference.id() : fact.in(language);
    }

    @Nullable
    Term term(String id) {
        return terms.get(id);
    }

    private static @Nullable Set<String> ids(YamlNode list, Faults faults) {
        if (list.value().isMissingNode()) {
            return null;
        }
        Set<String> ids = new HashSet<>();
        for (YamlNode entry : list.items()) {
            String id = entry.at("id").text();
            if (!id.isEmpty() && !ids.add(id)) {
                faults.error(entry.at("id"), "duplicate-id", id + " is defined twice");
            }
        }
        return ids;
    }

    private static Term term(YamlNode node) {
        List<LocalizedText> forms = new ArrayList<>();
        forms.add(node.at("term").localized());
        YamlNode also = node.at("also");
        also.at("en").texts().forEach(form -> forms.add(new LocalizedText(form, null)));
        also.at("bn").texts().forEach(form -> forms.add(new LocalizedText(null, form)));
        return new Term(forms, node.at("definition").localized());
    }
}
