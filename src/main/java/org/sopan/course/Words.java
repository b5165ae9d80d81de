package org.sopan.course;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The plain words of a piece of Markdown. A fact is one character that no author types. */
final class Words extends AbstractVisitor {
    private static final char FACT = '\uFFFC';
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][^\\s]*");

    private final StringBuilder words = new StringBuilder();

    private Words() {}

    static String of(Node node) {
        Words visitor = new Words();
        node.accept(visitor);
        return visitor.words.toString();
    }

    /** How many words a reader of this HTML reads. */
    static int count(String html) {
        return (int) WORD.matcher(TAG.matcher(html).replaceAll(" ")).results().count();
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        words.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        words.append('\n');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        words.append('\n');
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof FactReference) {
            words.append(FACT);
        }
        visitChildren(node);
    }
}
