package org.sopan.course;

import java.util.List;
import java.util.OptionalInt;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Text;
import org.sopan.course.Prose.Mark;
import org.sopan.document.Manuscript;
import org.sopan.document.Passage;
import org.sopan.document.PdfDocument;
import org.sopan.document.Printable;
import org.sopan.document.Slide;
import org.sopan.shared.BanglaDigits;

/** What holds for a part of a kit: it can be printed, a slide holds what it says, a handout is one page. */
record KitRules(String id, Prose prose, Desk desk) {
    private static final int FEWEST_SLIDES = 8;
    private static final int MOST_SLIDES = 12;
    private static final int MOST_BULLETS = 5;
    private static final int HANDOUT_WORDS = 300;
    private static final int SESSION_MINUTES = 60;

    void check(Manuscript manuscript) {
        ProseRules.check(prose, desk.shared(), faults());
        Pictures.NONE.check(prose, faults());
        for (Mark block : prose.blocks()) {
            faults().error(prose.file(), block.line(), "block", "blocks are for lessons, not for kits");
        }
        for (Mark link : prose.links()) {
            if (!link.what().startsWith(Links.TERM) && !Links.leadsOutside(link.what())) {
                faults().error(
                                prose.file(),
                                link.line(),
                                "broken-link",
                                "a kit leaves Sopan; it leads to " + link.what());
            }
        }
        if (isPrintable()) {
            switch (id) {
                case Kit.SLIDES -> checkSlides(manuscript);
                case Kit.HANDOUT -> checkHandout(manuscript);
                case "session-plan" -> checkMinutes(manuscript);
                default -> {
                    // of anything else we do not know how long it should be
                }
            }
        }
    }

    private boolean isPrintable() {
        boolean[] printable = {true};
        prose.root().accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                Printable.missing(text.getLiteral()).ifPresent(character -> {
                    printable[0] = false;
                    error(prose.line(text, 0), character + " cannot be printed; our typeface does not have it");
                });
            }
        });
        return printable[0];
    }

    private void checkSlides(Manuscript manuscript) {
        List<Slide> slides = Slide.of(manuscript);
        List<Mark> titles = prose.headings().stream()
                .filter(heading -> heading.what().equals("2"))
                .toList();
        if (slides.size() < FEWEST_SLIDES || slides.size() > MOST_SLIDES) {
            warning(1, slides.size() + " slides, each under a heading of level 2; 8 to 12 fill an hour");
        }
        if (!manuscript.passages().isEmpty()
                && !(manuscript.passages().get(0) instanceof Passage.Heading first && first.level() == 2)) {
            error(1, "something stands before the first slide's heading, and so on no slide");
        }
        for (int i = 0; i < slides.size(); i++) {
            checkSlide(slides.get(i), titles.get(i).line());
        }
    }

    private void checkSlide(Slide slide, int line) {
        long bullets = slide.shown().stream()
                .filter(Passage.Entries.class::isInstance)
                .mapToLong(list -> ((Passage.Entries) list).entries().size())
                .sum();
        long tables =
                slide.shown().stream().filter(Passage.Table.class::isInstance).count();
        if (bullets > MOST_BULLETS) {
            error(line, bullets + " bullets on a slide; at most 5 are read");
        }
        if (tables > 1 || (tables == 1 && bullets > 0)) {
            error(line, "a slide holds bullets or one table");
        }
        if (slide.size() == 0) {
            error(line, "the slide holds more than can be shown in a size that the last row can read");
        }
    }

    private void checkHandout(Manuscript manuscript) {
        int words = Words.count(Words.of(prose.root()));
        if (words > HANDOUT_WORDS) {
            warning(1, words + " words; a handout has at most 300");
        }
        if (!PdfDocument.isLeaf(manuscript)) {
            warning(1, "more than one page when printed, even in small type");
        }
    }

    /** The first table of a session plan tells the minutes; where all of them are numbers, they make an hour. */
    private void checkMinutes(Manuscript manuscript) {
        manuscript.passages().stream()
                .filter(Passage.Table.class::isInstance)
                .findFirst()
                .map(table -> minutes((Passage.Table) table))
                .ifPresent(sum -> {
                    if (sum.isPresent() && sum.getAsInt() != SESSION_MINUTES) {
                        warning(1, "the minutes add up to " + sum.getAsInt() + ", not 60");
                    }
                });
    }

    private static OptionalInt minutes(Passage.Table table) {
        int sum = 0;
        for (List<List<Passage.Run>> row : table.rows().subList(1, table.rows().size())) {
            String cell = BanglaDigits.toLatin(Passage.plain(row.get(0)).strip());
            if (!cell.matches("[0-9]{1,3}")) {
                return OptionalInt.empty();
            }
            sum += Integer.parseInt(cell);
        }
        return OptionalInt.of(sum);
    }

    private void error(int line, String words) {
        faults().error(prose.file(), line, "kit", words);
    }

    private void warning(int line, String words) {
        faults().warning(prose.file(), line, "kit", words);
    }

    private Faults faults() {
        return desk.faults();
    }
}
