package org.sopan.course;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Paragraph;

/** How long the sentences of a text are, in words. Headings and tables have none. */
final class Sentences extends AbstractVisitor {
    private static final Pattern END = Pattern.compile("[।?!]+|\\.(?=\\s|$)");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final SharedTexts shared;
    private final Prose prose;
    private final List<Integer> lengths = new ArrayList<>();

    private Sentences(Prose prose, SharedTexts shared) {
        this.prose = prose;
        this.shared = shared;
    }

    /** The length of the middle one of all these texts' sentences; 0 where there is none. */
    static int median(List<Prose> texts, SharedTexts shared) {
        List<Integer> lengths = new ArrayList<>();
        for (Prose text : texts) {
            Sentences sentences = new Sentences(text, shared);
            text.root().accept(sentences);
            lengths.addAll(sentences.lengths);
        }
        return lengths.isEmpty() ? 0 : lengths.stream().sorted().toList().get(lengths.size() / 2);
    }

    @Override
    public void visit(Paragraph paragraph) {
        for (String sentence : END.split(PlainText.of(paragraph, shared, prose.language()))) {
            if (!sentence.isBlank()) {
                lengths.add(SPACES.split(sentence.strip()).length);
            }
        }
    }
}
