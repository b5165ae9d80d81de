package org.sopan.course;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What lies on the table while the files are read: the shared texts, today's date, the ids met so far, the faults. */
record Desk(
        CourseFiles files,
        SharedTexts shared,
        Markdown markdown,
        LocalDate today,
        ItemCheck itemCheck,
        Map<String, String> ids,
        Faults faults) {

    static Desk over(CourseFiles files, LocalDate today, ItemCheck itemCheck, Faults faults) {
        SharedTexts shared = SharedTexts.read(files, today, faults);
        return new Desk(files, shared, new Markdown(shared), today, itemCheck, new HashMap<>(), faults);
    }

    YamlNode yaml(String path, Schemas schema) {
        return SharedTexts.parse(files, path, schema, faults);
    }

    /** Refuses an id that something else of its kind bears already. */
    void claim(String kind, String id, String file, int line) {
        if (id.isEmpty()) {
            return;
        }
        String first = ids.putIfAbsent(kind + " " + id, file + ":" + line);
        if (first != null) {
            faults.error(file, line, "duplicate-id", kind + " " + id + " is already in " + first);
        }
    }

    void claim(String kind, YamlNode id) {
        claim(kind, id.text(), id.file(), id.line());
    }
}
