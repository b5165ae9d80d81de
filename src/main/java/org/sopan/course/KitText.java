package org.sopan.course;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.sopan.document.Passage;
import org.sopan.shared.Language;

/** A kit's Markdown as the passages that are printed. */
final class KitText extends AbstractVisitor {
    private final SharedTexts shared;
    private final Language language;
    private final List<Passage> passages = new ArrayList<>();

    private KitText(SharedTexts shared, Language language) {
        this.shared = shared;
        this.language = language;
    }

    static List<Passage> of(Prose prose, SharedTexts shared) {
        KitText text = new KitText(shared, prose.language());
        prose.root().accept(text);
        return text.passages;
    }

    @Override
    public void visit(Heading heading) {
        passages.add(new Passage.Heading(heading.getLevel(), runs(heading)));
    }

    @Override
    public void visit(Paragraph paragraph) {
        passages.add(new Passage.Paragraph(runs(paragraph)));
    }

    @Override
    public void visit(BlockQuote quote) {
        for (Node child = quote.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof ListBlock list) {
                List<Passage.Entry> entries = new ArrayList<>();
                collect(list, 0, entries);
                entries.forEach(entry -> passages.add(new Passage.Note(entry.runs())));
            } else {
                passages.add(new Passage.Note(runs(child)));
            }
        }
    }

    @Override
    public void visit(BulletList list) {
        list(list);
    }

    @Override
    public void visit(OrderedList list) {
        list(list);
    }

    @Override
    public void visit(CustomBlock block) {
        if (!(block instanceof TableBlock)) {
            visitChildren(block);
            return;
        }
        List<List<List<Passage.Run>>> rows = new ArrayList<>();
        block.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof TableRow) {
                    rows.add(new ArrayList<>());
                } else if (node instanceof TableCell) {
                    rows.get(rows.size() - 1).add(runs(node));
                }
                visitChildren(node);
            }
        });
        passages.add(new Passage.Table(rows));
    }

    private void list(ListBlock list) {
        List<Passage.Entry> entries = new ArrayList<>();
        collect(list, 0, entries);
        passages.add(new Passage.Entries(entries));
    }

    /** What an item holds beside its first words, lists apart, goes on as an entry of its own without a sign. */
    private void collect(ListBlock list, int depth, List<Passage.Entry> entries) {
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 0;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            for (Node part = item.getFirstChild(); part != null; part = part.getNext()) {
                if (part instanceof ListBlock inner) {
                    collect(inner, depth + 1, entries);
                } else {
                    entries.add(new Passage.Entry(depth, list instanceof OrderedList ? number : 0, runs(part)));
                }
            }
            number++;
        }
    }

    private List<Passage.Run> runs(Node holder) {
        return KitRuns.of(holder, shared, language);
    }
}
