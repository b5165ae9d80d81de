package org.sopan.course;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.renderer.html.HtmlWriter;
import org.sopan.shared.BanglaDigits;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/** A lesson as its two files tell it. */
record LessonPair(String id, LessonFile en, LessonFile bn) {
    private static final int WORDS_A_MINUTE = 150;
    private static final int MOST_BYTES = 60 * 1024;
    private static final int MOST_BYTES_WITH_PICTURES = 200 * 1024;

    /** Reports where the two languages differ in structure or in what they say of themselves. */
    void compare(Faults faults) {
        new LanguageComparison(en.body(), bn.body(), faults).check();
        for (String name : List.of("outcomes", "minutes", "asOf", "sources")) {
            if (!en.front().at(name).value().equals(bn.front().at(name).value())) {
                faults.error(bn.front().at(name), LanguageComparison.CODE, name + " differs from " + en.path());
            }
        }
    }

    /** The lesson for readers; only for files without an error. */
    Lesson lesson(Map<String, Source> sources, Pictures pictures, Desk desk) {
        int words = 0;
        Map<Language, String> pages = new LinkedHashMap<>();
        for (LessonFile file : List.of(en, bn)) {
            Language language = file.body().language();
            String body = desk.markdown().lesson(file.body().root(), language, pictures);
            words = Math.max(words, Words.count(body));
            String page = asOf(file, language) + body + sources(file, language, sources, desk.shared());
            checkSize(file, page, pictures, desk.faults());
            pages.put(language, page);
        }
        return new Lesson(
                id,
                LocalizedText.of(
                        en.front().at("title").text(), bn.front().at("title").text()),
                en.front().at("outcomes").texts(),
                (int) Math.round((double) words / WORDS_A_MINUTE) + extraMinutes(),
                new LocalizedText(pages.get(Language.EN), pages.get(Language.BN)));
    }

    private static void checkSize(LessonFile file, String page, Pictures pictures, Faults faults) {
        int bytes = page.getBytes(StandardCharsets.UTF_8).length;
        int words = bytes - pictures.bytes(file.body().pictures(), file.body().language());
        if (words > MOST_BYTES) {
            faults.error(file.path(), 1, "too-long", words / 1024 + " KB of HTML, at most 60 are allowed");
        } else if (bytes > MOST_BYTES_WITH_PICTURES) {
            faults.error(file.path(), 1, "too-long", bytes / 1024 + " KB with its pictures, at most 200 are allowed");
        }
    }

    private int extraMinutes() {
        YamlNode minutes = en.front().at("minutes");
        return minutes.names().stream()
                .mapToInt(name -> minutes.at(name).number())
                .sum();
    }

    private static String asOf(LessonFile file, Language language) {
        if (!file.front().has("asOf")) {
            return "";
        }
        LocalDate date = LocalDate.parse(file.front().at("asOf").text());
        String day = BanglaDigits.in(
                language,
                DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(date));
        String words = language == Language.BN ? "তথ্য " + day + " পর্যন্ত" : "As of " + day;
        return "<p class=\"as-of\">" + words + "</p>\n";
    }

    private static String sources(LessonFile file, Language language, Map<String, Source> sources, SharedTexts shared) {
        Map<String, Source> cited = new LinkedHashMap<>();
        file.front().at("sources").texts().forEach(id -> {
            Source source = sources.get(id);
            if (source != null) {
                cited.put(source.title().in(Language.EN), source);
            }
        });
        file.body().facts().forEach(mark -> {
            Fact fact = shared.fact(mark.what());
            if (fact != null) {
                cited.putIfAbsent(fact.source().title().in(Language.EN), fact.source());
            }
        });
        if (cited.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        HtmlWriter html = new HtmlWriter(out);
        html.tag("section", Map.of("class", "sources"));
        html.tag("h2");
        html.text(language == Language.BN ? "তথ্যসূত্র" : "Sources");
        html.tag("/h2");
        html.tag("ul");
        cited.values().forEach(source -> source(html, source, language));
        html.tag("/ul");
        html.tag("/section");
        html.line();
        return out.toString();
    }

    private static void source(HtmlWriter html, Source source, Language language) {
        html.tag("li");
        String title = source.title().in(language);
        String url = source.url();
        if (url == null) {
            html.text(title);
        } else {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("href", new Links().sanitizeLinkUrl(url));
            attributes.put("rel", "noopener noreferrer");
            html.tag("a", attributes);
            html.text(title);
            html.tag("/a");
        }
        html.text(", " + source.publisher().in(language) + ", " + BanglaDigits.in(language, source.year()));
        html.tag("/li");
    }
}
