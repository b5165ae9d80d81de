package org.sopan.course;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sopan.course.Prose.Mark;
import org.sopan.shared.Language;

/** One language of a lesson: front matter between two lines of dashes, then Markdown. */
record LessonFile(String path, YamlNode front, Prose body) {
    static LessonFile read(String path, Language language, Desk desk) {
        FrontMatter file = FrontMatter.read(path, language, Schemas.LESSON, desk);
        return new LessonFile(path, file.front(), file.body());
    }

    void check(YamlNode module, Set<String> lessons, Pictures pictures, Desk desk) {
        Faults faults = desk.faults();
        ProseRules.check(body, desk.shared(), faults);
        if (!module.value().isMissingNode()) {
            checkKnown("outcome", front.at("outcomes"), ids(module.at("outcomes")), faults);
            checkKnown("source", front.at("sources"), ids(module.at("sources")), faults);
        }
        Set<String> blocks = new TreeSet<>();
        for (Mark block : body.blocks()) {
            String id = block.what().substring(block.what().indexOf('#'));
            if (!blocks.add(id)) {
                faults.error(path, block.line(), "duplicate-id", id + " stands on another block of this lesson");
            }
        }
        body.links().forEach(link -> checkLink(link, lessons, faults));
        pictures.check(body, faults);
        if (front.has("asOf") && !faults.spoil(path)) {
            SharedTexts.checkAge(front, LocalDate.parse(front.at("asOf").text()), desk.today(), faults);
        }
    }

    static Set<String> ids(YamlNode list) {
        return list.items().stream().map(entry -> entry.at("id").text()).collect(Collectors.toSet());
    }

    private static void checkKnown(String kind, YamlNode list, Set<String> known, Faults faults) {
        for (YamlNode id : list.items()) {
            if (!known.contains(id.text())) {
                faults.error(id, "unknown-" + kind, "module.yaml has no " + kind + " " + id.text());
            }
        }
    }

    private void checkLink(Mark link, Set<String> lessons, Faults faults) {
        String address = link.what();
        boolean sound = address.startsWith(Links.TERM)
                || Links.leadsOutside(address)
                || (address.startsWith(Links.LESSON)
                        ? lessons.contains(address.substring(Links.LESSON.length()))
                        : body.anchors().contains(address));
        if (!sound) {
            faults.error(path, link.line(), "broken-link", "nothing stands at " + address);
        }
    }
}
