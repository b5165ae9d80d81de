package org.sopan.course;

import java.util.regex.Pattern;
import org.commonmark.renderer.html.UrlSanitizer;

/** Where a text may lead: the web, mail, a place in the same lesson, another lesson, a term, a picture of the module. */
final class Links implements UrlSanitizer {
    static final String TERM = "term:";
    static final String LESSON = "lesson:";
    private static final Pattern OUTSIDE = Pattern.compile("(?i)(https?://|mailto:)\\S+");
    private static final Pattern PICTURE = Pattern.compile("media/[A-Za-z0-9_-]+\\.svg");

    static String section(int number) {
        return "section-" + number;
    }

    static boolean leadsOutside(String address) {
        return OUTSIDE.matcher(address).matches();
    }

    static boolean isPicture(String address) {
        return PICTURE.matcher(address).matches();
    }

    @Override
    public String sanitizeLinkUrl(String url) {
        return leadsOutside(url) || url.startsWith("#") ? url : "";
    }

    @Override
    public String sanitizeImageUrl(String url) {
        return isPicture(url) ? url : "";
    }
}
