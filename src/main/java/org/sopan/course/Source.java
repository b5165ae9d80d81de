package org.sopan.course;

import org.jspecify.annotations.Nullable;
import org.sopan.shared.LocalizedText;

/** Where a lesson or a figure was taken from; the address is left out when no stable page is known. */
public record Source(LocalizedText title, LocalizedText publisher, String year, @Nullable String url) {

    static Source of(YamlNode node) {
        return new Source(
                node.at("title").localized(),
                node.at("publisher").localized(),
                node.at("year").text(),
                node.at("url").textOrNull());
    }
}
