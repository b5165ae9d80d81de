package org.sopan.course;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Money and shares typed into a text instead of taken from the facts: {@code Tk 500}, {@code ৫০০ টাকা}, {@code 12%}. */
final class BareFigures extends AbstractVisitor {
    private static final String NUMBER = "[0-9০-৯](?:[0-9০-৯,.]*[0-9০-৯])?";
    private static final String AFTER =
            "%|৳|(?:tk|bdt|taka|per\\s?cent|lakhs?|lacs?|crores?)\\b" + "|টাকা|শতাংশ|লাখ|লক্ষ(?!্য)|কোটি";
    private static final String BEFORE = "\\b(?:tk|bdt)\\b\\.?|৳|শতকরা|টাকা";
    private static final Pattern FIGURE = Pattern.compile(
            NUMBER + "[\\s-]*(?:" + AFTER + ")|(?:" + BEFORE + ")\\s*" + NUMBER + "(?![\\p{L}\\p{M}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private final Prose prose;
    private final Faults faults;

    private BareFigures(Prose prose, Faults faults) {
        this.prose = prose;
        this.faults = faults;
    }

    static void check(Prose prose, Faults faults) {
        prose.root().accept(new BareFigures(prose, faults));
    }

    @Override
    public void visit(Paragraph paragraph) {
        search(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        search(heading);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableCell) {
            search(node);
        } else {
            visitChildren(node);
        }
    }

    private void search(Node holder) {
        String words = Words.of(holder);
        Matcher matcher = FIGURE.matcher(words);
        while (matcher.find()) {
            faults.error(
                    prose.file(),
                    prose.line(
                            holder,
                            words.chars()
                                    .limit(matcher.start())
                                    .filter(c -> c == '\n')
                                    .count()),
                    "bare-figure",
                    "“" + matcher.group() + "” belongs into facts.yaml, as {{fact:…}}");
        }
    }
}
