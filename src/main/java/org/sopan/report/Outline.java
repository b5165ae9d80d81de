package org.sopan.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.Step;
import org.sopan.course.Course;
import org.sopan.course.Lesson;
import org.sopan.course.Module;
import org.sopan.course.Quiz;

/** The steps of a release in their order, which is that of the matrix's columns and of each enrolment's cells. */
final class Outline {
    private final Course course;
    private final List<Matrix.Column> columns = new ArrayList<>();
    private final List<String> modules = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    Outline(Course course) {
        this.course = course;
        for (Module module : course.modules()) {
            for (Lesson lesson : module.lessons()) {
                add(module, new Matrix.Column(Step.Kind.lesson.name(), lesson.id(), lesson.title()));
            }
            Quiz quiz = module.quiz();
            if (quiz != null) {
                add(module, new Matrix.Column(Step.Kind.quiz.name(), quiz.id(), quiz.title()));
            }
        }
    }

    private void add(Module module, Matrix.Column column) {
        places.put(column.kind() + "/" + column.id(), columns.size());
        modules.add(module.id());
        columns.add(column);
    }

    Course course() {
        return course;
    }

    List<Matrix.Column> columns() {
        return columns;
    }

    int size() {
        return columns.size();
    }

    /** The module of the step at this place. */
    String module(int place) {
        return modules.get(place);
    }

    @Nullable
    Integer place(String kind, String id) {
        return places.get(kind + "/" + id);
    }

    /** Which of the steps this institute requires of its people. */
    boolean[] required(String institute) {
        Set<String> asked = new HashSet<>();
        course.requiredModules(institute).forEach(module -> asked.add(module.id()));
        boolean[] required = new boolean[columns.size()];
        for (int place = 0; place < required.length; place++) {
            required[place] = asked.contains(modules.get(place));
        }
        return required;
    }
}
