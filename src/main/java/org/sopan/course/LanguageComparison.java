package org.sopan.course;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sopan.course.Prose.Mark;

/** The two languages of a lesson must carry the same structure; the first difference of each kind is reported. */
final class LanguageComparison {
    private static final String CODE = "unequal-structure";

    private final LessonFile en;
    private final LessonFile bn;
    private final Faults faults;

    LanguageComparison(LessonFile en, LessonFile bn, Faults faults) {
        this.en = en;
        this.bn = bn;
        this.faults = faults;
    }

    void check() {
        compareOrder("heading of level", en.body().headings(), bn.body().headings());
        compareOrder("block", en.body().blocks(), bn.body().blocks());
        compareOrder("picture", en.body().pictures(), bn.body().pictures());
        compareUse("fact", en.body().facts(), bn.body().facts());
        compareUse("term", en.body().terms(), bn.body().terms());
        for (String name : List.of("outcomes", "minutes", "asOf", "sources")) {
            if (!en.front().at(name).value().equals(bn.front().at(name).value())) {
                faults.error(bn.front().at(name), CODE, name + " differs from " + en.path());
            }
        }
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

    private void reportMissing(LessonFile here, List<Mark> used, String what, LessonFile there, List<Mark> other) {
        Set<String> known = other.stream().map(Mark::what).collect(Collectors.toSet());
        Set<String> reported = new HashSet<>(known);
        for (Mark mark : used) {
            if (reported.add(mark.what())) {
                report(here, mark, what, there);
            }
        }
    }

    private void report(LessonFile here, Mark mark, String what, LessonFile there) {
        faults.error(
                here.path(), mark.line(), CODE, what + " " + mark.what() + " has no counterpart in " + there.path());
    }
}
