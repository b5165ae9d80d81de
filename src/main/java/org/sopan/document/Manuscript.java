package org.sopan.document;

import java.util.List;
import org.sopan.shared.Language;

/** A text as its author structured it, in one language, to be set as PDF, Word or slides. */
public record Manuscript(String title, Language language, List<Passage> passages) {

    public Manuscript {
        passages = List.copyOf(passages);
    }
}
