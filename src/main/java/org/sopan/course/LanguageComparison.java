package org.sopan.course;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sopan.course.Prose.Mark;

/** The two languages of a text must carry the same structure; the first difference of each kind is reported. */
final class LanguageComparison {
    static final String CODE = "unequal-structure";

    private final Prose en;
    private final Prose bn;
    private final Faults faults;

    LanguageComparison(Prose en, Prose bn, Faults faults) {
        this.en = en;
        this.bn = bn;
        this.faults = faults;
    }

    void check() {
        compareOrder("heading of level", en.headings(), bn.headings());
        compareOrder("block", en.blocks(), bn.blocks());
        compareOrder("picture", en.pictures(), bn.pictures());
        compareUse("fact", en.facts(), bn.facts());
        compareUse("term", en.terms(), bn.terms());
    }

    private void compareOrder(String what, List<Mark> english, List<Mark> bangla) {
        int same = 0;
        while (same < english.size()
                && same < bangla.size()
                && english.get(same).what().equals(bangla.get(same).what())) {
            same++;
        }
        if (same < bangla.size()) {
            report(bn, bangla.get(same), what, en);
        } else if (same < english.size()) {
            report(en, english.get(same), what, bn);
        }
    }

    private void compareUse(String what, List<Mark> english, List<Mark> bangla) {
        reportMissing(en, english, what, bn, bangla);
        reportMissing(bn, bangla, what, en, english);
    }

    private void reportMissing(Prose here, List<Mark> used, String what, Prose there, List<Mark> other) {
        Set<String> known = other.stream().map(Mark::what).collect(Collectors.toSet());
        Set<String> reported = new HashSet<>(known);
        for (Mark mark : used) {
            if (reported.add(mark.what())) {
                report(here, mark, what, there);
            }
        }
    }

    private void report(Prose here, Mark mark, String what, Prose there) {
        faults.error(
                here.file(), mark.line(), CODE, what + " " + mark.what() + " has no counterpart in " + there.file());
    }
}
