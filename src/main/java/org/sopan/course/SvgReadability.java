package org.sopan.course;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sopan.course.SvgNode.Element;
import org.sopan.shared.Language;

/** What makes a picture readable in both languages on a phone, which is 360 units wide. */
final class SvgReadability {
    private static final double WIDEST = 360;
    private static final double SMALLEST_TEXT = 13;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
    private static final Pattern VIEW_BOX = Pattern.compile("-?[0-9.]+[ ,]+-?[0-9.]+[ ,]+([0-9.]+)[ ,]+[0-9.]+");
    private static final Pattern RESIZING = Pattern.compile("scale|matrix");

    private final String file;
    private final Element root;
    private final Faults faults;

    SvgReadability(String file, Element root, Faults faults) {
        this.file = file;
        this.root = root;
        this.faults = faults;
    }

    void check() {
        Matcher box =
                VIEW_BOX.matcher(root.attributes().getOrDefault("viewBox", "").strip());
        if (!box.matches()) {
            refuse(root, "svg has no viewBox of four numbers");
        } else if (Double.parseDouble(box.group(1)) > WIDEST) {
            refuse(root, "the viewBox is " + box.group(1) + " units wide; a phone has 360");
        }
        checkTexts(root, new Inherited("", "", false));
        for (String kind : new String[] {"text", "title"}) {
            long english = count(root, kind, Language.EN, "");
            long bangla = count(root, kind, Language.BN, "");
            if (english != bangla) {
                refuse(root, kind + " elements: " + english + " are English and " + bangla + " Bangla");
            }
        }
    }

    /** What an element takes over from those around it. */
    private record Inherited(String size, String fill, boolean resized) {
        Inherited by(Element element) {
            return new Inherited(
                    element.attributes().getOrDefault("font-size", size),
                    element.attributes().getOrDefault("fill", fill),
                    resized
                            || RESIZING.matcher(element.attributes().getOrDefault("transform", ""))
                                    .find());
        }
    }

    private void checkTexts(Element element, Inherited around) {
        Inherited here = around.by(element);
        if (element.name().equals("tspan") && element.attributes().containsKey("font-size")) {
            checkSize(element, here.size());
        }
        if (element.name().equals("text")) {
            checkSize(element, here.size());
            if (here.resized()) {
                refuse(element, "a text is made larger or smaller by transform, so that its size is not what it says");
            }
            if (here.fill().isEmpty()) {
                faults.warning(
                        file, element.line(), "picture", "a text without fill is black, also on a dark page; say fill");
            }
        }
        element.elements().forEach(child -> checkTexts(child, here));
    }

    private void checkSize(Element element, String size) {
        if (size.isEmpty()) {
            refuse(element, "a text does not say its font-size");
        } else if (!NUMBER.matcher(size).matches()) {
            refuse(element, "font-size is a plain number, not " + size);
        } else if (Double.parseDouble(size) < SMALLEST_TEXT) {
            refuse(element, "font-size " + size + " is too small to read; at least 13");
        }
    }

    private static long count(Element element, String kind, Language language, String around) {
        String here = element.attributes().getOrDefault("lang", around);
        long own = element.name().equals(kind) && here.equals(language.code()) ? 1 : 0;
        return own
                + element.elements().stream()
                        .mapToLong(child -> count(child, kind, language, here))
                        .sum();
    }

    private void refuse(Element element, String words) {
        faults.error(file, element.line(), "picture", words);
    }
}
