package org.sopan.course;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import org.sopan.course.SharedTexts.Term;
import org.sopan.shared.Language;

/** HTML of what Markdown does not know: blocks, facts, terms, pictures and links between lessons. */
final class LessonHtml implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final SharedTexts shared;
    private final Pictures pictures;
    private final Language language;

    LessonHtml(HtmlNodeRendererContext context, SharedTexts shared, Pictures pictures, Language language) {
        this.context = context;
        this.html = context.getWriter();
        this.shared = shared;
        this.pictures = pictures;
        this.language = language;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(LessonBlock.class, FactReference.class, Link.class, Image.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof LessonBlock block) {
            renderBlock(block);
        } else if (node instanceof FactReference reference) {
            html.text(shared.words(reference, language));
        } else if (node instanceof Link link) {
            renderLink(link, link.getDestination());
        } else if (node instanceof Image image) {
            renderPicture(image);
        }
    }

    private void renderBlock(LessonBlock block) {
        switch (block.kind()) {
            case "trainer" -> block("details", "summary", block);
            case "figure" -> block("figure", "figcaption", block);
            default -> block("section", "h3", block);
        }
    }

    private void block(String tag, String titleTag, LessonBlock block) {
        html.line();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("class", block.kind());
        attributes.put("id", block.id());
        html.tag(tag, attributes);
        html.tag(titleTag);
        html.text(block.title());
        html.tag("/" + titleTag);
        html.line();
        renderChildren(block);
        html.tag("/" + tag);
        html.line();
    }

    /** A picture that is not to be had is told in words. */
    private void renderPicture(Image image) {
        String alternative = PlainText.of(image, shared, language);
        String picture = pictures.html(image.getDestination(), language, alternative);
        if (picture.isEmpty()) {
            html.text(alternative);
        } else {
            html.raw(picture);
        }
    }

    private void renderLink(Link link, String address) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (address.startsWith(Links.TERM)) {
            String id = address.substring(Links.TERM.length());
            Term term = shared.term(id);
            attributes.put("class", "term");
            attributes.put("data-term", id);
            attributes.put("title", term == null ? "" : term.definition().in(language));
            wrap("dfn", attributes, link);
        } else if (address.startsWith(Links.LESSON)) {
            String id = address.substring(Links.LESSON.length());
            attributes.put("data-lesson", id);
            attributes.put("href", "#" + id);
            wrap("a", attributes, link);
        } else {
            attributes.put("href", context.encodeUrl(context.urlSanitizer().sanitizeLinkUrl(address)));
            attributes.put("rel", "noopener noreferrer");
            wrap("a", attributes, link);
        }
    }

    private void wrap(String tag, Map<String, String> attributes, Link link) {
        html.tag(tag, attributes);
        renderChildren(link);
        html.tag("/" + tag);
    }

    private void renderChildren(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }
}
