package org.sopan.course;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** The place of a figure in a text: {@code {{fact:id}}}. */
final class FactReference extends CustomNode {
    private final String id;

    private FactReference(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    static final class Factory implements InlineContentParserFactory, InlineContentParser {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('{');
        }

        @Override
        public InlineContentParser create() {
            return this;
        }

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            if (!scanner.next("{{fact:")) {
                return ParsedInline.none();
            }
            Position start = scanner.position();
            scanner.match(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
            String id = scanner.getSource(start, scanner.position()).getContent();
            return scanner.next("}}")
                    ? ParsedInline.of(new FactReference(id), scanner.position())
                    : ParsedInline.none();
        }
    }
}
