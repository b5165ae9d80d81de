package org.sopan.course;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sopan.shared.Language;

/** What the modules come to in figures, for authors and those who review them. */
record LintReport(List<CourseFolder> courses, Desk desk, PrintStream out) {

    void print() {
        for (CourseFolder course : courses) {
            course.modules().forEach(this::print);
        }
        TestFile.entry(desk).ifPresent(this::print);
    }

    private void print(ModuleFolder folder) {
        String path = folder.path().substring(0, folder.path().length() - 1);
        if (desk.faults().spoil(folder.path())) {
            out.printf("%n%s: not counted before its errors are mended%n", path);
            return;
        }
        Module module = folder.module();
        out.printf("%n%s: %d lessons, %d minutes%n", path, module.lessons().size(), module.minutes());
        folder.lessons().forEach(pair -> lesson(folder, pair, module));
        List<Prose> bangla =
                folder.lessons().stream().map(pair -> pair.bn().body()).toList();
        out.printf("  median Bangla sentence: %d words%n", Sentences.median(bangla, desk.shared()));
        Quiz quiz = module.quiz();
        if (quiz != null) {
            for (Item.Use use : Item.Use.values()) {
                items(word(use), quiz.items(use));
            }
        }
        out.printf("  kit: %s%n", joined(module.kit().stream().map(Kit::id).toList()));
        out.printf("  figures: %s%n", joined(List.copyOf(folder.pictures())));
    }

    private void lesson(ModuleFolder folder, LessonPair pair, Module module) {
        Lesson lesson = module.lessons().stream()
                .filter(each -> each.id().equals(pair.id()))
                .findFirst()
                .orElseThrow();
        int bytes = 0;
        for (Language language : Language.values()) {
            bytes = Math.max(bytes, lesson.html(language).getBytes(StandardCharsets.UTF_8).length);
        }
        out.printf(
                Locale.ROOT,
                "  %s: %d words en, %d bn, median sentence %d bn; %d minutes; %,d bytes%n",
                pair.id(),
                folder.words(pair.en()),
                folder.words(pair.bn()),
                Sentences.median(List.of(pair.bn().body()), desk.shared()),
                lesson.minutes(),
                bytes);
    }

    private void items(String use, List<Item> items) {
        if (items.isEmpty()) {
            return;
        }
        out.printf("  %s items: %d; %s%n", use, items.size(), levels(items));
        items.stream()
                .collect(Collectors.groupingBy(Item::type, TreeMap::new, Collectors.toList()))
                .forEach((type, some) -> out.printf("    %s %d: %s%n", type, some.size(), levels(some)));
        Map<String, Long> places = items.stream()
                .flatMap(item -> RightPlaces.of(item).stream())
                .collect(Collectors.groupingBy(place -> place, TreeMap::new, Collectors.counting()));
        out.printf("    right: %s%n", counted(places));
    }

    private static String levels(List<Item> items) {
        Map<Level, Long> levels =
                items.stream().collect(Collectors.groupingBy(Item::level, TreeMap::new, Collectors.counting()));
        return levels.entrySet().stream()
                .map(each -> each.getKey().word() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private void print(TestFile test) {
        if (desk.faults().spoil(test.root().file())) {
            return;
        }
        out.printf("%n%s:%n", test.root().file());
        test.blueprint().forEach((course, wanted) -> {
            String parts = wanted.entrySet().stream()
                    .map(each -> each.getKey().word() + " " + each.getValue() + " of "
                            + TestFile.pool(course, courses, each.getKey()))
                    .collect(Collectors.joining(", "));
            out.printf("  %s: %s%n", course, parts);
        });
    }

    private static String counted(Map<String, Long> counts) {
        return joined(counts.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .toList());
    }

    private static String joined(List<String> words) {
        return words.isEmpty() ? "none" : String.join(", ", words);
    }

    private static String word(Item.Use use) {
        return use.name().toLowerCase(Locale.ROOT);
    }
}
