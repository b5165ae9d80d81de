package org.sopan.course;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.sopan.course.SvgNode.Element;

/** Reads SVG as a tree. Nothing outside the file is ever asked for: document types and entities are refused. */
final class SvgReader {
    private static final String SVG = "http://www.w3.org/2000/svg";

    private final String file;
    private final Faults faults;
    private final Deque<Element> open = new ArrayDeque<>();
    private @Nullable Element root;

    private SvgReader(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The picture's root, or null for a file that is not well-formed; the faults then say why. */
    static @Nullable Element read(String file, String text, Faults faults) {
        // the JDK's own reader, whatever else the libraries bring
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        SvgReader reader = new SvgReader(file, faults);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
            while (xml.hasNext()) {
                xml.next();
                reader.take(xml);
            }
            return reader.root;
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            faults.error(file, Math.max(line, 1), "broken-picture", "not well-formed: " + firstLine(e));
            return null;
        }
    }

    private void take(XMLStreamReader xml) {
        switch (xml.getEventType()) {
            case XMLStreamConstants.START_ELEMENT -> begin(xml);
            case XMLStreamConstants.END_ELEMENT -> open.pop();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                Element holder = open.peek();
                if (holder != null) {
                    holder.children().add(new SvgNode.Words(xml.getText()));
                }
            }
            case XMLStreamConstants.DTD,
                    XMLStreamConstants.ENTITY_REFERENCE,
                    XMLStreamConstants.PROCESSING_INSTRUCTION ->
                faults.error(
                        file,
                        xml.getLocation().getLineNumber(),
                        "picture",
                        "document types, entities and instructions are not used in pictures");
            default -> {
                // comments are for authors only
            }
        }
    }

    private void begin(XMLStreamReader xml) {
        String prefix = xml.getPrefix();
        String name = prefix == null || prefix.isEmpty() ? xml.getLocalName() : prefix + ":" + xml.getLocalName();
        int line = xml.getLocation().getLineNumber();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String space = xml.getAttributePrefix(i);
            attributes.put(
                    space == null || space.isEmpty()
                            ? xml.getAttributeLocalName(i)
                            : space + ":" + xml.getAttributeLocalName(i),
                    xml.getAttributeValue(i));
        }
        Element element = new Element(name, attributes, new ArrayList<>(), line);
        if (!SVG.equals(xml.getNamespaceURI())) {
            faults.error(file, line, "picture", name + " is not of SVG; the root carries xmlns=\"" + SVG + "\"");
        }
        Element holder = open.peek();
        if (holder == null) {
            root = element;
        } else {
            holder.children().add(element);
        }
        open.push(element);
    }

    private static String firstLine(XMLStreamException e) {
        List<String> lines = String.valueOf(e.getMessage()).lines().toList();
        String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        return last.replaceFirst("^Message: ", "");
    }
}
