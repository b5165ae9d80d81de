package org.sopan.course;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.sopan.shared.Language;

/** A piece of Markdown as its reader would say it: without marks, with the facts put in. */
final class PlainText extends AbstractVisitor {
    private final StringBuilder text = new StringBuilder();
    private final SharedTexts shared;
    private final Language language;

    private PlainText(SharedTexts shared, Language language) {
        this.shared = shared;
        this.language = language;
    }

    static String of(Node node, SharedTexts shared, Language language) {
        PlainText plain = new PlainText(shared, language);
        node.accept(plain);
        return plain.text.toString();
    }

    @Override
    public void visit(Text words) {
        text.append(words.getLiteral());
    }

    @Override
    public void visit(Code code) {
        text.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        text.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        text.append(' ');
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof FactReference reference) {
            text.append(shared.words(reference, language));
        }
        visitChildren(node);
    }
}
