package org.sopan.course;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A piece of a picture: an element, or the words in one. */
sealed interface SvgNode {

    /** Words as they are read, not yet escaped. */
    record Words(String text) implements SvgNode {}

    /** An element, and the line on which its tag ends. */
    record Element(String name, Map<String, String> attributes, List<SvgNode> children, int line) implements SvgNode {

        @Nullable
        String attribute(String attribute) {
            return attributes.get(attribute);
        }

        List<Element> elements() {
            return children.stream()
                    .filter(Element.class::isInstance)
                    .map(Element.class::cast)
                    .toList();
        }

        /** This element and all within it. */
        Stream<Element> all() {
            return Stream.concat(Stream.of(this), elements().stream().flatMap(Element::all));
        }
    }
}
