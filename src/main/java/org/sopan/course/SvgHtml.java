package org.sopan.course;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.renderer.html.HtmlWriter;
import org.sopan.course.SvgNode.Element;
import org.sopan.shared.Language;

/** A picture written into a page, without what is for readers of the other language. */
record SvgHtml(HtmlWriter html, Language language) {
    private static final Set<String> WITH_WORDS = Set.of("text", "tspan", "title", "desc");
    private static final Set<String> TOLD_BY_THE_LESSON = Set.of("title", "desc");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    void write(Element root, String alternative) {
        Map<String, String> attributes = new LinkedHashMap<>(root.attributes());
        attributes.put("role", "img");
        attributes.put("aria-label", alternative);
        html.tag("svg", attributes);
        for (SvgNode child : root.children()) {
            if (!(child instanceof Element element && TOLD_BY_THE_LESSON.contains(element.name()))) {
                write(child, false);
            }
        }
        html.tag("/svg");
    }

    private void write(SvgNode node, boolean words) {
        if (node instanceof SvgNode.Words text) {
            if (words) {
                html.text(SPACES.matcher(text.text()).replaceAll(" "));
            }
        } else if (node instanceof Element element && isFor(element)) {
            html.tag(element.name(), element.attributes());
            element.children().forEach(child -> write(child, WITH_WORDS.contains(element.name())));
            html.tag("/" + element.name());
        }
    }

    private boolean isFor(Element element) {
        String lang = element.attributes().getOrDefault("lang", language.code());
        return lang.equals(language.code());
    }
}
