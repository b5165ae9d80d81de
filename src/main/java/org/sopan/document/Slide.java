package org.sopan.document;

import java.util.ArrayList;
import java.util.List;
import org.sopan.document.Passage.Heading;
import org.sopan.document.Passage.Note;
import org.sopan.document.Passage.Run;

/** One slide of a manuscript: a heading of level 2, what is shown under it, and what its speaker says. */
public record Slide(List<Run> title, List<Passage> shown, List<Note> notes) {

    public Slide {
        title = List.copyOf(title);
        shown = List.copyOf(shown);
        notes = List.copyOf(notes);
    }

    /** The slides in order; what stands before the first of them is on none. */
    public static List<Slide> of(Manuscript manuscript) {
        List<Slide> slides = new ArrayList<>();
        List<Passage> shown = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        Heading title = null;
        for (Passage passage : manuscript.passages()) {
            if (passage instanceof Heading heading && heading.level() == 2) {
                if (title != null) {
                    slides.add(new Slide(title.runs(), shown, notes));
                }
                title = heading;
                shown = new ArrayList<>();
                notes = new ArrayList<>();
            } else if (passage instanceof Note note) {
                notes.add(note);
            } else {
                shown.add(passage);
            }
        }
        if (title != null) {
            slides.add(new Slide(title.runs(), shown, notes));
        }
        return slides;
    }

    /** The size of type, in points, at which this slide is shown; 0 when it does not fit at any that can be read. */
    public int size() {
        return new SlideFit(this).size();
    }
}
