package org.sopan.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The content of each release that ever went live, kept for ever: attempts finish on the release they began with. */
@ApplicationScoped
public class Releases {
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public Releases(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Which release of each course is live. */
    @Transactional
    public Map<String, String> live() {
        Map<String, String> live = new HashMap<>();
        List<?> rows = entities.createNativeQuery(
                        "select course, release from course_release where live_key is not null")
                .getResultList();
        for (Object row : rows) {
            live.put((String) ((Object[]) row)[0], (String) ((Object[]) row)[1]);
        }
        return live;
    }

    @Transactional
    public Optional<CourseFiles> content(String course, String release) {
        List<?> rows = entities.createNativeQuery(
                        "select content from course_release where course = ?1 and release = ?2")
                .setParameter(1, course)
                .setParameter(2, release)
                .getResultList();
        return rows.stream().findFirst().map(content -> files((String) content));
    }

    /** Which edition of the programme is live. */
    @Transactional
    public Optional<String> liveProgramme() {
        List<?> rows = entities.createNativeQuery("select release from programme_release where live_key is not null")
                .getResultList();
        return rows.stream().findFirst().map(String.class::cast);
    }

    @Transactional
    public Optional<CourseFiles> programme(String release) {
        List<?> rows = entities.createNativeQuery("select content from programme_release where release = ?1")
                .setParameter(1, release)
                .getResultList();
        return rows.stream().findFirst().map(content -> files((String) content));
    }

    /** Stores this edition of the programme, if it is new, and makes it the live one. */
    @Transactional
    public void publishProgramme(CourseFiles files) {
        String release = files.release();
        entities.createNativeQuery("insert into programme_release (release, content, published_at)"
                        + " values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, release)
                .setParameter(2, json(files))
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        entities.createNativeQuery("update programme_release set live_key = null"
                        + " where live_key is not null and release <> ?1")
                .setParameter(1, release)
                .executeUpdate();
        entities.createNativeQuery("update programme_release set live_key = 'live' where release = ?1")
                .setParameter(1, release)
                .executeUpdate();
    }

    /** Stores the content, if it is new, and makes it the live one. */
    @Transactional
    public void publish(String course, CourseFiles files) {
        String release = files.release();
        entities.createNativeQuery("insert into course_release (course, release, content, published_at)"
                        + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                .setParameter(1, course)
                .setParameter(2, release)
                .setParameter(3, json(files))
                .setParameter(4, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        entities.createNativeQuery("update course_release set live_key = null where live_key = ?1 and release <> ?2")
                .setParameter(1, course)
                .setParameter(2, release)
                .executeUpdate();
        entities.createNativeQuery("update course_release set live_key = ?1 where course = ?1 and release = ?2")
                .setParameter(1, course)
                .setParameter(2, release)
                .executeUpdate();
    }

    private static String json(CourseFiles files) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        files.texts().forEach(json::add);
        return json.build().toString();
    }

    private static CourseFiles files(String content) {
        Map<String, String> texts = new HashMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(content))) {
            reader.readObject().forEach((path, text) -> texts.put(path, ((JsonString) text).getString()));
        }
        return new CourseFiles(texts);
    }
}
