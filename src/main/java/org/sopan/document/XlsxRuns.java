package org.sopan.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.sopan.document.SheetCell.Run;

/**
 * The shared texts of a workbook of which parts stand in fonts of their own. The streaming reader gives a cell's text
 * alone, joined and without its place in the table, so that the parts are found again by the whole text.
 */
final class XlsxRuns {
    /** No list has so much text in several fonts; more would not leave room for the list itself. */
    private static final int MOST_CHARACTERS = 4 << 20;

    private static final XMLInputFactory XML = XMLHelper.newXMLInputFactory();
    private final Map<String, List<Run>> byText = new HashMap<>();
    private final Set<String> unclear = new HashSet<>();
    private int characters;

    private XlsxRuns() {}

    static XlsxRuns in(Path file) throws IOException {
        XlsxRuns runs = new XlsxRuns();
        runs.each(file, runs::keep);
        if (!runs.byText.isEmpty()) {
            runs.each(file, runs::compare);
        }
        return runs;
    }

    /** The parts of a text; of one that has no fonts of its own, none. */
    List<Run> of(String text) {
        return byText.getOrDefault(text, List.of());
    }

    /** Whether the same text comes in other fonts as well: which of them a cell has, cannot be told. */
    boolean isUnclear(String text) {
        return unclear.contains(text);
    }

    private void keep(List<Run> item) {
        if (item.stream().allMatch(run -> run.font() == null)) {
            return;
        }
        String text = joined(item);
        List<Run> before = byText.putIfAbsent(text, List.copyOf(item));
        if (before == null) {
            characters += text.length();
            if (characters > MOST_CHARACTERS) {
                throw SheetFile.refused("sheet-too-large");
            }
        } else if (!before.equals(item)) {
            unclear.add(text);
        }
    }

    private void compare(List<Run> item) {
        if (item.stream().allMatch(run -> run.font() == null)) {
            String text = joined(item);
            if (byText.containsKey(text)) {
                unclear.add(text);
            }
        }
    }

    private static String joined(List<Run> item) {
        StringBuilder text = new StringBuilder();
        item.forEach(run -> text.append(run.text()));
        return text.toString();
    }

    private void each(Path file, Consumer<List<Run>> item) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry strings = zip.stream()
                    .filter(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml"))
                    .findFirst()
                    .orElse(null);
            if (strings != null) {
                try (InputStream in = zip.getInputStream(strings)) {
                    read(XML.createXMLStreamReader(in), item);
                }
            }
        } catch (XMLStreamException e) {
            throw SheetFile.refused("sheet-unreadable");
        }
    }

    private static void read(XMLStreamReader xml, Consumer<List<Run>> item) throws XMLStreamException {
        List<Run> runs = new ArrayList<>();
        String font = null;
        boolean reading = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "si" -> runs.clear();
                    case "r" -> font = null;
                    case "rFont" -> font = xml.getAttributeValue(null, "val");
                    case "rPh" -> reading = true;
                    case "t" -> {
                        String text = new XSSFRichTextString(xml.getElementText()).getString();
                        if (!reading) {
                            runs.add(new Run(text, font));
                        }
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "r" -> font = null;
                    case "rPh" -> reading = false;
                    case "si" -> item.accept(runs);
                    default -> {}
                }
            }
        }
    }
}
