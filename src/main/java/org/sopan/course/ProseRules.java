package org.sopan.course;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import org.sopan.course.Prose.Mark;
import org.sopan.course.SharedTexts.Term;

/** What holds for every text of an author, in a lesson as in a question. */
final class ProseRules {
    private ProseRules() {}

    static void check(Prose prose, SharedTexts shared, Faults faults) {
        String file = prose.file();
        for (Mark fact : prose.facts()) {
            if (shared.lacksFact(fact.what())) {
                faults.error(file, fact.line(), "unknown-fact", "facts.yaml has no " + fact.what());
            }
        }
        for (Mark term : prose.terms()) {
            if (shared.lacksTerm(term.what())) {
                faults.error(file, term.line(), "unknown-term", "glossary.yaml has no " + term.what());
            } else {
                checkForm(prose, term, shared, faults);
            }
        }
        for (Mark html : prose.rawHtml()) {
            faults.error(file, html.line(), "raw-html", "HTML is not used in courses: " + html.what());
        }
        for (Mark fence : prose.badFences()) {
            faults.error(file, fence.line(), "block", fence.what());
        }
        BareFigures.check(prose, faults);
    }

    private static void checkForm(Prose prose, Mark mark, SharedTexts shared, Faults faults) {
        Term term = shared.term(mark.what());
        String words = plain(mark.words());
        if (term != null
                && term.forms().stream()
                        .map(form -> form.exactly(prose.language()))
                        .filter(Objects::nonNull)
                        .noneMatch(form -> words.contains(plain(form)))) {
            faults.warning(
                    prose.file(),
                    mark.line(),
                    "term-form",
                    "“" + mark.words() + "” is not how the glossary writes " + mark.what());
        }
    }

    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s-]+", " ");
    }
}
