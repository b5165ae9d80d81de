package org.sopan.course;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;
import org.sopan.document.Passage.Run;
import org.sopan.shared.Language;

/** The words of a paragraph with their looks; facts are put in, and only what leads outside stays a link. */
final class KitRuns extends AbstractVisitor {
    private final SharedTexts shared;
    private final Language language;
    private final List<Run> runs = new ArrayList<>();
    private int strong;
    private int emphasised;
    private @Nullable String address;

    private KitRuns(SharedTexts shared, Language language) {
        this.shared = shared;
        this.language = language;
    }

    static List<Run> of(Node holder, SharedTexts shared, Language language) {
        KitRuns runs = new KitRuns(shared, language);
        runs.visitChildren(holder);
        return runs.runs;
    }

    private void add(String words) {
        int last = runs.size() - 1;
        Run run = new Run(words, strong > 0, emphasised > 0, address);
        if (last >= 0 && new Run("", run.strong(), run.emphasised(), address).equals(look(runs.get(last)))) {
            runs.set(last, new Run(runs.get(last).words() + words, run.strong(), run.emphasised(), address));
        } else {
            runs.add(run);
        }
    }

    private static Run look(Run run) {
        return new Run("", run.strong(), run.emphasised(), run.address());
    }

    @Override
    public void visit(Text text) {
        add(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        add(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        add(" ");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        add(" ");
    }

    @Override
    public void visit(StrongEmphasis words) {
        strong++;
        visitChildren(words);
        strong--;
    }

    @Override
    public void visit(Emphasis words) {
        emphasised++;
        visitChildren(words);
        emphasised--;
    }

    @Override
    public void visit(Link link) {
        address = Links.leadsOutside(link.getDestination()) ? link.getDestination() : null;
        visitChildren(link);
        address = null;
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof FactReference reference) {
            add(shared.words(reference, language));
        }
        visitChildren(node);
    }
}
