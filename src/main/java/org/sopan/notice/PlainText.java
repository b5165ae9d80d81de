package org.sopan.notice;

import java.util.stream.Collectors;
import org.sopan.shared.CleanText;

/** Words of several paragraphs as someone types them: each line made fit, no more than one empty line between two. */
final class PlainText {
    private PlainText() {}

    static String of(String typed) {
        return typed.lines()
                .map(CleanText::line)
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }
}
