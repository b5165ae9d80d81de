package org.sopan.course;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One course cut out of the curriculum. Shared files keep only what the course uses, written as JSON, which is YAML:
 * so neither another course's edit nor a comment makes a new release of this one, nor a module that is not in it yet.
 */
final class ResolvedContent {
    private static final Pattern FACT = Pattern.compile("\\{\\{fact:([a-z0-9-]+)}}");
    private static final Pattern TERM = Pattern.compile("]\\(term:([a-z0-9-]+)\\)");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final CourseFiles files;
    private final String course;
    private final Map<String, String> texts = new TreeMap<>();

    ResolvedContent(CourseFiles files, String course) {
        this.files = files;
        this.course = course;
    }

    Map<String, String> texts() {
        Set<String> drafts = new HashSet<>(files.folders(course + "/"));
        drafts.removeAll(modules());
        files.texts().forEach((path, text) -> {
            if (path.startsWith(course + "/")
                    && drafts.stream().noneMatch(draft -> path.startsWith(course + "/" + draft + "/"))) {
                texts.put(path, text);
            }
        });
        Set<String> facts = used(FACT);
        Set<String> terms = used(TERM);
        texts.put("programme.yaml", programme().toString());
        texts.put("facts.yaml", entries("facts", facts).toString());
        texts.put("glossary.yaml", entries("terms", terms).toString());
        return texts;
    }

    /** The programme without what belongs to one course alone. */
    static Map<String, String> programme(CourseFiles files) {
        JsonNode whole = parse(files, "programme.yaml");
        ObjectNode programme = NODES.objectNode();
        programme.set("title", whole.path("title"));
        programme.set("courses", whole.path("courses"));
        programme.set("tracks", whole.path("tracks"));
        programme.set("awards", awards(whole, "programme"));
        return Map.of("programme.yaml", programme.toString());
    }

    private static ArrayNode awards(JsonNode programme, String scope) {
        return select(
                programme.path("awards"), award -> award.path("scope").asText().equals(scope));
    }

    private Set<String> used(Pattern reference) {
        Set<String> used = new HashSet<>();
        for (String text : texts.values()) {
            Matcher matcher = reference.matcher(text);
            while (matcher.find()) {
                used.add(matcher.group(1));
            }
        }
        return used;
    }

    private Set<String> modules() {
        Set<String> modules = new HashSet<>();
        parse(course + "/course.yaml").path("modules").forEach(module -> modules.add(module.asText()));
        return modules;
    }

    private ObjectNode programme() {
        JsonNode whole = parse("programme.yaml");
        Set<String> modules = modules();
        ObjectNode tracks = NODES.objectNode();
        whole.path("tracks").fieldNames().forEachRemaining(institute -> {
            ArrayNode own = select(whole.path("tracks").path(institute), module -> modules.contains(module.asText()));
            if (!own.isEmpty()) {
                tracks.set(institute, own);
            }
        });
        ObjectNode programme = NODES.objectNode();
        programme.set("title", whole.path("title"));
        programme.set("courses", NODES.arrayNode().add(course));
        programme.set("tracks", tracks);
        programme.set("awards", awards(whole, "course"));
        return programme;
    }

    private ObjectNode entries(String list, Set<String> used) {
        JsonNode whole =
                parse((list.equals("terms") ? "glossary" : list) + ".yaml").path(list);
        ObjectNode root = NODES.objectNode();
        root.set(list, select(whole, entry -> used.contains(entry.path("id").asText())));
        return root;
    }

    private static ArrayNode select(JsonNode list, Predicate<JsonNode> wanted) {
        ArrayNode selected = NODES.arrayNode();
        list.forEach(entry -> {
            if (wanted.test(entry)) {
                selected.add(entry);
            }
        });
        return selected;
    }

    private JsonNode parse(String path) {
        return parse(files, path);
    }

    private static JsonNode parse(CourseFiles files, String path) {
        String text = files.text(path);
        // faults of these files are reported by whoever reads them; here what cannot be read counts as absent
        return YamlText.parse(path, text == null ? "" : text, new Faults()).value();
    }
}
