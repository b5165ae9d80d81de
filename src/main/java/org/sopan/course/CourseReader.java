package org.sopan.course;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the curriculum's files. A reading goes through everything and tells every fault; it never fails because of what
 * an author wrote.
 */
public final class CourseReader {
    private final LocalDate today;
    private final ItemCheck itemCheck;

    /** Today decides which figures are too old. */
    public CourseReader(LocalDate today, ItemCheck itemCheck) {
        this.today = today;
        this.itemCheck = itemCheck;
    }

    public Reading read(CourseFiles files) {
        return examine(files).reading();
    }

    /** A reading with what lay on the table for it. */
    record Examined(Reading reading, List<CourseFolder> folders, Desk desk) {}

    Examined examine(CourseFiles files) {
        Faults faults = new Faults();
        Desk desk = Desk.over(files, today, itemCheck, faults);
        YamlNode root = desk.yaml("programme.yaml", Schemas.PROGRAMME);
        List<CourseFolder> folders = folders(root, desk);
        folders.forEach(CourseFolder::check);
        checkAcross(root, folders, desk);
        Map<String, Course> courses = new LinkedHashMap<>();
        for (CourseFolder folder : folders) {
            String release = files.only(folder.id()).release();
            folder.course(root, release).ifPresent(course -> courses.put(course.id(), course));
        }
        String release = files.programme().release();
        return new Examined(new Reading(programme(root, release, faults), courses, faults.sorted()), folders, desk);
    }

    /** What a release holds: its course, and what can be earned in it. */
    public record Released(Course course, List<AwardRule> awards) {}

    /**
     * Reads a release as it was when it went live. It was checked then; rules that came later are not held against it,
     * and of the other courses, which are not in it, nothing is asked.
     *
     * @throws IllegalArgumentException when the files are not one course's release, or cannot be read
     */
    public Released release(CourseFiles release) {
        Faults faults = new Faults();
        Desk desk = Desk.over(release, today, itemCheck, faults);
        YamlNode root = desk.yaml("programme.yaml", Schemas.PROGRAMME);
        return folders(root, desk).stream()
                .flatMap(folder -> folder.course(root, release.release()).stream())
                .findFirst()
                .map(course -> new Released(course, awards(root)))
                .orElseThrow(() -> new IllegalArgumentException("not a release: " + faults.sorted()));
    }

    /**
     * Reads an edition of the programme as it was when it went live.
     *
     * @throws IllegalArgumentException when it cannot be read
     */
    public static Programme programme(CourseFiles edition) {
        Faults faults = new Faults();
        YamlNode root = SharedTexts.parse(edition, "programme.yaml", Schemas.PROGRAMME, faults);
        Programme programme = programme(root, edition.release(), faults);
        if (programme == null) {
            throw new IllegalArgumentException("not a programme: " + faults.sorted());
        }
        return programme;
    }

    private static List<CourseFolder> folders(YamlNode programme, Desk desk) {
        return new LinkedHashSet<>(programme.at("courses").texts())
                .stream().map(course -> new CourseFolder(course, desk)).toList();
    }

    private static void checkAcross(YamlNode programme, List<CourseFolder> folders, Desk desk) {
        Faults faults = desk.faults();
        Set<String> modules = new HashSet<>();
        folders.forEach(folder -> modules.addAll(folder.root().at("modules").texts()));
        YamlNode tracks = programme.at("tracks");
        tracks.names().forEach(institute -> refuseUnknown("module", tracks.at(institute), modules, faults));
        Set<String> courses = Set.copyOf(programme.at("courses").texts());
        programme.at("courses").items().forEach(course -> desk.claim("course", course));
        for (CourseFolder folder : folders) {
            refuseUnknown("course", folder.root().at("requires"), courses, faults);
        }
        warnOfDrafts(programme.at("courses"), courses, desk);
        TestFile.entry(desk).ifPresent(test -> test.check(folders, faults));
        for (YamlNode award : programme.at("awards").items()) {
            Condition.check(award.at("conditions"), faults);
            desk.claim("award", award.at("kind"));
            if (award.at("signOff").value().asBoolean()
                    && award.at("issue").text().equals("automatic")) {
                faults.error(award.at("signOff"), "sign-off-without-approval", "nobody approves what is automatic");
            }
        }
    }

    private static void warnOfDrafts(YamlNode list, Set<String> listed, Desk desk) {
        desk.files().folders("").stream()
                .filter(folder -> !listed.contains(folder) && desk.files().text(folder + "/course.yaml") != null)
                .forEach(folder -> desk.faults()
                        .warning(list, "not-loaded", folder + " is not in this list: neither checked nor shown"));
    }

    private static void refuseUnknown(String kind, YamlNode list, Set<String> known, Faults faults) {
        for (YamlNode id : list.items()) {
            if (!known.contains(id.text())) {
                faults.error(id, "unknown-" + kind, "there is no " + kind + " " + id.text());
            }
        }
    }

    private static @Nullable Programme programme(YamlNode root, String release, Faults faults) {
        if (faults.spoil("programme.yaml")) {
            return null;
        }
        Map<String, Set<String>> tracks = new TreeMap<>();
        for (String institute : root.at("tracks").names()) {
            tracks.put(institute, Set.copyOf(root.at("tracks").at(institute).texts()));
        }
        return new Programme(
                release, root.at("title").localized(), root.at("courses").texts(), tracks, awards(root));
    }

    private static List<AwardRule> awards(YamlNode programme) {
        return programme.at("awards").items().stream().map(AwardRule::of).toList();
    }
}
