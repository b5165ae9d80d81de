package org.sopan.course;

import java.util.List;
import java.util.Map;
import org.sopan.document.Manuscript;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/** Something a trainer takes from a module into her own class: a session plan, slides, a handout. */
public record Kit(String id, LocalizedText title, Map<Language, Manuscript> texts) {
    static final String SLIDES = "slides";
    static final String HANDOUT = "handout";

    public Kit {
        texts = Map.copyOf(texts);
    }

    public Manuscript text(Language language) {
        Manuscript text = texts.get(language);
        if (text == null) {
            throw new IllegalStateException(id + " is not in " + language);
        }
        return text;
    }

    public boolean isSlides() {
        return id.equals(SLIDES);
    }

    /** Whether it is one leaf of paper. */
    public boolean isLeaf() {
        return id.equals(HANDOUT);
    }

    /** As which files it is offered: to be printed, and to be edited. */
    public List<Format> formats() {
        return List.of(Format.PDF, isSlides() ? Format.PPTX : Format.DOCX);
    }

    /** A kind of file, named by its ending. */
    public enum Format {
        PDF("pdf", "application/pdf"),
        DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        PPTX("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation");

        private final String ending;
        private final String type;

        Format(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }

        public String ending() {
            return ending;
        }

        /** Its media type. */
        public String type() {
            return type;
        }
    }
}
