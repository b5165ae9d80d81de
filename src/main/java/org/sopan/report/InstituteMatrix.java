package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.course.Catalogue;
import org.sopan.course.Course;
import org.sopan.organization.Organizations;
import org.sopan.platform.Caller;
import org.sopan.platform.Sql;
import org.sopan.shared.DomainException;
import org.sopan.shared.Language;

/** Reads the matrix of one institute and course: a fixed number of queries, whatever the number of people and steps. */
@ApplicationScoped
public class InstituteMatrix {
    private final EntityManager entities;
    private final Organizations organizations;
    private final Catalogue catalogue;
    private final Outlines outlines;
    private final Once once;
    private final Caller caller;

    @Inject
    public InstituteMatrix(
            EntityManager entities,
            Organizations organizations,
            Catalogue catalogue,
            Outlines outlines,
            Once once,
            Caller caller) {
        this.entities = entities;
        this.organizations = organizations;
        this.catalogue = catalogue;
        this.outlines = outlines;
        this.once = once;
        this.caller = caller;
    }

    /** What to show, in the order of the reader's language; a size of 0 means everybody. */
    public record Selection(
            String institute, @Nullable String course, PeopleFilter filter, Language reader, int page, int size) {}

    @Transactional(Transactional.TxType.SUPPORTS)
    public Matrix read(Selection selection) {
        Outline outline = outline(selection);
        Sql which = which(selection, outline);
        List<Object[]> found = rows(which, selection).list(entities);
        long total = selection.size() == 0
                ? found.size()
                : new Sql().add(Learning.COUNT).add(which).number(entities);
        boolean[] required = outline.required(selection.institute());
        List<Matrix.Row> people = new ArrayList<>(found.size());
        for (Object[] each : found) {
            people.add(row(Learning.of(each), outline, required));
        }
        return new Matrix(outline.columns(), people, total);
    }

    /** The course's steps; refuses who may not read of this institute. */
    Outline outline(Selection selection) {
        if (!caller.reads(selection.institute())) {
            throw new DomainException.NotFound("unknown-organization");
        }
        organizations.institute(selection.institute());
        return outlines.live(course(selection.course()));
    }

    /** Reads those of this condition, in the order that was asked for. */
    Sql rows(Sql which, Selection selection) {
        Sql sql = new Sql().add(Learning.SELECT).add(which);
        selection.filter().order(sql, selection.reader());
        if (selection.size() > 0) {
            sql.add(" limit ? offset ?", selection.size(), (long) selection.page() * selection.size());
        }
        return sql;
    }

    private String course(@Nullable String id) {
        return id == null || id.isBlank()
                ? catalogue.list().stream()
                        .findFirst()
                        .map(Course::id)
                        .orElseThrow(() -> new DomainException.NotFound("unknown-course"))
                : id;
    }

    /** The condition for whoever is shown, each person once. */
    Sql which(Selection selection, Outline outline) {
        Sql sql = new Sql()
                .add(
                        "e.institute = ? and e.course = ?",
                        selection.institute(),
                        outline.course().id());
        selection.filter().narrow(sql);
        return selection.filter().once(once, selection.institute(), sql);
    }

    Matrix.Row row(Learning learning, Outline outline, boolean[] required) {
        List<String> shown = outlines.cells(learning, outline).each(outline.size());
        for (int place = 0; place < required.length; place++) {
            if (shown.get(place).isEmpty()) {
                shown.set(place, required[place] ? "o" : "-");
            }
        }
        return new Matrix.Row(
                learning.person(),
                learning.enrolment(),
                learning.cohort(),
                learning.name(),
                learning.email(),
                learning.designation(),
                learning.percent(),
                learning.state().word(),
                learning.due(),
                learning.lastActivity(),
                shown);
    }
}
