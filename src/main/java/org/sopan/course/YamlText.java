package org.sopan.course;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML read to a tree that remembers its lines. Nothing is instantiated by tag. Only {@code true}, {@code false} and
 * plain integers are not text, so that an id {@code no} or a date stays what the author typed.
 */
final class YamlText {
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,8})");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String file;
    private final int firstLine;
    private final Faults faults;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlText(String file, int firstLine, Faults faults) {
        this.file = file;
        this.firstLine = firstLine;
        this.faults = faults;
    }

    static YamlNode parse(String file, String text, Faults faults) {
        return parse(file, text, 1, faults);
    }

    static YamlNode parse(String file, String text, int firstLine, Faults faults) {
        YamlText yaml = new YamlText(file, firstLine, faults);
        return new YamlNode(file, "", yaml.tree(text), yaml.lines);
    }

    private JsonNode tree(String text) {
        try {
            Node root = new Yaml().compose(new StringReader(text));
            if (root != null) {
                return json(root, "", line(root));
            }
            faults.error(file, firstLine, "yaml", "nothing stands here");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
            faults.error(file, firstLine + line, "yaml", String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            faults.error(file, firstLine, "yaml", String.valueOf(e.getMessage()));
        }
        return MissingNode.getInstance();
    }

    private JsonNode json(Node node, String pointer, int line) {
        lines.put(pointer, line);
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        if (!seen.add(node)) {
            faults.error(file, line, "yaml", "aliases are not used in courses");
            return MissingNode.getInstance();
        }
        return node instanceof MappingNode mapping ? object(mapping, pointer) : array((SequenceNode) node, pointer);
    }

    private ObjectNode object(MappingNode mapping, String pointer) {
        ObjectNode object = NODES.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            String name = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            int line = line(entry.getKeyNode());
            if (object.has(name)) {
                faults.error(file, line, "duplicate-key", "“" + name + "” stands here twice");
            }
            object.set(name, json(entry.getValueNode(), pointer + "/" + name, line));
        }
        return object;
    }

    private ArrayNode array(SequenceNode sequence, String pointer) {
        ArrayNode array = NODES.arrayNode();
        for (Node item : sequence.getValue()) {
            array.add(json(item, pointer + "/" + array.size(), line(item)));
        }
        return array;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String value = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL)) {
            return NODES.nullNode();
        }
        if (scalar.getTag().equals(Tag.INT) && INTEGER.matcher(value).matches()) {
            return NODES.numberNode(Integer.parseInt(value));
        }
        if (scalar.getTag().equals(Tag.BOOL) && (value.equals("true") || value.equals("false"))) {
            return NODES.booleanNode(value.equals("true"));
        }
        return NODES.textNode(value);
    }

    private int line(Node node) {
        return firstLine + node.getStartMark().getLine();
    }
}
