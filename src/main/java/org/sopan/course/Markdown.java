package org.sopan.course;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.sopan.shared.Language;

/** Authors' Markdown, parsed and rendered to HTML that holds nothing they could not write: no tags, no scripts. */
final class Markdown {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), FootnotesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .customBlockParserFactory(new LessonBlock.Factory())
            .customInlineContentParserFactory(new FactReference.Factory())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private final SharedTexts shared;

    Markdown(SharedTexts shared) {
        this.shared = shared;
    }

    static Node parse(String text) {
        return PARSER.parse(text);
    }

    String lesson(Node parsed, Language language, Pictures pictures) {
        return renderer(language, pictures, false).render(parsed);
    }

    /** A short text, such as a choice: a single paragraph stands without its tag, so that it fits into a line. */
    String text(Node parsed, Language language) {
        return renderer(language, Pictures.NONE, true).render(parsed).strip();
    }

    private HtmlRenderer renderer(Language language, Pictures pictures, boolean inline) {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .urlSanitizer(new Links())
                .omitSingleParagraphP(inline)
                .attributeProviderFactory(context -> headingIds())
                .nodeRendererFactory(context -> new LessonHtml(context, shared, pictures, language))
                .build();
    }

    /** Headings are numbered, not named: the address of a section is the same in both languages. */
    private static AttributeProvider headingIds() {
        int[] count = {0};
        return (node, tag, attributes) -> {
            if (node instanceof Heading) {
                attributes.put("id", Links.section(++count[0]));
            }
        };
    }
}
