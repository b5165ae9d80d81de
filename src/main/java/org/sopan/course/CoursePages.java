package org.sopan.course;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Encoded;
import org.sopan.platform.Hashes;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/** A release as it goes over the wire, written once: the course's page, and each lesson in both languages. */
public final class CoursePages {
    private final Encoded page;
    private final Map<Language, Map<String, Encoded>> lessons;

    private CoursePages(Encoded page, Map<Language, Map<String, Encoded>> lessons) {
        this.page = page;
        this.lessons = lessons;
    }

    static CoursePages of(Course course) {
        Map<Language, Map<String, Encoded>> lessons = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Map<String, Encoded> pages = new HashMap<>();
            for (Lesson lesson : course.lessons()) {
                String json = lesson(course, lesson, language).build().toString();
                pages.put(lesson.id(), encoded(course, "-" + language.code(), json));
            }
            lessons.put(language, pages);
        }
        return new CoursePages(encoded(course, "", withSizes(course, lessons)), lessons);
    }

    /** The course's page as JSON. */
    static String page(Course course) {
        return course(course).build().toString();
    }

    /** The page, and of each module what its lessons cost on the line in each language, in bytes. */
    private static String withSizes(Course course, Map<Language, Map<String, Encoded>> lessons) {
        JsonObject page = course(course).build();
        JsonArrayBuilder modules = Json.createArrayBuilder();
        for (JsonObject module : page.getJsonArray("modules").getValuesAs(JsonObject.class)) {
            JsonObjectBuilder bytes = Json.createObjectBuilder();
            lessons.forEach((language, pages) -> bytes.add(
                    language.code(),
                    module.getJsonArray("lessons").getValuesAs(JsonObject.class).stream()
                            .mapToInt(lesson -> Objects.requireNonNull(pages.get(lesson.getString("id")))
                                    .packedSize())
                            .sum()));
            modules.add(Json.createObjectBuilder(module).add("bytes", bytes));
        }
        return Json.createObjectBuilder(page).add("modules", modules).build().toString();
    }

    /** The same release may read differently after an update of this program, and then goes by another tag. */
    private static Encoded encoded(Course course, String language, String json) {
        return Encoded.json(
                json, course.release() + language + "-" + Hashes.sha256(json).substring(0, 8));
    }

    public Encoded page() {
        return page;
    }

    public Optional<Encoded> lesson(String lesson, Language language) {
        return Optional.ofNullable(lessons.getOrDefault(language, Map.of()).get(lesson));
    }

    /** The list of these courses as JSON. */
    public static String summaries(List<Course> courses) {
        return array(courses.stream().map(CoursePages::summary).toList())
                .build()
                .toString();
    }

    private static JsonObjectBuilder summary(Course course) {
        return Json.createObjectBuilder()
                .add("id", course.id())
                .add("title", text(course.title()))
                .add("summary", text(course.summary()))
                .add("minutes", course.minutes())
                .add("release", course.release());
    }

    static JsonObjectBuilder course(Course course) {
        return summary(course)
                .add("language", course.language().code())
                .add("requires", Json.createArrayBuilder(course.requires()))
                .add("selfEnrolment", course.selfEnrolment())
                .add(
                        "modules",
                        array(course.modules().stream().map(CoursePages::module).toList()))
                .add(
                        "completion",
                        array(course.completion().stream()
                                .map(condition -> Json.createObjectBuilder()
                                        .add("kind", condition.kind())
                                        .add("text", text(condition.words())))
                                .toList()))
                .add("tests", Json.createArrayBuilder());
    }

    private static JsonObjectBuilder module(Module module) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", module.id())
                .add("title", text(module.title()))
                .add("minutes", module.minutes())
                .add(
                        "lessons",
                        array(module.lessons().stream()
                                .map(lesson -> Json.createObjectBuilder()
                                        .add("id", lesson.id())
                                        .add("title", text(lesson.title()))
                                        .add("minutes", lesson.minutes()))
                                .toList()))
                .add("assignments", Json.createArrayBuilder())
                .add(
                        "kit",
                        array(module.kit().stream()
                                .map(kit -> Json.createObjectBuilder()
                                        .add("id", kit.id())
                                        .add("title", text(kit.title()))
                                        .add(
                                                "formats",
                                                Json.createArrayBuilder(kit.formats().stream()
                                                        .map(Kit.Format::ending)
                                                        .toList())))
                                .toList()));
        Quiz quiz = module.quiz();
        return quiz == null ? json : json.add("quiz", quiz(quiz));
    }

    private static JsonObjectBuilder quiz(Quiz quiz) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", quiz.id())
                .add("title", text(quiz.title()))
                .add("draw", quiz.draw())
                .add("passPercent", quiz.passPercent());
        Integer attempts = quiz.attempts();
        if (attempts != null) {
            json.add("attempts", attempts);
        }
        Integer minutes = quiz.timeLimitMinutes();
        return minutes == null ? json : json.add("timeLimitMinutes", minutes);
    }

    private static JsonObjectBuilder lesson(Course course, Lesson lesson, Language language) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", lesson.id())
                .add("title", text(lesson.title()))
                .add("minutes", lesson.minutes())
                .add("html", lesson.html(language))
                .add("language", language.code())
                .add("release", course.release());
        course.previous(lesson.id()).ifPresent(previous -> json.add("previous", previous.id()));
        course.next(lesson.id()).ifPresent(next -> json.add("next", next.id()));
        return json;
    }

    private static JsonArrayBuilder array(List<JsonObjectBuilder> objects) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        objects.forEach(array::add);
        return array;
    }

    private static JsonObjectBuilder text(LocalizedText text) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "en", text.en());
        add(json, "bn", text.bn());
        return json;
    }

    private static void add(JsonObjectBuilder json, String language, @Nullable String text) {
        if (text != null) {
            json.add(language, text);
        }
    }
}
