package org.sopan.course;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.sopan.shared.Language;

/** A text of an author, parsed, with what the linter compares and follows in it and the lines where that stands. */
final class Prose {
    /** Something found in a text: a heading's level, a block's kind and id, the target of a reference. */
    record Mark(String what, String words, int line) {}

    private final String file;
    private final Language language;
    private final Node root;
    private final IntUnaryOperator lineOf;
    private final List<Mark> headings = new ArrayList<>();
    private final List<Mark> blocks = new ArrayList<>();
    private final List<Mark> facts = new ArrayList<>();
    private final List<Mark> links = new ArrayList<>();
    private final List<Mark> pictures = new ArrayList<>();
    private final List<Mark> rawHtml = new ArrayList<>();
    private final List<Mark> badFences = new ArrayList<>();

    private Prose(String file, Language language, Node root, IntUnaryOperator lineOf) {
        this.file = file;
        this.language = language;
        this.root = root;
        this.lineOf = lineOf;
        root.accept(new Collector());
    }

    /** The body of a file, which begins at this line. */
    static Prose ofFile(String file, Language language, String text, int firstLine) {
        return new Prose(file, language, Markdown.parse(text), index -> firstLine + index);
    }

    /** A text in a YAML file; all of it counts as standing where it begins. */
    static Prose ofText(YamlNode place, Language language) {
        return new Prose(place.file(), language, Markdown.parse(place.text()), index -> place.line());
    }

    String file() {
        return file;
    }

    Language language() {
        return language;
    }

    Node root() {
        return root;
    }

    List<Mark> headings() {
        return headings;
    }

    List<Mark> blocks() {
        return blocks;
    }

    List<Mark> facts() {
        return facts;
    }

    List<Mark> links() {
        return links;
    }

    List<Mark> pictures() {
        return pictures;
    }

    List<Mark> rawHtml() {
        return rawHtml;
    }

    List<Mark> badFences() {
        return badFences;
    }

    /** Links to the glossary, without the word that says so. */
    List<Mark> terms() {
        return links.stream()
                .filter(link -> link.what().startsWith(Links.TERM))
                .map(link -> new Mark(link.what().substring(Links.TERM.length()), link.words(), link.line()))
                .toList();
    }

    /** Every place a link in the same text may lead to. */
    Set<String> anchors() {
        Set<String> anchors = blocks.stream()
                .map(block -> block.what().replaceFirst("^\\S+ ", ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (int i = 1; i <= headings.size(); i++) {
            anchors.add("#" + Links.section(i));
        }
        return anchors;
    }

    private void note(List<Mark> marks, String what, Node node) {
        marks.add(new Mark(what, Words.of(node), line(node, 0)));
    }

    private static int index(Node node) {
        Node holder = node;
        while (holder.getSourceSpans().isEmpty() && holder.getParent() != null) {
            holder = holder.getParent();
        }
        return holder.getSourceSpans().isEmpty()
                ? 0
                : holder.getSourceSpans().get(0).getLineIndex();
    }

    /** The line so many lines below the beginning of a part of this text. */
    int line(Node node, long below) {
        return lineOf.applyAsInt(index(node) + (int) below);
    }

    private final class Collector extends AbstractVisitor {
        @Override
        public void visit(Heading heading) {
            note(headings, String.valueOf(heading.getLevel()), heading);
            visitChildren(heading);
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof LessonBlock lessonBlock) {
                String fault = lessonBlock.fault();
                if (fault == null) {
                    note(blocks, lessonBlock.kind() + " #" + lessonBlock.id(), block);
                } else {
                    note(badFences, fault, block);
                }
            }
            visitChildren(block);
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof FactReference reference) {
                note(facts, reference.id(), node);
            }
            visitChildren(node);
        }

        @Override
        public void visit(Link link) {
            note(links, link.getDestination(), link);
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            note(pictures, image.getDestination(), image);
        }

        @Override
        public void visit(HtmlBlock html) {
            note(rawHtml, html.getLiteral().strip(), html);
        }

        @Override
        public void visit(HtmlInline html) {
            note(rawHtml, html.getLiteral(), html);
        }

        @Override
        public void visit(Text text) {
            if (text.getLiteral().startsWith(":::")) {
                note(badFences, "nothing is open here that ::: could close", text);
            }
        }
    }
}
