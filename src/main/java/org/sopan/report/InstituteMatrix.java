package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sopan.course.Catalogue;
import org.sopan.course.Course;
import org.sopan.course.Lesson;
import org.sopan.course.Module;
import org.sopan.course.Quiz;
import org.sopan.enrolment.Enrolment;
import org.sopan.organization.Organizations;
import org.sopan.platform.Caller;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.LocalizedText;

/** Reads the matrix of one institute and course: two queries, whatever the number of people and steps. */
@ApplicationScoped
public class InstituteMatrix {
    private final EntityManager entities;
    private final Organizations organizations;
    private final Catalogue catalogue;
    private final Caller caller;

    @Inject
    public InstituteMatrix(EntityManager entities, Organizations organizations, Catalogue catalogue, Caller caller) {
        this.entities = entities;
        this.organizations = organizations;
        this.catalogue = catalogue;
        this.caller = caller;
    }

    /** What to show; a size of 0 means everybody. */
    public record Selection(String institute, @Nullable String course, @Nullable CohortId cohort, int page, int size) {}

    @Transactional(Transactional.TxType.SUPPORTS)
    public Matrix read(Selection selection) {
        if (!caller.looksAfter(selection.institute())) {
            throw new DomainException.NotFound("unknown-organization");
        }
        organizations.institute(selection.institute());
        Course course = course(selection.course());
        List<Matrix.Column> columns = columns(course);
        Set<String> required = required(course, selection.institute());
        List<Object[]> people = people(selection, course.id());
        List<Object[]> shown = page(people, selection);
        Map<String, Map<String, String>> done = steps(selection, course.id());
        List<Matrix.Row> rows = new ArrayList<>(shown.size());
        for (Object[] person : shown) {
            rows.add(row(person, columns, required, done.getOrDefault((String) person[0], Map.of())));
        }
        return new Matrix(columns, rows, people.size());
    }

    private Course course(@Nullable String id) {
        return id == null || id.isBlank()
                ? catalogue.list().stream()
                        .findFirst()
                        .orElseThrow(() -> new DomainException.NotFound("unknown-course"))
                : catalogue.live(id);
    }

    private static List<Matrix.Column> columns(Course course) {
        List<Matrix.Column> columns = new ArrayList<>();
        for (Module module : course.modules()) {
            for (Lesson lesson : module.lessons()) {
                columns.add(new Matrix.Column("lesson", lesson.id(), lesson.title()));
            }
            Quiz quiz = module.quiz();
            if (quiz != null) {
                columns.add(new Matrix.Column("quiz", quiz.id(), quiz.title()));
            }
        }
        return columns;
    }

    private static Set<String> required(Course course, String institute) {
        Set<String> required = new HashSet<>();
        for (Module module : course.requiredModules(institute)) {
            module.lessons().forEach(lesson -> required.add("lesson/" + lesson.id()));
            if (module.quiz() != null) {
                required.add("quiz/" + module.id());
            }
        }
        return required;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> people(Selection selection, String course) {
        return bound(
                        "select cast(e.id as varchar), cast(p.id as varchar), p.name_en, p.name_bn, p.email, e.state"
                                + " from enrolment e join person p on p.id = e.person where " + where(selection)
                                + " order by coalesce(p.name_bn, p.name_en), p.email, e.id",
                        selection,
                        course)
                .getResultList();
    }

    /** Of each enrolment the cells of its steps, by kind and id. */
    private Map<String, Map<String, String>> steps(Selection selection, String course) {
        List<?> rows = bound(
                        "select cast(s.enrolment as varchar), s.kind, s.step, s.percent, s.done_at is not null"
                                + " from step s join enrolment e on e.id = s.enrolment where " + where(selection),
                        selection,
                        course)
                .getResultList();
        Map<String, Map<String, String>> cells = new HashMap<>();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            String percent = row[3] == null ? "" : row[3].toString();
            String cell = Boolean.TRUE.equals(row[4]) ? percent + "d" : percent;
            cells.computeIfAbsent((String) row[0], id -> new HashMap<>()).put(row[1] + "/" + row[2], cell);
        }
        return cells;
    }

    private static String where(Selection selection) {
        return "e.institute = ?1 and e.course = ?2"
                + (selection.cohort() == null ? "" : " and e.cohort = cast(?3 as uuid)");
    }

    private jakarta.persistence.Query bound(String sql, Selection selection, String course) {
        var query = entities.createNativeQuery(sql)
                .setParameter(1, selection.institute())
                .setParameter(2, course);
        CohortId cohort = selection.cohort();
        return cohort == null ? query : query.setParameter(3, cohort.toString());
    }

    private static List<Object[]> page(List<Object[]> people, Selection selection) {
        if (selection.size() == 0) {
            return people;
        }
        long from = Math.min(people.size(), (long) selection.page() * selection.size());
        long to = Math.min(people.size(), from + selection.size());
        return people.subList((int) from, (int) to);
    }

    private static Matrix.Row row(
            @Nullable Object[] person, List<Matrix.Column> columns, Set<String> required, Map<String, String> done) {
        List<String> cells = new ArrayList<>(columns.size());
        int finished = 0;
        for (Matrix.Column column : columns) {
            String key = column.kind() + "/" + column.id();
            String cell = done.getOrDefault(key, "");
            boolean isRequired = required.contains(key);
            finished += isRequired && cell.endsWith("d") ? 1 : 0;
            cells.add(cell.isEmpty() ? (isRequired ? "o" : "-") : cell);
        }
        Enrolment.State state = Enrolment.State.valueOf(String.valueOf(person[5]));
        int percent = state == Enrolment.State.COMPLETED ? 100 : finished * 100 / Math.max(1, required.size());
        String email = String.valueOf(person[4]);
        return new Matrix.Row(
                String.valueOf(person[1]),
                name((String) person[2], (String) person[3], email),
                email,
                percent,
                state.word(),
                cells);
    }

    private static LocalizedText name(@Nullable String en, @Nullable String bn, String email) {
        return en == null && bn == null ? new LocalizedText(email, null) : new LocalizedText(en, bn);
    }
}
