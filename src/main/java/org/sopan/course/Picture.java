package org.sopan.course;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;
import org.sopan.course.SvgNode.Element;
import org.sopan.shared.Language;

/**
 * A picture of a module: one SVG for both languages. What bears a language is shown in that language only. It stands in
 * the page itself, so that its words are text and its lines take the page's colours.
 */
final class Picture {
    private static final int MOST_BYTES = 15 * 1024;

    private final @Nullable Element root;
    private final List<Fault> faults;

    private Picture(@Nullable Element root, List<Fault> faults) {
        this.root = root;
        this.faults = faults;
    }

    static Picture read(String file, String text) {
        Faults faults = new Faults();
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            faults.error(file, 1, "too-long", "the picture has " + bytes + " bytes, at most " + MOST_BYTES);
        }
        Element root = SvgReader.read(file, text, faults);
        if (root != null) {
            new SvgVocabulary(file, root, faults).check();
            new SvgReadability(file, root, faults).check();
        }
        return new Picture(root, faults.sorted());
    }

    List<Fault> faults() {
        return faults;
    }

    /** Whether it may stand in a page; one that is not sound is never shown. */
    boolean isSound() {
        return root != null && faults.stream().noneMatch(fault -> fault.severity() == Fault.Severity.ERROR);
    }

    /** The picture for readers of this language; the alternative takes the place of the file's own title. */
    String html(Language language, String alternative) {
        StringBuilder out = new StringBuilder();
        if (root != null && isSound()) {
            new SvgHtml(new HtmlWriter(out), language).write(root, alternative);
        }
        return out.toString();
    }
}
