package org.sopan.course;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** A part of a lesson between {@code ::: kind #id Title} and {@code :::}; anything else after the colons is malformed. */
final class LessonBlock extends CustomBlock {
    private static final Pattern OPENING =
            Pattern.compile(":::\\s*(case|activity|trainer|figure)\\s+#([a-z0-9]+(?:-[a-z0-9]+)*)\\s+(\\S.*?)\\s*");
    private static final Pattern FENCE = Pattern.compile(":::+\\s*");

    private final String opening;
    private final @Nullable Matcher parts;
    private boolean closed;

    private LessonBlock(String opening) {
        this.opening = opening;
        Matcher matcher = OPENING.matcher(opening);
        this.parts = matcher.matches() ? matcher : null;
    }

    String kind() {
        return part(1);
    }

    String id() {
        return part(2);
    }

    String title() {
        return part(3);
    }

    /** What is wrong with the fences, or null. */
    @Nullable
    String fault() {
        if (parts == null) {
            return "not a block this format knows: " + opening;
        }
        if (getParent() instanceof LessonBlock) {
            return "a block stands inside another";
        }
        return closed ? null : "the block is not closed by a line with only :::";
    }

    private String part(int group) {
        return parts == null ? "" : parts.group(group);
    }

    private static String line(ParserState state) {
        CharSequence content = state.getLine().getContent();
        return content.subSequence(state.getNextNonSpaceIndex(), content.length())
                .toString();
    }

    /** Opens a block at every line that begins with three colons and says more. */
    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            String line = line(state);
            return state.getIndent() == 0
                            && line.startsWith(":::")
                            && !FENCE.matcher(line).matches()
                    ? BlockStart.of(new BlockOfLines(new LessonBlock(line)))
                            .atIndex(state.getLine().getContent().length())
                    : BlockStart.none();
        }
    }

    private static final class BlockOfLines extends AbstractBlockParser {
        private final LessonBlock block;

        BlockOfLines(LessonBlock block) {
            this.block = block;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(Block child) {
            return true;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            if (state.getIndent() == 0 && FENCE.matcher(line(state)).matches()) {
                block.closed = true;
                return BlockContinue.finished();
            }
            return BlockContinue.atIndex(state.getIndex());
        }
    }
}
