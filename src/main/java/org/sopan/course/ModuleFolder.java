package org.sopan.course;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;

/** A module's folder: module.yaml, numbered lessons in two languages, and a quiz where there is one. */
final class ModuleFolder {
    private static final Pattern LESSON = Pattern.compile("([0-9]{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\\.(en|bn)\\.md");

    private final String course;
    private final String id;
    private final String folder;
    private final Desk desk;
    private final YamlNode module;
    private final Pictures pictures;
    private final List<LessonPair> lessons = new ArrayList<>();
    private final List<KitPair> kit;
    private final @Nullable QuizFile quiz;

    ModuleFolder(String course, String id, Desk desk) {
        this.course = course;
        this.id = id;
        this.folder = course + "/" + id + "/";
        this.desk = desk;
        this.module = desk.yaml(folder + "module.yaml", Schemas.MODULE);
        this.pictures = Pictures.in(folder, desk.files());
        readLessons();
        this.kit = KitPair.in(folder, desk);
        this.quiz = desk.files().text(folder + "quiz.yaml") == null
                ? null
                : new QuizFile(id, desk.yaml(folder + "quiz.yaml", Schemas.QUIZ), desk);
    }

    String path() {
        return folder;
    }

    List<LessonPair> lessons() {
        return lessons;
    }

    /** The names of its pictures. */
    Set<String> pictures() {
        return pictures.byAddress().keySet();
    }

    /** How many words a reader of this file reads. */
    int words(LessonFile file) {
        return Words.count(
                desk.markdown().lesson(file.body().root(), file.body().language(), pictures));
    }

    List<String> lessonIds() {
        return lessons.stream().map(LessonPair::id).toList();
    }

    /** Whether there is a quiz that cannot be read, so that nobody knows what it asks. */
    boolean hidesItems() {
        return quiz != null && quiz.root().value().isMissingNode();
    }

    /** How many questions there are of this use and level. */
    long items(Item.Use use, Level level) {
        return quiz == null ? 0 : quiz.count(use, level);
    }

    void check(Set<String> lessonsOfCourse) {
        module.at("outcomes").items().forEach(outcome -> desk.claim("outcome", outcome.at("id")));
        module.at("sources").items().forEach(source -> desk.claim("source of " + id, source.at("id")));
        for (LessonPair lesson : lessons) {
            lesson.en().check(module, lessonsOfCourse, pictures, desk);
            lesson.bn().check(module, lessonsOfCourse, pictures, desk);
            lesson.compare(desk.faults());
        }
        kit.forEach(part -> part.check(desk));
        pictures.check(
                lessons.stream()
                        .flatMap(lesson ->
                                Stream.of(lesson.en().body(), lesson.bn().body()))
                        .toList(),
                desk.faults());
        if (quiz != null && !quiz.root().value().isMissingNode()) {
            quiz.check(module);
        }
    }

    /** The module for readers; only for a folder without an error. */
    Module module() {
        Map<String, Source> sources = new LinkedHashMap<>();
        module.at("sources").items().forEach(node -> sources.put(node.at("id").text(), Source.of(node)));
        return new Module(
                id,
                module.at("title").localized(),
                module.at("outcomes").items().stream()
                        .map(node -> new Outcome(
                                node.at("id").text(),
                                Level.of(node.at("level").text()),
                                node.at("text").localized()))
                        .toList(),
                sources,
                lessons.stream()
                        .map(lesson -> lesson.lesson(sources, pictures, desk))
                        .toList(),
                quiz == null ? null : quiz.quiz(),
                kit.stream().map(part -> part.kit(desk)).toList());
    }

    private void readLessons() {
        Map<String, Map<String, String>> paths = new TreeMap<>();
        for (String path : desk.files().paths()) {
            String name = path.startsWith(folder) ? path.substring(folder.length()) : "";
            if (!name.endsWith(".md") || name.contains("/")) {
                continue;
            }
            Matcher matcher = LESSON.matcher(name);
            if (matcher.matches()) {
                paths.computeIfAbsent(matcher.group(1) + "-" + matcher.group(2), key -> new TreeMap<>())
                        .put(matcher.group(3), path);
            } else {
                desk.faults().error(path, 1, "file-name", "a lesson is called 01-its-id.en.md and 01-its-id.bn.md");
            }
        }
        paths.forEach(this::readLesson);
    }

    private void readLesson(String name, Map<String, String> languages) {
        String lesson = name.substring(3);
        String any = languages.values().iterator().next();
        desk.claim("lesson of " + course, lesson, any, 1);
        desk.claim("lesson number of " + id, name.substring(0, 2), any, 1);
        String en = languages.get("en");
        String bn = languages.get("bn");
        if (en != null && bn != null) {
            lessons.add(new LessonPair(
                    lesson, LessonFile.read(en, Language.EN, desk), LessonFile.read(bn, Language.BN, desk)));
            return;
        }
        Language there = en == null ? Language.BN : Language.EN;
        LessonFile.read(any, there, desk).check(module, Set.copyOf(lessonIds()), pictures, desk);
        desk.faults()
                .error(
                        any,
                        1,
                        "missing-language",
                        "there is no " + folder + name + "." + there.other().code() + ".md");
    }
}
