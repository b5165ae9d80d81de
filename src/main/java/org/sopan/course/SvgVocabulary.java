package org.sopan.course;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sopan.course.SvgNode.Element;

/**
 * What a picture may be made of, so that it can stand inside a page and do nothing there but be seen: elements that
 * draw, and attributes that say where and in which colour. Whatever is not named here is refused.
 */
record SvgVocabulary(String file, Element root, Faults faults) {
    private static final Set<String> ELEMENTS =
            words("svg g title desc path rect circle ellipse line polyline polygon text tspan defs marker");
    private static final Set<String> MARKERS = words("marker-start marker-mid marker-end");
    private static final Set<String> PLACES = words("viewBox preserveAspectRatio x y x1 y1 x2 y2 cx cy r rx ry width"
            + " height points d dx dy transform pathLength markerWidth markerHeight markerUnits refX refY orient");
    private static final Set<String> LOOKS = words("fill fill-opacity fill-rule stroke stroke-width stroke-opacity"
            + " stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit opacity"
            + " vector-effect paint-order font-size font-weight text-anchor dominant-baseline");
    private static final Set<String> NAMES = words("id lang role");
    private static final Pattern REFERENCE = Pattern.compile("url\\(#([A-Za-z0-9_-]+)\\)");

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }

    void check() {
        if (!root.name().equals("svg")) {
            refuse(root, "a picture begins with svg, not " + root.name());
        }
        Set<String> ids = root.all()
                .map(element -> element.attributes().getOrDefault("id", ""))
                .collect(Collectors.toSet());
        root.all().forEach(element -> check(element, ids));
    }

    private void check(Element element, Set<String> ids) {
        if (!ELEMENTS.contains(element.name()) || (element.name().equals("svg") && element != root)) {
            refuse(element, "the element " + element.name() + " is not used in pictures");
        }
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            checkAttribute(element, attribute.getKey(), attribute.getValue().strip(), ids);
        }
    }

    private void checkAttribute(Element element, String name, String value, Set<String> ids) {
        if (MARKERS.contains(name)) {
            Matcher reference = REFERENCE.matcher(value);
            if (!value.equals("none") && !(reference.matches() && ids.contains(reference.group(1)))) {
                refuse(element, name + " leads to nothing in this picture: " + value);
            }
        } else if (name.equals("id")) {
            checkId(element, value);
        } else if (name.equals("lang") && !value.equals("en") && !value.equals("bn")) {
            refuse(element, "lang is en or bn, not " + value);
        } else if (!PLACES.contains(name) && !LOOKS.contains(name) && !NAMES.contains(name)) {
            refuse(element, "the attribute " + name + " is not used in pictures");
        } else if (value.toLowerCase(Locale.ROOT).contains("url(")) {
            refuse(element, name + " does not lead anywhere: " + value);
        }
    }

    /** Several pictures stand in one page, so each has a name for its parts that no other has. */
    private void checkId(Element element, String id) {
        String own = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.svg$", "");
        if (!id.startsWith(own)) {
            refuse(element, "the id " + id + " does not begin with " + own);
        }
    }

    private void refuse(Element element, String words) {
        faults.error(file, element.line(), "picture", words);
    }
}
