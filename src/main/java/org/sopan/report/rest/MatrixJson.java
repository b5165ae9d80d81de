package org.sopan.report.rest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.report.Matrix;
import org.sopan.shared.LocalizedText;

/** Writes a matrix as JSON while it is sent: ten thousand people have more than a million cells. */
final class MatrixJson {
    private static final int CHUNK = 1 << 14;
    private static final String HEX = "0123456789abcdef";
    private final Writer out;

    private MatrixJson(Writer out) {
        this.out = out;
    }

    static void write(Matrix matrix, OutputStream stream) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), CHUNK);
        new MatrixJson(writer).matrix(matrix);
        writer.flush();
    }

    private void matrix(Matrix matrix) throws IOException {
        out.write("{\"columns\":[");
        String before = "{";
        for (Matrix.Column column : matrix.columns()) {
            out.write(before);
            text("\"kind\":", column.kind());
            text(",\"id\":", column.id());
            localized(",\"title\":", column.title());
            out.write('}');
            before = ",{";
        }
        out.write("],\"people\":[");
        before = "{";
        for (Matrix.Row row : matrix.people()) {
            out.write(before);
            row(row);
            before = ",{";
        }
        out.write("],\"total\":" + matrix.total() + "}");
    }

    private void row(Matrix.Row row) throws IOException {
        text("\"id\":", row.id());
        text(",\"enrolment\":", row.enrolment());
        text(",\"cohort\":", row.cohort());
        localized(",\"name\":", row.name());
        text(",\"email\":", row.email());
        localized(",\"designation\":", row.designation());
        out.write(",\"percent\":" + row.percent());
        text(",\"state\":", row.state());
        text(",\"due\":", row.due());
        text(",\"lastActivity\":", row.lastActivity());
        cells(row.cells());
        out.write('}');
    }

    /** Cells are letters, digits and hyphens, which JSON takes as they are. */
    private void cells(List<String> cells) throws IOException {
        out.write(",\"cells\":[");
        String before = "\"";
        for (String cell : cells) {
            out.write(before);
            out.write(cell);
            before = "\",\"";
        }
        out.write(cells.isEmpty() ? "]" : "\"]");
    }

    private void localized(String member, @Nullable LocalizedText text) throws IOException {
        if (text == null) {
            return;
        }
        out.write(member);
        out.write('{');
        text("\"en\":", text.en());
        text(text.en() == null ? "\"bn\":" : ",\"bn\":", text.bn());
        out.write('}');
    }

    private void text(String member, @Nullable Object value) throws IOException {
        if (value == null) {
            return;
        }
        out.write(member);
        out.write('"');
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.write('\\');
                out.write(c);
            } else if (c < ' ') {
                out.write("\\u00");
                out.write(HEX.charAt(c >> 4));
                out.write(HEX.charAt(c & 0xF));
            } else {
                out.write(c);
            }
        }
        out.write('"');
    }
}
