package org.sopan.course;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sopan.shared.Language;

/** An author's Markdown file: front matter between two lines of dashes, then the text. */
record FrontMatter(YamlNode front, Prose body) {
    private static final Pattern FRONT = Pattern.compile("\\A---\\n(.*?\\n)---[ \\t]*(?:\\n|\\z)", Pattern.DOTALL);

    static FrontMatter read(String path, Language language, Schemas schema, Desk desk) {
        String text = String.valueOf(desk.files().text(path));
        Matcher matcher = FRONT.matcher(text);
        boolean found = matcher.find();
        if (!found) {
            desk.faults().error(path, 1, "front-matter", "the file does not begin with front matter between --- lines");
        }
        YamlNode front = found ? YamlText.parse(path, matcher.group(1), 2, desk.faults()) : YamlNode.missing(path);
        schema.check(front, desk.faults());
        String body = found ? text.substring(matcher.end()) : text;
        int firstLine = 1 + (found ? (int) matcher.group().lines().count() : 0);
        return new FrontMatter(front, Prose.ofFile(path, language, body, firstLine));
    }
}
