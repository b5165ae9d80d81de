package org.sopan.course;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sopan.shared.Language;

/** A course's folder: course.yaml and a folder for each module. */
final class CourseFolder {
    private final String id;
    private final Desk desk;
    private final YamlNode root;
    private final List<ModuleFolder> modules;

    CourseFolder(String id, Desk desk) {
        this.id = id;
        this.desk = desk;
        this.root = desk.yaml(id + "/course.yaml", Schemas.COURSE);
        this.modules = moduleIds().stream()
                .map(module -> new ModuleFolder(id, module, desk))
                .toList();
    }

    String id() {
        return id;
    }

    YamlNode root() {
        return root;
    }

    List<ModuleFolder> modules() {
        return modules;
    }

    /**
     * The course for readers under the name of its release, unless a file of its own or one of those all courses share
     * has an error.
     */
    Optional<Course> course(YamlNode programme, String release) {
        Faults faults = desk.faults();
        if (List.of(id + "/", "programme.yaml", "facts.yaml", "glossary.yaml").stream()
                .anyMatch(faults::spoil)) {
            return Optional.empty();
        }
        Course course = new Course(
                id,
                release,
                root.at("title").localized(),
                root.at("summary").localized(),
                Language.ofTag(root.at("language").text()).orElse(Language.BN),
                modules.stream().map(ModuleFolder::module).toList(),
                root.at("requires").texts(),
                Condition.of(root.at("completion")),
                root.at("certificate").at("design").text(),
                CertificateLanguages.of(root.at("certificate").at("languages").text()),
                root.at("selfEnrolment").isTrue(),
                tracks(programme));
        return faults.spoil(id + "/") ? Optional.empty() : Optional.of(course);
    }

    private Set<String> moduleIds() {
        return root.at("modules").texts().stream()
                .filter(module ->
                        desk.files().paths().stream().anyMatch(path -> path.startsWith(id + "/" + module + "/")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Reports what is wrong with this course, beyond what keeps its files from being read at all. */
    void check() {
        Set<String> lessons =
                modules.stream().flatMap(module -> module.lessonIds().stream()).collect(Collectors.toSet());
        modules.forEach(module -> module.check(lessons));
        Condition.check(root.at("completion"), desk.faults());
        Set<String> there = moduleIds();
        for (YamlNode module : root.at("modules").items()) {
            desk.claim("module", module);
            if (!there.contains(module.text())) {
                desk.faults().error(module, "unknown-module", "there is no folder " + id + "/" + module.text());
            }
        }
        warnOfDrafts();
    }

    /** A module may lie here until it is finished; its author is told that nobody looks at it yet. */
    private void warnOfDrafts() {
        Set<String> listed = new HashSet<>(root.at("modules").texts());
        desk.files().folders(id + "/").stream()
                .filter(folder -> !listed.contains(folder))
                .forEach(folder -> desk.faults()
                        .warning(
                                root.at("modules"),
                                "not-loaded",
                                id + "/" + folder + " is not in this list: neither checked nor shown"));
    }

    private Map<String, Set<String>> tracks(YamlNode programme) {
        Set<String> own = new HashSet<>(root.at("modules").texts());
        Map<String, Set<String>> tracks = new TreeMap<>();
        for (String institute : programme.at("tracks").names()) {
            Set<String> track =
                    new TreeSet<>(programme.at("tracks").at(institute).texts());
            track.retainAll(own);
            if (!track.isEmpty()) {
                tracks.put(institute, track);
            }
        }
        return tracks;
    }
}
